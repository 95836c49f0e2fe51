/** The audit's page. Everything stays here: what is entered is kept only in the file that the user saves. */
import { total } from "./audit-arithmetic.js";
import { csv } from "./audit-csv.js";
import { blank, LONGEST_NAME, MOST_AGENCIES, read, ROUNDS, write } from "./audit-file.js";
import { domainForm } from "./audit-form.js";
import { report } from "./audit-result.js";
import { element } from "./element.js";
import { fill, keep, unfoldForPrint } from "./staff.js";

const WHEN = { T1: "the first time", T2: "after six months", T3: "after twelve months" };
const place = document.querySelector("#audit");
let content;
let audit;
let round = "T1";
let shown = "1";
let saved = true;

const nameOf = (agency) => agency.name || `Agency ${audit.agencies.indexOf(agency) + 1}`;
const parts = {};

function changed() {
  saved = false;
  parts.state.textContent = "Not saved yet.";
  counts();
}

function say(words) {
  parts.message.replaceChildren(words);
}

function start(found) {
  content = found;
  audit = blank(content.edition);
  parts.state = element("span", { class: "state" }, "Nothing entered yet.");
  parts.message = element("p", { class: "message", role: "alert" });
  parts.setting = element("section", { class: "setting", "aria-labelledby": "setting-title" });
  parts.steps = element("nav", { class: "steps", "aria-label": "Domains and result" });
  parts.title = element("h2", { id: "part-title", tabindex: "-1" });
  parts.body = element("section", { class: "part", "aria-labelledby": "part-title" });
  parts.file = element("input", { type: "file", accept: ".json,application/json", "aria-label": "An audit to open", change: open });
  place.append(files(), parts.message, parts.setting, parts.steps, parts.body);
  everything();
}

function files() {
  const button = (label, act) => element("button", { type: "button", click: act }, label);
  return element(
    "div",
    { class: "files" },
    button("Save as a file", save),
    element("label", { class: "open" }, "Open a file ", parts.file),
    parts.state,
  );
}

function everything() {
  setting();
  steps();
  body();
}

function setting() {
  const agencies = audit.agencies.map((agency, number) =>
    element(
      "li",
      null,
      element("label", null, `Agency ${number + 1} `, text(agency.name, (value) => (agency.name = value))),
      audit.agencies.length > 1 &&
        element("button", { type: "button", click: () => remove(agency) }, "Remove", element("span", { class: "unseen" }, ` ${nameOf(agency)}`)),
    ),
  );
  const date = element("input", { type: "date", change: () => keepDate(date.value) });
  date.value = audit.rounds[round].date;
  parts.setting.replaceChildren(
    element("h2", { id: "setting-title" }, "Who and when"),
    element(
      "div",
      { class: "who-and-when" },
      element("label", null, "Area ", text(audit.area, (value) => (audit.area = value))),
      element("label", null, "Round ", roundPicker()),
      element("label", null, "Date ", date),
    ),
    element("ul", { class: "agencies" }, agencies),
    audit.agencies.length < MOST_AGENCIES && element("button", { type: "button", click: add }, "Add an agency") || "",
    element("p", { class: "small" }, "Please enter no names of people, and nothing about any child."),
  );
}

function text(value, keepIt) {
  const entered = () => {
    keepIt(box.value.trim());
    changed();
    renamed();
  };
  const box = element("input", { type: "text", maxlength: LONGEST_NAME, input: entered });
  box.value = value;
  return box;
}

/** Names are put in where they stand: a form made anew would lose the click that left the box. */
function renamed() {
  for (const place of parts.body.querySelectorAll("[data-agency]")) {
    place.textContent = nameOf(audit.agencies.find((agency) => agency.id === place.dataset.agency));
  }
  if (shown === "result") body();
}

function roundPicker() {
  const picker = element("select", { change: () => { round = picker.value; everything(); } },
    ROUNDS.map((name) => element("option", { value: name, selected: name === round }, `${name}: ${WHEN[name]}`)));
  return picker;
}

function keepDate(value) {
  audit.rounds[round].date = value;
  changed();
  if (shown === "result") body();
}

function add() {
  const used = new Set(audit.agencies.map((agency) => agency.id));
  let number = 1;
  while (used.has(`a${number}`)) number += 1;
  audit.agencies.push({ id: `a${number}`, name: "" });
  changed();
  setting();
  body();
  parts.setting.querySelector(".agencies li:last-child input").focus();
}

function remove(agency) {
  const has = ROUNDS.some((name) => Object.values(audit.rounds[name].scores).some((given) => agency.id in given));
  if (has && !window.confirm(`Remove ${nameOf(agency)} and all its scores?`)) return;
  for (const name of ROUNDS) {
    const { scores } = audit.rounds[name];
    for (const [id, given] of Object.entries(scores)) {
      delete given[agency.id];
      if (Object.keys(given).length === 0) delete scores[id];
    }
  }
  audit.agencies = audit.agencies.filter((one) => one !== agency);
  changed();
  setting();
  body();
  parts.setting.querySelector(".agencies input").focus();
}

function steps() {
  const step = (id, label) =>
    element("button", { type: "button", "data-part": id, "aria-current": id === shown && "step", click: () => go(id) }, label, element("span", { class: "count" }));
  parts.steps.replaceChildren(...content.domains.map((domain) => step(domain.id, `${domain.id} ${domain.title}`)), step("result", "Result"));
  counts();
}

function counts() {
  for (const domain of content.domains) {
    const { scored, of } = total(domain.statements.map((one) => one.id), audit.rounds[round].scores);
    parts.steps.querySelector(`[data-part="${domain.id}"] .count`).textContent = `${scored} of ${of}`;
  }
}

function go(id) {
  shown = id;
  for (const button of parts.steps.children) {
    if (button.dataset.part === id) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  }
  body();
  parts.title.focus();
}

function body() {
  const given = { audit, round, nameOf, changed };
  const domain = content.domains.find((one) => one.id === shown);
  parts.body.classList.toggle("report", !domain);
  parts.title.textContent = domain ? `Domain ${domain.id}: ${domain.title} (${round})` : "Result";
  if (domain) parts.body.replaceChildren(parts.title, ...domainForm(domain, content.scale, given), next());
  else parts.body.replaceChildren(parts.title, exports(), ...report(content, given));
}

function next() {
  const after = content.domains[content.domains.findIndex((one) => one.id === shown) + 1];
  const label = after ? `On to domain ${after.id}: ${after.title}` : "On to the result";
  return element("button", { type: "button", class: "main", click: () => go(after ? after.id : "result") }, label);
}

function exports() {
  return element(
    "div",
    { class: "exports" },
    element("button", { type: "button", class: "main", click: () => window.print() }, "Print the report"),
    element("button", { type: "button", click: () => keep(csv(audit, content, nameOf), fileName("csv"), "text/csv") }, "Save as a table for a spreadsheet"),
  );
}

function fileName(ending) {
  const area = audit.area.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return ["audit", area, round.toLowerCase()].filter(Boolean).join("-") + `.${ending}`;
}

function save() {
  keep(write(audit), fileName("json"), "application/json");
  saved = true;
  parts.state.textContent = "Saved as a file.";
  say("");
}

async function open() {
  const [file] = parts.file.files;
  if (!file) return;
  let found;
  try {
    found = read(await file.text(), content);
  } catch {
    found = { problem: "This file cannot be opened." };
  }
  parts.file.value = "";
  if (found.problem) {
    say(`${found.problem} Nothing on this page has changed.`);
    return;
  }
  if (!saved && !window.confirm("What is on this page has not been saved. Open the file in its place?")) return;
  audit = found.audit;
  const ids = content.domains.flatMap((domain) => domain.statements.map((one) => one.id));
  round = ROUNDS.findLast((name) => total(ids, audit.rounds[name].scores).scored > 0) ?? "T1";
  saved = true;
  parts.state.textContent = "Opened from a file.";
  say("");
  everything();
}

// After an exit in a hurry the page is empty: nothing may hold it up then.
window.addEventListener("beforeunload", (event) => {
  if (!saved && document.body) event.preventDefault();
});
window.addEventListener("beforeprint", () => {
  if (content && shown !== "result") go("result");
});
unfoldForPrint(place);
fill(place, "audit", start);
