/**
 * What the pages for staff share: one conversation, its faults, the way out. Each page shows the answers in its own way.
 * Nothing that was typed is shown again or kept: the box is emptied as soon as an answer has come.
 */
import { Api } from "./api.js";
import { drawCard } from "./cards.js";
import { Answers, Trouble, button, buildComposer } from "./controls.js";
import { element } from "./element.js";
import { leave, onThreeShifts } from "./exit.js";
import { WORDS } from "./words.js";

const TYPING_AFTER_MS = 300;
const STYLES = ["waymark-chat.css", "staff.css"];

export class StaffPage extends HTMLElement {
  answers = new Answers((answer) => this.send(answer));
  trouble = new Trouble();
  typing = element("p", { class: "waiting", role: "status" });
  writing = buildComposer(() => this.#submit());
  /** What is printed: the summary or the result so far, whom to ring, what to write down. Not seen on the screen. */
  paper = element("div", { class: "paper" });
  summary = null;
  #offered = new Set();
  #kept = new Map();
  #api;
  #busy = false;
  #typingTimer;
  #stop;
  #frame;

  /** Filled in by each page: `audience`, `build()` (its parts), `show(messages, opening)` and `empty()`. */
  connectedCallback() {
    this.#frame ??= this.#build();
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    window.addEventListener("pagehide", () => this.#wipe(), { signal });
    window.addEventListener("pageshow", (event) => event.persisted && this.begin(), { signal });
    onThreeShifts(this.exit, signal);
    this.begin();
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.#wipe();
  }

  #build() {
    const frame = element("div", { class: `staff ${this.localName}`, hidden: true }, this.build(), this.paper);
    let missing = STYLES.length;
    const show = () => (frame.hidden = --missing > 0);
    const style = (name) =>
      element("link", { rel: "stylesheet", href: new URL(name, import.meta.url), load: show, error: show });
    this.attachShadow({ mode: "open" }).append(...STYLES.map(style), frame);
    return frame;
  }

  /** The title of the page, the tools, and the exit, which stays in sight when the rest of the bar does not. */
  bar(...tools) {
    const exit = button(WORDS.exit, this.exit, { class: "exit", title: WORDS.exitHint });
    const bar = element("div", { class: "bar" }, element("slot", { name: "title" }), tools, exit);
    const watch = new IntersectionObserver((seen) => exit.classList.toggle("floating", !seen.at(-1).isIntersecting));
    watch.observe(bar);
    return bar;
  }

  exit = () => {
    this.#wipe();
    leave();
  };

  /** Ends the conversation, there and here, and begins the next. */
  begin() {
    const typed = this.writing.box.value;
    this.#wipe();
    this.writing.box.value = typed;
    this.#api = new Api(new URL("/", import.meta.url));
    return this.#turn((api) => api.start({ audience: this.audience }), () => this.begin());
  }

  /** As `begin`, and the box is emptied too. */
  clear() {
    this.writing.box.value = "";
    return this.begin();
  }

  /** Sends {text}, {choice} or {choices}. Whether an answer came. */
  async send(answer) {
    if (this.#busy) return false;
    if (!this.#api?.started) return this.begin();
    const { box } = this.writing;
    if (answer.text) box.value = "";
    const again = () => (answer.text ? this.#submit() : this.send(answer));
    const answered = await this.#turn((api) => api.send(answer), again, answer.text);
    if (!answered && answer.text) box.value ||= answer.text;
    return answered;
  }

  /** Whether the last answer offered this choice. */
  offers(choice) {
    return this.#offered.has(choice);
  }

  /** The `summary` card of this case, asked for when it is not there yet; null when it cannot be had. */
  async fetchSummary() {
    if (!this.summary && this.offers("summary")) await this.send({ choice: "summary" });
    return this.summary;
  }

  #take(messages) {
    const cards = messages.map(({ card }) => card).filter(Boolean);
    const fresh = cards.find(({ kind }) => ["assessment", "case"].includes(kind));
    if (fresh) this.summary = null;
    for (const card of cards) {
      if (card.kind === "summary") this.summary = card;
      if (card.kind === "checklist") this.#kept.set(card.id, [card]);
      if (["assessment", "safety_plan"].includes(card.kind)) this.#kept.set(card.kind, [card]);
    }
    const contacts = cards.filter(({ kind }) => kind === "contact");
    if (contacts.length > 0) this.#kept.set("contact", contacts);
    const { assessment, contact, ...more } = Object.fromEntries(this.#kept);
    const first = this.summary ? [this.summary] : [...(assessment ?? []), ...(contact ?? [])];
    this.paper.replaceChildren(...[...first, ...Object.values(more).flat()].map((card) => drawCard(card, true)));
    for (const fold of this.paper.querySelectorAll("details")) fold.open = true;
  }

  #submit() {
    const text = this.writing.box.value.trim();
    if (text) this.send({ text });
    else this.writing.box.focus();
  }

  #wipe() {
    this.#api?.end();
    this.#api = null;
    this.writing.box.value = "";
    this.answers.offer([]);
    this.trouble.clear();
    this.summary = null;
    this.#offered.clear();
    this.#kept.clear();
    this.paper.replaceChildren();
    this.empty();
    this.#setBusy(false);
  }

  async #turn(ask, again, typed) {
    const api = this.#api;
    const opening = !api.started;
    this.trouble.clear();
    this.#setBusy(true);
    let fault;
    const messages = await ask(api).catch((problem) => (fault = problem).messages);
    if (api !== this.#api) {
      api.end(); // wiped meanwhile
      return true;
    }
    this.#setBusy(false);
    if (!fault) this.#offered = new Set(messages.flatMap(({ choices }) => choices ?? []).map(({ value }) => value));
    this.#take(messages);
    if (messages.length > 0) this.show(messages, opening);
    if (fault) this.trouble.show(fault, fault.status === 404 ? () => this.begin() : again, typed);
    else this.answers.offer(messages);
    return !fault;
  }

  #setBusy(busy) {
    this.#busy = busy;
    this.#frame.toggleAttribute("data-busy", busy);
    this.writing.send.setAttribute("aria-disabled", busy);
    clearTimeout(this.#typingTimer);
    this.typing.textContent = "";
    if (busy) this.#typingTimer = setTimeout(() => (this.typing.textContent = WORDS.wait), TYPING_AFTER_MS);
  }
}
