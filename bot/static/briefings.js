/** The briefings: a list, one sheet at a time, each or all of them to print. */
import { element } from "./element.js";
import { rulesAnswer } from "./staff-answer.js";
import { fill, list, sourceLine, unfoldForPrint } from "./staff.js";

const place = document.querySelector("#briefings");
let sheets = [];

function start(content) {
  sheets = content.briefings.map(sheet);
  place.append(contents(content.briefings), ...sheets);
  show(decodeURIComponent(window.location.hash.slice(1)));
  window.addEventListener("hashchange", () => show(decodeURIComponent(window.location.hash.slice(1))));
}

function contents(briefings) {
  const themes = [...new Set(briefings.map((one) => one.theme))];
  return element(
    "nav",
    { class: "contents", "aria-label": "Briefings" },
    themes.map((theme) => [
      element("h2", null, theme),
      element(
        "ul",
        null,
        briefings
          .filter((one) => one.theme === theme)
          .map((one) => element("li", null, element("a", { href: `#${one.id}`, click: (event) => choose(event, one.id) }, one.title))),
      ),
    ]),
    element("button", { type: "button", click: printAll }, `Print all ${briefings.length}`),
  );
}

/** Leaves no step behind, as all links here. */
function choose(event, id) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.history.replaceState(null, "", `#${id}`);
  show(id);
  document.getElementById(id).querySelector("h2").focus();
}

function show(id) {
  for (const one of sheets) one.hidden = one.id !== id;
  for (const link of place.querySelectorAll(".contents a")) {
    if (link.getAttribute("href") === `#${id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

function sheet(one) {
  return element(
    "article",
    { class: "sheet", id: one.id, hidden: true, "aria-labelledby": `${one.id}-title` },
    element("p", { class: "small" }, `Two-minute briefing: ${one.theme}`),
    element("h2", { id: `${one.id}-title`, tabindex: "-1" }, one.title),
    element("h3", null, "Three facts"),
    element(
      "ol",
      { class: "facts-of" },
      one.facts.map((fact) => element("li", null, fact.says, " ", element("cite", null, `(${fact.sources.map((one) => one.short).join("; ")})`))),
    ),
    sourceLine(one.facts.flatMap((fact) => fact.sources)),
    element("h3", null, "A case to talk through"),
    element("p", { class: "story" }, one.case.story),
    element("p", null, "Which colour? What matters? Talk first, then look."),
    element("details", { class: "rules" }, element("summary", null, "What the rules say"), rulesAnswer(one.case.answer)),
    element("h3", null, "Three questions"),
    element("ol", null, one.questions.map((question) => element("li", null, question))),
    element("h3", null, "Where to go next"),
    element("p", null, "Ask Waymark:"),
    list(one.ask.map((topic) => `“${topic.question}”`)),
    element("p", { class: "no-print" }, element("a", { href: "/practice", "data-replace": true }, "More cases to practise with")),
    element("button", { type: "button", class: "main", click: () => window.print() }, "Print this sheet"),
  );
}

function printAll() {
  const hidden = sheets.filter((one) => one.hidden);
  for (const one of hidden) one.hidden = false;
  window.addEventListener("afterprint", () => hidden.forEach((one) => (one.hidden = true)), { once: true });
  window.print();
}

unfoldForPrint(place);
fill(place, "briefings", start);
