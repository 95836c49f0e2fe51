/** The confidence check, for oneself or a team, beside the survey. Nothing is kept. */
import { ANSWERS, needsSupport, share } from "./confidence-arithmetic.js";
import { element } from "./element.js";
import { fill, list, sourceLine, table } from "./staff.js";

const LARGEST_TEAM = 999;
const place = document.querySelector("#confidence");
const form = element("div", { class: "answers" });
const result = element("section", { class: "part", "aria-labelledby": "result-title" });
let content;
let team = false;
let counts = {};

function start(found) {
  content = found;
  const mode = (label, value) =>
    element(
      "label",
      { class: "pick" },
      element("input", { type: "radio", name: "who", checked: value === team, change: () => restart(value) }),
      label,
    );
  place.append(
    element("fieldset", { class: "who" }, element("legend", null, "Who answers?"), mode("Only me", false), mode("Our team, by show of hands", true)),
    form,
    result,
  );
  restart(false);
}

function restart(value) {
  team = value;
  counts = Object.fromEntries(content.areas.map((area) => [area.id, ANSWERS.map(() => 0)]));
  form.replaceChildren(...content.areas.map(team ? hands : own));
  show();
}

function own(area) {
  return element(
    "fieldset",
    { class: "area" },
    element("legend", null, element("b", null, area.title), ` “${area.says}”`),
    element(
      "div",
      { class: "choices" },
      ANSWERS.map((answer, place) =>
        element(
          "label",
          null,
          element("input", { type: "radio", name: area.id, change: () => answered(area.id, ANSWERS.map((_, other) => Number(other === place))) }),
          element("span", null, answer),
        ),
      ),
    ),
  );
}

function hands(area) {
  const boxes = ANSWERS.map((answer) =>
    element("input", { type: "number", min: "0", max: LARGEST_TEAM, step: "1", inputmode: "numeric", "aria-label": `${area.title}: ${answer}`, input: () => answered(area.id, boxes.map(number)) }),
  );
  return element(
    "fieldset",
    { class: "area" },
    element("legend", null, element("b", null, area.title), ` “${area.says}”`),
    element("div", { class: "hands" }, ANSWERS.map((answer, place) => element("div", null, element("span", { "aria-hidden": "true" }, answer), boxes[place]))),
  );
}

function number(box) {
  const count = Math.floor(Number(box.value));
  return Number.isFinite(count) ? Math.min(LARGEST_TEAM, Math.max(0, count)) : 0;
}

function answered(area, given) {
  counts[area] = given;
  show();
}

function show() {
    const rows = content.areas.map((area) => [
    area.title,
    ours(area),
    figure(area.confident),
    figure(area.skilled),
    figure(area.with_advice),
    figure(area.without_advice),
  ]);
  const heads = ["Area", team ? "Our team agrees" : "My answer", "Survey: confident", "Survey: have the skills", "Where specialists advise others", "Where they do not"];
  result.replaceChildren(
    element("h2", { id: "result-title" }, "Beside the survey"),
    table("Share who agree or agree strongly", heads, rows),
    list(content.findings.filter((one) => one.percent === null).map((one) => one.says), { class: "small" }),
    ...support(),
    element("h2", null, "What the survey found of feelings and support"),
    table("Share of those asked", ["Finding", "Share", "People asked"], content.findings.filter((one) => one.percent !== null).map((one) => [one.says, `${one.percent}%`, one.base])),
    sourceLine([{ title: content.survey, ref: String(content.year) }]),
    element("button", { type: "button", click: () => window.print() }, "Print this page"),
  );
}

function figure(one) {
  if (!one) return element("span", { class: "base" }, "in a chart only");
  const base = one.base ? `of ${one.base}` : "base in a chart only";
  const strongly = one.strongly ? `, strongly ${one.strongly}%` : "";
  return [element("b", null, `${one.percent}%`), " ", element("span", { class: "base" }, `(${base}${strongly})`)];
}

function ours(area) {
  const { base, percent } = share(counts[area.id]);
  if (percent === null) return "no answer yet";
  return team ? `${percent}% of ${base}` : ANSWERS[counts[area.id].indexOf(1)];
}

function support() {
  const low = content.areas.filter((area) => needsSupport(counts[area.id]));
  const intro = low.length > 0 ? "These areas had fewer than half who agree. It is common, and there is help." : "Areas where fewer than half agree will be listed here, with what helps.";
  const words = team || low.length === 0 ? intro : "You were not sure of these areas. That is common, and there is help.";
  return [
    element("h2", null, "Briefings and support"),
    element("p", { role: "status" }, words),
    ...low.map((area) =>
      element(
        "div",
        { class: "support" },
        element("h3", null, area.title),
        list(area.support),
        element("ul", { class: "links" }, area.briefings.map((one) => element("li", null, "Briefing: ", element("a", { href: `/briefings#${one.id}`, "data-replace": true }, one.title)))),
      ),
    ),
  ];
}

fill(place, "confidence", start);
