/** The quick check for schools: one box, the first answer at once, the firm one beside it, a sheet for the record. */
import { drawCard } from "./cards.js";
import { button } from "./controls.js";
import { element } from "./element.js";
import { StaffPage } from "./staff-page.js";
import { STAFF } from "./staff-words.js";
import { isUrgent, linesOf } from "./transcript.js";

const SHEET = ["summary", "school_record"];
const column = (name, title, ...content) =>
  element("section", { class: name, "aria-label": title }, element("h2", {}, title), ...content);

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
    if (result) {
      (result.provisional ? this.#first : this.#firm).replaceChildren(drawCard(result, true));
      if (result.provisional) this.#firm.replaceChildren();
      this.#left.hidden = !this.#first.firstChild;
      this.#name(result.provisional ? STAFF.makeFirm : STAFF.firm);
      this.#print.hidden = false;
    }
    const contacts = cards.filter(({ kind }) => kind === "contact");
    if (contacts.length > 0) this.#contacts.replaceChildren(...contacts.map((card) => drawCard(card)));
    this.#people.hidden = !this.#contacts.firstChild;
    const told = opening ? messages.filter(({ asks }) => asks) : messages;
    const texts = told.filter(({ text, card }) => text && !["contact", "assessment"].includes(card?.kind));
    const lines = texts.map(({ text, card }) => element("div", { class: isUrgent(card) ? "urgent" : "said" }, linesOf(text)));
    const others = cards.filter(({ kind }) => !["contact", "assessment", "summary"].includes(kind));
    this.#said.replaceChildren(...lines, ...others.map((card) => drawCard(card, true) ?? ""));
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
