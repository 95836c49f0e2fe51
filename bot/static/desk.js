/** The helpline desk: what to read aloud on the left, the case on the right, whom to ring below; all by keyboard. */
import { drawCase, drawAdvice } from "./case.js";
import { drawCard } from "./cards.js";
import { button } from "./controls.js";
import { element } from "./element.js";
import { onShortcuts } from "./shortcuts.js";
import { StaffPage } from "./staff-page.js";
import { STAFF } from "./staff-words.js";
import { copySummary } from "./summary.js";
import { isUrgent, linesOf, repeats } from "./transcript.js";

const key = (keys, act, words, name) =>
  button([words, " ", element("kbd", {}, keys)], act, {
    class: "keyed",
    "data-name": name,
    "aria-keyshortcuts": keys.replace(" ", "+"),
  });
const area = (name, title, ...content) =>
  element("section", { class: name, "aria-label": title, tabindex: "0" }, element("h2", {}, title), ...content);

class WaymarkDesk extends StaffPage {
  audience = "helpline";
  #script = element("div", { class: "reading", "aria-live": "polite" });
  #sheet = element("div", { class: "sheet" });
  #case = element("div", { class: "facts" });
  #advice = element("div", { class: "advice" });
  #contacts = element("div", { class: "people" });
  #said = element("span", { role: "status" });
  #clear = key("Alt X", () => this.#clearDown(), STAFF.clear, "clear");
  #copy = key("Alt C", () => this.#copySummary(), STAFF.copy, "copy");
  #print = key("Alt P", () => this.#printSummary(), STAFF.print, "print");
  #areas;

  build() {
    const { box, composer } = this.writing;
    composer.querySelector("label").textContent = STAFF.story;
    box.setAttribute("aria-keyshortcuts", "Alt+0");
    this.#clear.addEventListener("blur", () => this.#calm());
    this.#areas = {
      script: area("script", STAFF.script, this.#script, this.#sheet),
      case: area("case", STAFF.case, this.#case, this.#advice),
      contacts: area("contacts", STAFF.contacts, this.#contacts),
    };
    const shortcut = ([keys, words]) => element("li", {}, element("kbd", {}, keys), ` ${words}`);
    const keys = element("ul", { "aria-label": STAFF.shortcuts }, STAFF.keys.map(shortcut));
    const foot = element("div", { class: "foot" }, this.#said, keys);
    const tools = this.bar(this.#copy, this.#print, this.#clear);
    const reply = element("div", { class: "reply" }, this.typing, this.answers.box, this.trouble.box);
    const left = element("div", { class: "left" }, this.#areas.script, reply, composer);
    onShortcuts({
      answer: (number) => this.#give(number),
      0: () => box.focus(),
      k: () => this.#goTo(this.#areas.case),
      j: () => this.#goTo(this.#areas.contacts),
      c: () => this.#copySummary(),
      p: () => this.#printSummary(),
      x: () => this.#clearDown(),
    });
    return [tools, left, this.#areas.case, this.#areas.contacts, foot];
  }

  empty() {
    for (const part of [this.#script, this.#sheet, this.#advice]) part.replaceChildren();
    this.#case.replaceChildren(element("p", { class: "none" }, STAFF.nothing));
    this.#contacts.replaceChildren(element("p", { class: "none" }, STAFF.contactsLater));
    this.#offerSummary();
    this.#calm();
  }

  show(messages, opening) {
    const cards = messages.map(({ card }) => card).filter(Boolean);
    const of = (kind) => cards.filter((card) => card.kind === kind);
    const last = (kind) => of(kind).at(-1);
    const told = opening ? messages.filter(({ asks }) => asks) : messages;
    const texts = told.filter((message) => message.text && message.card?.kind !== "case" && !repeats(message));
    this.#script.replaceChildren(...this.#spoken(of("script"), texts));
    this.#sheet.replaceChildren(
      ...cards.filter(({ kind }) => !["contact", "assessment", "topic"].includes(kind)).map((card) => drawCard(card, true) ?? ""),
    );
    if (last("case")) this.#case.replaceChildren(drawCase(last("case"), (choice) => this.send({ choice })));
    if (last("assessment")) this.#advice.replaceChildren(drawAdvice(last("assessment"), !this.#case.querySelector(".state")));
    if (last("contact")) this.#contacts.replaceChildren(...of("contact").map((card) => drawCard(card)));
    this.#offerSummary();
    if (!opening) this.#said.textContent = "";
    this.#areas.script.scrollTo(0, 0);
  }

  /** The words to read aloud, what to listen for, and the lines for the worker. */
  #spoken(scripts, texts) {
    const read = scripts.flatMap(({ read }) => read);
    const listen = scripts.flatMap(({ listen_for: listen }) => listen ?? []);
    const lines = texts.map(({ text, card }) => element("div", { class: isUrgent(card) ? "urgent" : "said" }, linesOf(text)));
    return [
      read.length > 0 && element("h3", {}, STAFF.read),
      ...read.map((line) => element("p", { class: "aloud" }, line)),
      listen.length > 0 && element("h3", {}, STAFF.listen),
      listen.length > 0 && element("ul", {}, listen.map((item) => element("li", {}, item))),
      read.length > 0 && lines.length > 0 && element("h3", {}, STAFF.forYou),
      ...lines,
    ].filter(Boolean);
  }

  #give(number) {
    this.answers.box.querySelectorAll("button[value], input")[number - 1]?.click();
  }

  #goTo(part) {
    part.scrollIntoView({ block: "nearest" });
    (part.querySelector("button, a, summary") ?? part).focus();
  }

  #offerSummary() {
    for (const tool of [this.#copy, this.#print]) tool.hidden = !this.summary && !this.offers("summary");
  }

  async #copySummary() {
    if (this.#copy.hidden) return;
    const copied = await copySummary(() => this.fetchSummary());
    this.#said.textContent = copied ? STAFF.copied : STAFF.copyFailed;
  }

  async #printSummary() {
    if (!this.#print.hidden && (await this.fetchSummary())) window.print();
  }

  /** The first press asks, the second clears: a call that is still going must not be lost by a slip. */
  async #clearDown() {
    if (!this.#clear.classList.contains("sure")) {
      this.#clear.classList.add("sure");
      this.#clear.firstChild.textContent = STAFF.clearSure;
      return this.#clear.focus();
    }
    await this.clear();
    this.writing.box.focus();
    this.#said.textContent = STAFF.cleared;
  }

  #calm() {
    this.#clear.classList.remove("sure");
    this.#clear.firstChild.textContent = STAFF.clear;
  }
}

customElements.define("waymark-desk", WaymarkDesk);
