/** One domain's statements, to be scored by each agency. */
import { agreed } from "./audit-arithmetic.js";
import { LONGEST_NOTE } from "./audit-file.js";
import { element } from "./element.js";
import { list, sourceLine } from "./staff.js";

/** The form of `domain` for `round`. `changed` is called after each entry; `nameOf` gives an agency's name. */
export function domainForm(domain, scale, { audit, round, nameOf, changed }) {
  const kept = audit.rounds[round];
  const seen = new Set();
  const parts = domain.statements.map((one) => {
    const group = one.group && !seen.has(one.group) && seen.add(one.group);
    return [
      group && element("p", { class: "group" }, element("b", null, one.group), ` ${domain.groups[one.group]}`),
      statement(one, scale, { kept, agencies: audit.agencies, nameOf, changed }),
    ];
  });
  const comments = note(`Comments on domain ${domain.id}`, kept.comments, domain.id, changed);
  return [element("p", null, domain.about), key(scale), ...parts.flat(), comments].filter(Boolean);
}

function key(scale) {
  const points = scale.map((point) => element("li", null, element("b", null, `${point.score} ${point.title}: `), point.means));
  return element("details", null, element("summary", null, "What 0 to 4 mean"), element("ul", { class: "scale" }, points));
}

function statement(one, scale, { kept, agencies, nameOf, changed }) {
  const taken = element("p", { class: "taken", role: "status" });
  const show = () => taken.replaceChildren(...whatIsTaken(kept.scores[one.id], agencies.length));
  const scored = () => {
    show();
    changed();
  };
  show();
  return element(
    "fieldset",
    { class: "statement", id: `statement-${one.id}` },
    element("legend", null, element("b", { id: `number-${one.id}` }, one.id), ` ${one.says}`),
    one.covers.length > 0 && list(one.covers),
    agencies.map((agency) => scores(one, agency, scale, { kept, name: agencies.length > 1 && nameOf(agency), scored })),
    taken,
    element(
      "details",
      null,
      element("summary", null, "Evidence and what helps", element("span", { class: "unseen" }, ` for ${one.id}`)),
      element("h3", null, "What would count as evidence"),
      list(one.evidence),
      element("h3", null, "What helps when it is low"),
      list(one.helps),
      element("p", null, element("b", null, "Who usually leads: "), one.leads.join("; "), "."),
      sourceLine(one.sources),
    ),
    element(
      "details",
      null,
      element("summary", null, "Our notes", element("span", { class: "unseen" }, ` for ${one.id}`)),
      note("Evidence for this score", kept.evidence, one.id, changed),
      note("How we check it", kept.assurance, one.id, changed),
    ),
  );
}

function scores(one, agency, scale, { kept, name, scored }) {
  const group = `score-${one.id}-${agency.id}`;
  const now = kept.scores[one.id]?.[agency.id];
  const choose = (score) => () => {
    const given = { ...kept.scores[one.id] };
    if (score === null) delete given[agency.id];
    else given[agency.id] = score;
    if (Object.keys(given).length > 0) kept.scores[one.id] = given;
    else delete kept.scores[one.id];
    scored();
  };
  const option = (score, mark, title) =>
    element(
      "label",
      null,
      element("input", {
        type: "radio",
        name: group,
        value: score ?? "none",
        checked: (now ?? null) === score,
        change: choose(score),
      }),
      element("span", null, element("b", null, mark), " ", title),
    );
  return element(
    "div",
    { class: "scores", role: "radiogroup", "aria-labelledby": name ? `number-${one.id} ${group}` : `number-${one.id}` },
    name && element("p", { class: "agency", id: group, "data-agency": agency.id }, name),
    element("div", { class: "choices" }, scale.map((point) => option(point.score, point.score, point.title)), option(null, "–", "No score")),
  );
}

function whatIsTaken(given, agencies) {
  const taken = agreed(given);
  if (!taken || agencies < 2) return [];
  const missing = agencies - Object.keys(given).length;
  const open = missing > 0 ? ` No score yet from ${missing === 1 ? "one agency" : `${missing} agencies`}.` : "";
  if (taken.gap === 0) return [`Score taken: ${taken.score}.${open}`];
  return [
    element("b", null, `Agencies differ: ${taken.score} to ${taken.highest}.`),
    ` The lower score is taken: ${taken.score}.${open}`,
  ];
}

function note(label, notes, id, changed) {
  const box = element("textarea", {
    rows: "3",
    maxlength: LONGEST_NOTE,
    input: () => {
      if (box.value === "") delete notes[id];
      else notes[id] = box.value;
      changed();
    },
  });
  box.value = notes[id] ?? "";
  return element("label", { class: "note" }, label, box);
}
