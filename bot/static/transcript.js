import { element, icon } from "./element.js";
import { FACTORS, WORDS } from "./words.js";

const FIRST_STEPS = 3;
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

const list = (tag, items, attributes) => element(tag, attributes, items.map((item) => element("li", {}, item)));

const folded = (title, ...content) => element("details", {}, element("summary", {}, title), ...content);
// Only the heading of a card is announced as it arrives.
const body = (...content) => element("div", { class: "body", "aria-live": "off" }, ...content);

export const callLink = (phone) =>
  element("a", { class: "call", href: `tel:${phone.replace(/[^\d+]/g, "")}` }, icon("phone"), `${WORDS.call} ${phone}`);

const webLink = (url, title) =>
  /^https?:/i.test(url)
    ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, `${title} ${WORDS.newTab}`)
    : [title, url].filter(Boolean).join(", ");

const sourcesFold = (sources) =>
  sources?.length && folded(WORDS.sources, list("ul", sources.map(({ title, ref }) => webLink(ref, title))));

function openState({ open_now: open, hours }) {
  const state = open === true ? WORDS.openNow : open === false && WORDS.closedNow;
  if (!state && !hours) return null;
  const mark = { class: open ? "is-open" : "is-closed" };
  return element("p", {}, state && element("strong", mark, state, hours && " · "), hours);
}

const checkedOn = (day) => (day ? `${WORDS.checked} ${DAY.format(new Date(day))}` : WORDS.unchecked);

/** Whom to ring, and in `then` whom to try next. */
function contactCard(card, tag = "article") {
  const { role, name, phone, note, url, checked_on: checked, then } = card;
  return element(
    tag,
    { class: "card contact", "data-role": role },
    element("header", {}, element("h3", {}, name), phone && callLink(phone)),
    body(
      openState(card),
      note && element("p", {}, note),
      url && element("p", {}, webLink(url, WORDS.website)),
      // 999 needs no check, and doubt about it would do harm.
      phone && role !== "emergency_999" && element("p", { class: "checked" }, checkedOn(checked)),
      then?.length > 0 && element("p", { class: "then" }, WORDS.then),
      then?.map((next) => contactCard(next, "section")),
    ),
  );
}

function continuum(step) {
  const place = WORDS.steps.indexOf(step);
  if (place < 0) return null;
  const scale = WORDS.steps.map((_, at) => element("i", { class: at === place && "here" }));
  return element(
    "div",
    {},
    element("h4", {}, WORDS.continuum),
    element("div", { class: "scale", "aria-hidden": "true" }, scale),
    element("p", {}, `${WORDS.step.replace("{}", place + 1)}: ${step}`),
  );
}

const factor = (slug) => FACTORS[slug] ?? slug.replaceAll("_", " ");

const ageGiven = (age) =>
  age?.low != null && element("p", {}, `${WORDS.age} ${[...new Set([age.low, age.high ?? age.low])].join("–")}`);

/** What the facts point to; word, outline and drawing each say the colour. */
function assessmentCard(card, showContinuum) {
  const fields = ["reasons", "unknowns", "do_now", "avoid"];
  const [reasons, unknowns, steps, avoid] = fields.map((field) => card[field] ?? []);
  const colour = WORDS.colours[card.colour] ? card.colour : "none";
  const [word, meaning] = WORDS.colours[colour];
  const lines = [element("p", {}, WORDS.pointsTo), element("h3", {}, word), element("p", {}, meaning)];
  const more = steps.slice(FIRST_STEPS);
  return element(
    "article",
    { class: "card assessment", "data-colour": colour },
    element("header", {}, icon(colour), element("div", {}, ...lines)),
    body(
      card.provisional && element("p", { class: "provisional" }, WORDS.provisional),
      showContinuum && continuum(card.continuum),
      steps.length > 0 && [element("h4", {}, WORDS.doNow), list("ol", steps.slice(0, FIRST_STEPS))],
      more.length > 0 && folded(`${WORDS.more} (${more.length})`, list("ol", more, { start: FIRST_STEPS + 1 })),
      avoid.length > 0 && [element("h4", {}, WORDS.avoid), list("ul", avoid)],
      element(
        "div",
        { class: "folds" },
        folded(WORDS.why, ageGiven(card.age), list("ul", reasons), element("p", {}, WORDS.guide)),
        unknowns.length > 0 && folded(WORDS.change, element("p", {}, WORDS.unknown), list("ul", unknowns.map(factor))),
        sourcesFold(card.sources),
      ),
    ),
  );
}

/** Routes whose words must stand out. */
const URGENT = /danger|assault|adult_abuser|grooming|sextortion|child|self|fgm|forced|domestic|cse|allegation/;

/** What was said. The live region stands before the first message and never holds a button. */
export class Transcript {
  log = element("div", { class: "log", role: "log", "aria-label": WORDS.conversation });
  #speaker;

  /** The last assessment and the contacts after it. */
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

  addMessage({ text, card }, showContinuum) {
    const urgent = card?.kind === "route" && URGENT.test(card.route);
    // The words of a contact repeat its card.
    const entry = text && card?.kind !== "contact" && this.#say(urgent ? "urgent" : "theirs", WORDS.waymark, text);
    if (card?.kind === "topic") (entry || this.log).append(sourcesFold(card.sources) || "");
    if (card?.kind === "assessment") {
      for (const old of this.summary) old.classList.remove("prints");
      this.#addCard(assessmentCard(card, showContinuum), true);
    }
    if (card?.kind === "contact") this.#addCard(contactCard(card), this.summary.length > 0);
  }

  wipe() {
    this.log.replaceChildren();
    this.#speaker = null;
  }

  #addCard(card, prints) {
    card.classList.toggle("prints", prints);
    this.log.append(card);
  }

  // The speaker is seen once in a row, and heard each time.
  #say(who, name, text) {
    const seen = this.#speaker === name ? "unseen" : "speaker";
    const speaker = element("p", { class: seen }, name, element("span", { class: "unseen" }, ": "));
    this.#speaker = name;
    const lines = text.split("\n").map((line) => element("p", { class: line.startsWith("•") && "point" }, line));
    const first = who === "urgent" && element("p", { class: "first" }, WORDS.urgent);
    const entry = element("div", { class: `entry ${who}` }, speaker, first, element("div", { class: "said" }, lines));
    this.log.append(entry);
    return entry;
  }
}
