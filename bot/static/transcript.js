import { drawCard } from "./cards.js";
import { element } from "./element.js";
import { WORDS } from "./words.js";

const URGENT = /danger|assault|adult_abuser|grooming|sextortion|child|self|fgm|forced|domestic|cse|allegation/;

/** The lines of a text; points stand in. */
export const linesOf = (text) =>
  text.split("\n").map((line) => element("p", { class: line.startsWith("•") && "point" }, line));

/** Whether the words of a message must stand out. */
export const isUrgent = (card) => card?.kind === "route" && URGENT.test(card.route);

/** Whether a card says all that the text of its message says. */
export const repeats = ({ text, card }) => /^(contact|safety_plan)$/.test(card?.kind) || text === card?.title;

/** What was said. The live region stands before the first message and never holds a button. */
export class Transcript {
  log = element("div", { class: "log", role: "log", "aria-label": WORDS.conversation });
  #speaker;

  /** The last result and the cards after it: what is printed and copied. */
  get summary() {
    return [...this.log.querySelectorAll(".prints")];
  }

  addOwn(text) {
    return this.#say("own", WORDS.you, text);
  }

  takeBack(entry) {
    entry.remove();
    this.#speaker = null;
  }

  addMessage(message, forStaff) {
    const { text, card } = message;
    if (text && !repeats(message)) this.#say(isUrgent(card) ? "urgent" : "theirs", WORDS.waymark, text);
    const drawn = drawCard(card, forStaff);
    if (!drawn) return;
    const begins = drawn.matches(".assessment");
    if (begins) for (const old of this.summary) old.classList.remove("prints");
    drawn.classList.toggle("prints", begins || (this.summary.length > 0 && drawn.matches(".card")));
    this.log.append(drawn);
  }

  wipe() {
    this.log.replaceChildren();
    this.#speaker = null;
  }

  // The speaker is seen once in a row, and heard each time.
  #say(who, name, text) {
    const seen = this.#speaker === name ? "unseen" : "speaker";
    const speaker = element("p", { class: seen }, name, element("span", { class: "unseen" }, ": "));
    this.#speaker = name;
    const first = who === "urgent" && element("p", { class: "first" }, WORDS.urgent);
    const said = element("div", { class: "said" }, linesOf(text));
    const entry = element("div", { class: `entry ${who}` }, speaker, first, said);
    this.log.append(entry);
    return entry;
  }
}
