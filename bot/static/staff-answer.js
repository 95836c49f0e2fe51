/** The answer of the rules to one case, as practice and briefings show it. */
import { element, icon } from "./element.js";
import { list, sourceLine } from "./staff.js";

export const COLOURS = { green: "Green", amber: "Amber", red: "Red", information: "No colour" };
const STEPS = {
  normal: "expected for the age",
  inappropriate: "inappropriate",
  problematic: "problematic",
  abusive: "abusive",
  violent: "violent",
};

/** The colour with its sign and its word. */
export function colourSign(colour) {
  const sign = colour === "information" ? "none" : colour;
  return element("span", { class: `sign ${colour}` }, icon(sign), element("b", null, COLOURS[colour]));
}

/** Colour, step, reasons, what would change it and what to do first. */
export function rulesAnswer(answer) {
  const step = answer.continuum && `On Hackett's continuum: ${STEPS[answer.continuum]}.`;
  return element(
    "div",
    { class: "rules-answer" },
    element("p", null, colourSign(answer.colour)),
    step && element("p", null, step),
    answer.provisional && element("p", null, "For now: something has to be found out first."),
    answer.disputed &&
      element(
        "p",
        { class: "disputed" },
        element("b", null, "People differ here."),
        " Published lists do not settle this case. Talk about it, and let a safeguarding lead decide.",
      ),
    element("h3", null, "Why"),
    list(answer.reasons),
    answer.changes.length > 0 && element("h3", null, "It would be more cautious if"),
    answer.changes.length > 0 && list(answer.changes.map((one) => `${one.if} (${COLOURS[one.colour].toLowerCase()})`)),
    element("h3", null, "First steps"),
    list(answer.do_now),
    sourceLine(answer.sources),
  );
}
