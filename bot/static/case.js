/** The case of a call so far: colour, what is known, what is not, and why. */
import { continuum, list, part } from "./cards.js";
import { element, icon } from "./element.js";
import { STAFF } from "./staff-words.js";
import { WORDS } from "./words.js";

const meaning = (colour) => WORDS.colours[colour] ?? [STAFF.noColour, ""];

function header({ colour, provisional, continuum: step }) {
  const [word, words] = meaning(colour);
  const state = colour && element("p", {}, provisional ? STAFF.soFar : STAFF.final);
  return element(
    "div",
    { class: "card assessment state", "data-colour": colour ?? "none" },
    element("header", {}, icon(colour ?? "none"), element("div", {}, state, element("h3", {}, word), element("p", {}, words))),
    step && element("div", { class: "body" }, continuum(step)),
  );
}

/** `choose` gets the code of the question to ask next, or again. */
export function drawCase(given, choose) {
  const press = (words, title, choice) =>
    choice && element("button", { type: "button", click: () => choose(choice), "aria-label": `${words}: ${title}` }, words);
  const known = ({ title, words, change }) =>
    element("li", {}, element("span", {}, element("b", {}, title), " ", words), press(STAFF.change, title, change));
  const unknown = ({ title, change, matters }) =>
    element(
      "li",
      { class: matters && "matters" },
      element("span", {}, element("b", {}, title), matters && element("em", {}, ` ${STAFF.matters}`)),
      press(STAFF.ask, title, change),
    );
  const rows = (title, items, row) =>
    items?.length > 0 && [element("h3", {}, title), element("ul", { class: "rows" }, items.map(row))];
  return element(
    "div",
    {},
    header(given),
    given.behaviours?.length > 0 && [element("h3", {}, STAFF.about), list("ul", given.behaviours.map(({ title }) => title))],
    rows(STAFF.unknown, given.unknown, unknown),
    rows(STAFF.known, given.known, known),
    given.reasons?.length > 0 && [element("h3", {}, STAFF.reasons), list("ul", given.reasons)],
  );
}

/** What to do and to avoid, from a result. `alone`: no case card stands above that says the colour. */
export function drawAdvice(assessment, alone) {
  return element(
    "div",
    {},
    alone && header(assessment),
    alone && part(STAFF.reasons, assessment.reasons),
    part(WORDS.doNow, assessment.do_now, "ol"),
    part(WORDS.avoid, assessment.avoid),
  );
}
