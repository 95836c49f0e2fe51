/** Practice cases: the learner says a colour and what matters, then sees what the rules say. Nothing is kept. */
import { element } from "./element.js";
import { COLOURS, colourSign, rulesAnswer } from "./staff-answer.js";
import { fill, list, table } from "./staff.js";

const ALL = "all";
const BANDS = { [ALL]: "All ages", "0-5": "0 to 5", "5-9": "5 to 9", "9-13": "9 to 13", "13-17": "13 to 17" };
const place = document.querySelector("#practice");
const room = element("section", { class: "case", "aria-labelledby": "case-title" });
let content;
let cases = [];
let answers = [];

function start(found) {
  content = found;
  const band = element("select", null, Object.entries(BANDS).map(([value, label]) => element("option", { value }, label)));
  const count = element("span", { class: "small" });
  const tell = () => (count.textContent = `${chosen(band.value).length} cases`);
  band.addEventListener("change", tell);
  tell();
  place.append(
    element(
      "div",
      { class: "files" },
      element("label", null, "Age of the child ", band),
      count,
      element("button", { type: "button", class: "main", click: () => begin(band.value) }, "Start"),
    ),
    room,
  );
}

function chosen(band) {
  return content.cases.filter((one) => band === ALL || one.bands.includes(band));
}

function begin(band) {
  cases = mixed(chosen(band));
  answers = [];
  ask();
}

function mixed(all) {
  const left = [...all];
  const order = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(Math.random() * left.length), 1));
  return order;
}

function heading(words) {
  return element("h2", { id: "case-title", tabindex: "-1" }, words);
}

function show(...parts) {
  room.replaceChildren(...parts.filter(Boolean));
  room.querySelector("h2").focus();
}

function ask() {
  const one = cases[answers.length];
  const missing = element("p", { class: "message", role: "alert" });
  const form = element(
    "form",
    {
      submit: (event) => {
        event.preventDefault();
        const colour = form.querySelector("[name=colour]:checked")?.value;
        if (colour) return tell(one, colour, [...form.querySelectorAll("[name=matters]:checked")].map((box) => box.value));
        missing.textContent = "Choose a colour first.";
        form.querySelector("[name=colour]").focus();
      },
    },
    element(
      "fieldset",
      null,
      element("legend", null, "Which colour?"),
      Object.keys(COLOURS).map((colour) =>
        element("label", { class: "pick" }, element("input", { type: "radio", name: "colour", value: colour }), colourSign(colour)),
      ),
      element("p", { class: "small" }, "No colour is for what is not harmful sexual behaviour."),
    ),
    element(
      "fieldset",
      null,
      element("legend", null, "What matters here?"),
      content.matters.map((matter) =>
        element("label", { class: "pick" }, element("input", { type: "checkbox", name: "matters", value: matter.id }), matter.title),
      ),
    ),
    missing,
    element("button", { class: "main" }, "See what the rules say"),
  );
  show(heading(`Case ${answers.length + 1} of ${cases.length}`), element("p", { class: "story" }, one.story), form);
}

function tell(one, colour, matters) {
  answers.push({ rules: one.answer.colour, own: colour, disputed: one.answer.disputed });
  const last = answers.length === cases.length;
  show(
    heading(`Case ${answers.length} of ${cases.length}: what the rules say`),
    element("p", { class: "story" }, one.story),
    element(
      "p",
      { class: "compare" },
      colour === one.answer.colour ? "You and the rules gave the same colour." : "You and the rules gave different colours. You said: ",
      colour !== one.answer.colour && colourSign(colour),
    ),
    rulesAnswer(one.answer),
    element("h3", null, "What matters"),
    ...compare(matters, one.answer.matters),
    element(
      "div",
      { class: "exports" },
      !last && element("button", { type: "button", class: "main", click: ask }, "Next case"),
      element("button", { type: "button", class: last && "main", click: sum }, last ? "See how it went" : "Stop and see how it went"),
    ),
  );
}

function compare(own, rules) {
  const titles = (ids) => list(content.matters.filter((one) => ids.includes(one.id)).map((one) => one.title));
  const groups = [
    ["Counted by you and by the rules", rules.filter((id) => own.includes(id))],
    ["Counted by the rules, not by you", rules.filter((id) => !own.includes(id))],
    ["Counted by you, not by the rules", own.filter((id) => !rules.includes(id))],
  ];
  return groups.filter(([, ids]) => ids.length > 0).flatMap(([words, ids]) => [element("p", null, element("b", null, words)), titles(ids)]);
}

function sum() {
  const same = answers.filter((one) => one.own === one.rules).length;
  const apart = answers.filter((one) => one.own !== one.rules && one.disputed).length;
  const colours = Object.keys(COLOURS);
  const rows = colours.map((rules) => [
    `Rules: ${COLOURS[rules].toLowerCase()}`,
    ...colours.map((own) => answers.filter((one) => one.rules === rules && one.own === own).length),
  ]);
  show(
    heading("How it went"),
    element("p", null, `${answers.length} ${answers.length === 1 ? "case" : "cases"}. Same colour as the rules: ${same}.`),
    apart > 0 && element("p", null, `Different in ${apart} where people differ: talk about ${apart === 1 ? "it" : "them"} with others.`),
    table("Your colours beside the rules' colours", ["Case", ...colours.map((own) => `You: ${COLOURS[own].toLowerCase()}`)], rows),
    element("p", null, "A difference is a reason to talk. It is not a mark against you."),
  );
}

fill(place, "practice", start);
