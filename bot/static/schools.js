/** The quick check for schools: one box, the first answer at once, the firm one beside it, a sheet for the record. */
import { drawCard, folded } from "./cards.js";
import { button } from "./controls.js";
import { element } from "./element.js";
import { StaffPage } from "./staff-page.js";
import { STAFF } from "./staff-words.js";
import { isUrgent, linesOf, repeats } from "./transcript.js";

const AFTER = ["next", "area"]; // what is asked after the last answer
const SHEET = ["summary", "school_record"];
const column = (name, title, ...content) =>
  element("section", { class: name, "aria-label": title }, element("h2", {}, title), ...content);

/** The words of a message and its card. What is for paper is folded; what has a place of its own is left out. */
function drawMessage(message) {
  const { text, card } = message;
  if (["contact", "assessment", "summary"].includes(card?.kind)) return [];
  if (card?.kind === "checklist") return [folded(card.title, drawCard(card, true))];
  const words = text && !repeats(message) && element("div", { class: isUrgent(card) ? "urgent" : "said" }, linesOf(text));
  return [words, drawCard(card, true)].filter(Boolean);
}

class WaymarkSchools extends StaffPage {
  audience = "school";
  #first = element("div", { class: "early-answer", "aria-live": "polite" });
  #firm = element("div", { class: "firm-answer", "aria-live": "polite" });
  #said = element("div", { class: "reading", role: "status" });
  #contacts = element("div", { class: "people" });
  #people = column("contacts", STAFF.contacts, this.#contacts);
  #left = column("early", STAFF.firstAnswer, this.#first);
  #right = column("firm", STAFF.firm, this.#firm, this.#said, this.typing, this.answers.box, this.trouble.box);
  #print = button(STAFF.sheet, () => this.#printSheet());

  build() {
    this.writing.composer.querySelector("label").textContent = STAFF.happened;
    const anew = button(STAFF.newCase, () => this.#anew());
    return [
      this.bar(anew, this.#print),
      this.writing.composer,
      this.#left,
      this.#right,
      this.#people,
    ];
  }

  empty() {
    for (const part of [this.#first, this.#firm, this.#said, this.#contacts]) part.replaceChildren();
    for (const part of [this.#left, this.#people, this.#print]) part.hidden = true;
    this.#name(STAFF.start);
  }

  #name(title) {
    this.#right.setAttribute("aria-label", title);
    this.#right.firstChild.textContent = title;
  }

  show(messages, opening) {
    const cards = messages.map(({ card }) => card).filter(Boolean);
    const result = cards.findLast(({ kind }) => kind === "assessment");
    // An answer that is given once the questions are over may still leave something open.
    const first = result?.provisional && !messages.some(({ asks }) => AFTER.includes(asks));
    if (result) {
      (first ? this.#first : this.#firm).replaceChildren(drawCard(result, true));
      if (first) this.#firm.replaceChildren();
      this.#left.hidden = !this.#first.firstChild;
      this.#name(first ? STAFF.makeFirm : result.provisional ? STAFF.asFar : STAFF.firm);
      this.#print.hidden = false;
    }
    const contacts = cards.filter(({ kind }) => kind === "contact");
    if (contacts.length > 0) this.#contacts.replaceChildren(...contacts.map((card) => drawCard(card)));
    this.#people.hidden = !this.#contacts.firstChild;
    // What belongs to the first answer stands under it; the question, and all that comes later, on the other side.
    const early = first ? messages.filter(({ asks }) => !asks) : [];
    const late = opening || early.length > 0 ? messages.filter(({ asks }) => asks) : messages;
    this.#first.append(...early.flatMap(drawMessage));
    this.#said.replaceChildren(...late.flatMap(drawMessage));
  }

  async #anew() {
    await this.clear();
    this.writing.box.focus();
  }

  /** Asks for what belongs on the sheet, as far as it is offered, and prints it. */
  async #printSheet() {
    for (const choice of SHEET) if (this.offers(choice)) await this.send({ choice });
    window.print();
  }
}

customElements.define("waymark-schools", WaymarkSchools);
