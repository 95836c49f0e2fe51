import { callLink } from "./cards.js";
import { element } from "./element.js";
import { PEOPLE, WORDS } from "./words.js";

const NONE = "none_of_these";

export const button = (words, click, attributes) => element("button", { type: "button", click, ...attributes }, words);
const box = (kind, ...children) => element("div", { class: kind, hidden: true }, ...children);

function oneOf(choices, answer) {
  const press = ({ title, value }) => button(title, () => answer({ choice: value }, title), { value });
  return element("div", { class: "choices" }, choices.map(press));
}

function someOf(choices, answer) {
  const ticks = choices.map(({ value }) => element("input", { type: "checkbox", value, autocomplete: "off" }));
  const label = ({ title }, at) => element("label", { class: "tick" }, ticks[at], element("span", {}, title));
  const submit = (event) => {
    event.preventDefault();
    const chosen = choices.filter((_, at) => ticks[at].checked);
    const words = chosen.map(({ title }) => title).join("; ");
    if (words) answer({ choices: chosen.map(({ value }) => value) }, words);
    else ticks[0].focus();
  };
  // "None of these" excludes the others.
  const change = ({ target }) => {
    for (const tick of ticks) tick.checked &&= !target.checked || (tick.value === NONE) === (target.value === NONE);
  };
  return element(
    "form",
    { submit, change },
    element("fieldset", {}, element("legend", {}, WORDS.tick), choices.map(label)),
    element("button", { class: "main" }, WORDS.send),
  );
}

/** The answers offered now. Not in the live region: they would be read out again. */
export class Answers {
  box = element("div", { class: "answers", role: "group", tabindex: "-1", "aria-label": WORDS.answers, hidden: true });

  constructor(answer) {
    this.answer = answer;
  }

  /** Offers the last choices. Focus that was in the old ones stays here, so that Tab goes on. */
  offer(messages) {
    const asking = messages.findLast(({ choices }) => choices?.length);
    const held = this.box.matches(":focus-within");
    this.box.dataset.asks = asking?.asks ?? "";
    this.box.replaceChildren(asking ? (asking.multiple ? someOf : oneOf)(asking.choices, this.answer) : "");
    this.box.hidden = !asking;
    if (held) (asking ? this.box : this.box.parentElement).focus({ preventScroll: true });
  }
}

/** What went wrong, a way on, and people to ring. */
export class Trouble {
  #line = element("p", { role: "alert" });
  #on = button("", () => this.act(), { class: "main" });
  #people = element("div", {}, element("p", {}, WORDS.people));
  box = box("trouble", this.#line, this.#on, this.#people);

  constructor() {
    const person = ([phone, who]) => element("li", {}, callLink(phone), element("span", {}, who));
    this.#people.append(element("ul", {}, PEOPLE.map(person)));
  }

  /** Shows a fault of the API. `act` tries again; `kept`: words were not sent. */
  show({ status, words, messages }, act, kept) {
    const ended = status === 404;
    const refused = [400, 413, 422].includes(status);
    const away = navigator.onLine ? WORDS.away : WORDS.offline;
    this.act = act;
    this.#on.textContent = ended ? WORDS.restart : WORDS.again;
    this.#on.hidden = refused;
    this.#people.hidden = ended || refused || messages.some(({ card }) => card);
    this.box.hidden = false;
    this.#line.textContent = [words ?? away, kept && !ended && WORDS.kept].filter(Boolean).join(" ");
  }

  clear() {
    this.#line.textContent = "";
    this.box.hidden = true;
  }
}

/** Prints and copies the summary: cards only, so nothing that was typed. */
export class Summary {
  #done = element("span", { role: "status" });
  box = box(
    "tools",
    button(WORDS.print, () => window.print()),
    navigator.clipboard && button(WORDS.copy, () => this.#copy()),
    this.#done,
  );

  constructor(transcript) {
    this.transcript = transcript;
  }

  update() {
    this.box.hidden = !this.transcript.summary.length;
    this.#done.textContent = "";
  }

  /** Opens what is folded until printed, or until the answer is called. */
  unfold = () => {
    const folds = this.transcript.summary.flatMap((card) => [...card.querySelectorAll("details:not([open])")]);
    const fold = (open) => folds.forEach((details) => (details.open = open));
    fold(true);
    window.addEventListener("afterprint", () => fold(false), { once: true });
    return () => fold(false);
  };

  async #copy() {
    const refold = this.unfold();
    const text = this.transcript.summary.map((card) => card.innerText).join("\n\n");
    refold();
    await navigator.clipboard.writeText(text);
    this.#done.textContent = WORDS.copied;
  }
}

/** The box to type in. Spelling and writing services would send what is typed elsewhere. */
export function buildComposer(act) {
  const submit = (event) => {
    event.preventDefault();
    act();
  };
  const enter = (event) => event.key === "Enter" && !event.shiftKey && !event.isComposing && submit(event);
  const box = element("textarea", {
    id: "box",
    placeholder: WORDS.boxPrompt,
    "aria-describedby": "hint",
    autocomplete: "off",
    spellcheck: "false",
    writingsuggestions: "false",
    enterkeyhint: "send",
    keydown: enter,
  });
  const send = element("button", { class: "main" }, WORDS.send);
  const label = element("label", { class: "unseen", for: "box" }, WORDS.box);
  const hint = element("p", { id: "hint" }, WORDS.boxHint);
  return { box, send, composer: element("form", { class: "composer", submit }, label, box, send, hint) };
}

/** Heading, middle and box, by name. `root` is unseen until its style has come. */
export function buildFrame({ title, lang, panel, act, log, below }) {
  const size = button("Aa", act.resize, { class: "quiet" });
  const close = panel && button("✕", act.close, { class: "quiet", "aria-label": WORDS.close });
  const exit = button(WORDS.exit, act.exit, { class: "exit", title: WORDS.exitHint });
  const bar = element("header", { class: "bar" }, element("h2", {}, title), size, close, exit);

  const typing = element("div", { class: "typing", role: "status" });
  const named = { class: "scroll", role: "region", "aria-label": WORDS.conversation, tabindex: "0" };
  const scroll = element("div", named, log, typing, below);
  const { composer, box, send } = buildComposer(act.submit);

  const whole = { class: panel ? "chat panel" : "chat", "aria-label": title, lang, hidden: panel };
  const chat = element("section", whole, bar, scroll, composer);
  const launcher = panel && button(WORDS.open, act.open, { class: "main launcher" });
  if (panel) chat.addEventListener("keydown", (event) => event.key === "Escape" && act.close());
  const root = element("div", { class: "frame", hidden: true }, launcher, chat);
  return { root, chat, bar, exit, size, launcher, scroll, typing, box, send, composer };
}
