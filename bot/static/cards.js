import { element, icon } from "./element.js";
import { WORDS } from "./words.js";

const FIRST_STEPS = 3;
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export const list = (tag, items, attributes) => element(tag, attributes, items.map((item) => element("li", {}, item)));
const day = (date) => DAY.format(new Date(date));
const plain = (words) => words && element("p", {}, words);
export const folded = (title, ...content) => element("details", {}, element("summary", {}, title), ...content);
export const part = (title, items, tag = "ul") => items?.length > 0 && [element("h4", {}, title), list(tag, items)];
// Only the heading of a card is announced as it arrives.
const body = (...content) => element("div", { class: "body", "aria-live": "off" }, ...content);
const card = (kind, attributes, header, ...content) =>
  element("article", { class: `card ${kind}`, ...attributes }, element("header", {}, ...header), body(...content));

export const callLink = (phone) =>
  element("a", { class: "call", href: `tel:${phone.replace(/[^\d+]/g, "")}` }, icon("phone"), `${WORDS.call} ${phone}`);

const webLink = (url, title) =>
  /^https?:/i.test(url)
    ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, `${title} ${WORDS.newTab}`)
    : [title, url].filter(Boolean).join(", ");

const sourceList = (sources) => list("ul", sources.map(({ title, ref }) => webLink(ref, title)));
const sourcesFold = (sources) => sources?.length > 0 && folded(WORDS.sources, sourceList(sources));

function openState({ open_now: open, hours }) {
  const state = open === true ? WORDS.openNow : open === false && WORDS.closedNow;
  if (!state && !hours) return null;
  const mark = { class: open ? "is-open" : "is-closed" };
  return element("p", {}, state && element("strong", mark, state, hours && " · "), hours);
}

const checkedOn = (date) => (date ? `${WORDS.checked} ${day(date)}` : WORDS.unchecked);

/** Whom to ring, and in `then` whom to try next. */
function contactCard(contact, tag = "article") {
  const { role, name, phone, note, url, checked_on: checked, then } = contact;
  return element(
    tag,
    { class: "card contact" },
    element("header", {}, element("h3", {}, name), phone && callLink(phone)),
    body(
      openState(contact),
      plain(note),
      url && element("p", {}, webLink(url, WORDS.website)),
      // Doubt about 999 would do harm.
      phone && role !== "emergency_999" && element("p", { class: "checked" }, checkedOn(checked)),
      then?.length > 0 && element("p", { class: "then" }, WORDS.then),
      then?.map((next) => contactCard(next, "section")),
    ),
  );
}

export function continuum(step) {
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

const ageGiven = (age) =>
  age?.low != null && plain(`${WORDS.age} ${[...new Set([age.low, age.high ?? age.low])].join("–")}`);

/** The colour is said by word, outline and drawing. */
function assessmentCard(given, forStaff) {
  const fields = ["reasons", "unknown_names", "do_now", "avoid"];
  const [reasons, unknowns, steps, avoid] = fields.map((field) => given[field] ?? []);
  const colour = WORDS.colours[given.colour] ? given.colour : "none";
  const [word, meaning] = WORDS.colours[colour];
  const more = steps.slice(FIRST_STEPS);
  return card(
    "assessment",
    { "data-colour": colour },
    [icon(colour), element("div", {}, plain(WORDS.pointsTo), element("h3", {}, word), plain(meaning))],
    given.provisional && element("p", { class: "provisional" }, WORDS.provisional),
    forStaff && continuum(given.continuum),
    part(WORDS.doNow, steps.slice(0, FIRST_STEPS), "ol"),
    more.length > 0 && folded(`${WORDS.more} (${more.length})`, list("ol", more, { start: FIRST_STEPS + 1 })),
    part(WORDS.avoid, avoid),
    element(
      "div",
      { class: "folds" },
      folded(WORDS.why, ageGiven(given.age), list("ul", reasons), plain(WORDS.guide)),
      unknowns.length > 0 && folded(WORDS.change, plain(WORDS.unknown), list("ul", unknowns)),
      sourcesFold(given.sources),
    ),
  );
}

/** All of it on one page, to keep: codes and our words only. */
function summaryCard(given, forStaff) {
  const drawn = assessmentCard({ ...given, unknown_names: given.unknowns }, forStaff);
  const call = ({ name, phone, url, hours }) => [name, phone ?? url, hours].filter(Boolean).join(" · ");
  const { behaviours = [], contacts, made_on: made, notice } = given;
  drawn.lastChild.prepend(element("h4", {}, `${WORDS.summary}, ${day(made)}`), list("ul", behaviours));
  drawn.lastChild.append(...(part(WORDS.ring, contacts?.map(call)) || []), plain(notice) ?? "");
  for (const fold of drawn.querySelectorAll("details")) fold.open = true;
  return drawn;
}

/** What to go through, or to write down: `write` is a blank line on paper. */
function checklistCard({ title, items = [], sources }) {
  const item = ({ text, state }) => [`${text} `, element("strong", { class: state }, WORDS.states[state])];
  return card("checklist", {}, [element("h3", {}, title)], list("ul", items.map(item)), sourcesFold(sources));
}

function planCard({ parts = [] }) {
  return card("plan", {}, [element("h3", {}, WORDS.plan)], parts.map(({ title, steps }) => part(title, steps)));
}

const CARDS = {
  assessment: assessmentCard,
  contact: (given) => contactCard(given),
  summary: summaryCard,
  checklist: checklistCard,
  safety_plan: planCard,
  topic: ({ sources }) => sourcesFold(sources),
};

/** A card as an element; nothing for a kind that is not shown here. */
export const drawCard = (given, forStaff) => CARDS[given?.kind]?.(given, forStaff) || null;
