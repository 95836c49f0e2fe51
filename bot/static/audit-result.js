/** The result: means by domain, the radar, a draft plan, where agencies differ, every statement. */
import { agreed, change, differing, lowestFirst, mean, total, written } from "./audit-arithmetic.js";
import { LONGEST_LEAD, LONGEST_NAME, LONGEST_NOTE, ROUNDS } from "./audit-file.js";
import { radar, sample } from "./audit-radar.js";
import { element } from "./element.js";
import { list, table } from "./staff.js";

const IN_PLAN = 10;
const NEEDS_WORK_BELOW = 4;

/** The parts of the report. `round` is the one that the plan is for; `changed` is called after each entry. */
export function report(content, { audit, round, nameOf, changed }) {
  const statements = content.domains.flatMap((domain) => domain.statements);
  const ids = statements.map((one) => one.id);
  const rounds = ROUNDS.filter((name) => total(ids, audit.rounds[name].scores).scored > 0);
  if (rounds.length === 0) {
    return [element("p", null, "Nothing has a score yet. Give at least one, and the result will be here.")];
  }
  const now = audit.rounds[round].scores;
  const byId = new Map(statements.map((one) => [one.id, one]));
  const wordsOf = (one) => whole(one, content);
  return [
    about(audit, rounds, ids, nameOf),
    element("h3", null, "Domains"),
    element("div", { class: "radar-and-table" }, picture(content, audit, rounds), means(content, audit, rounds)),
    element("p", { class: "small" }, "Each figure is the mean of the statements that have a score; those without one are left out. The change counts only statements scored both times."),
    element("h3", null, `A draft plan from ${round}: the lowest first`),
    ...plan(lowestFirst(ids, now), byId, { audit, now, wordsOf, changed }),
    element("h3", null, `Where agencies differ in ${round}`),
    differences(differing(ids, now), { audit, now, byId, wordsOf, nameOf }),
    element("h3", null, "Every statement"),
    ...content.domains.map((domain) => everyStatement(domain, { audit, rounds, round, wordsOf })),
  ];
}

function about(audit, rounds, ids, nameOf) {
  const agencies = audit.agencies.map(nameOf).join(", ");
  return element(
    "ul",
    { class: "about-audit" },
    audit.area && element("li", null, element("b", null, "Area: "), audit.area),
    element("li", null, element("b", null, "Agencies: "), agencies),
    rounds.map((name) => {
      const { scored, of } = total(ids, audit.rounds[name].scores);
      const date = audit.rounds[name].date;
      return element("li", null, element("b", null, `${name}: `), `${date ? `${day(date)}, ` : ""}${scored} of ${of} statements scored`);
    }),
  );
}

function picture(content, audit, rounds) {
  const drawn = rounds.map((name) => ({
    name,
    means: content.domains.map((domain) => {
      const { sum, scored } = total(idsOf(domain), audit.rounds[name].scores);
      return scored === 0 ? null : sum / scored;
    }),
  }));
  return element(
    "figure",
    null,
    radar(content.domains, drawn),
    element("figcaption", null, rounds.map((name) => element("span", { class: "key" }, sample(name), name))),
  );
}

function means(content, audit, rounds) {
  const pairs = rounds.slice(1).map((name, place) => [rounds[place], name]);
  const heads = ["Domain", ...rounds, ...pairs.map(([before, after]) => `Change ${before} to ${after}`)];
  const rows = content.domains.map((domain) => {
    const ids = idsOf(domain);
    const scores = rounds.map((name) => {
      const counted = total(ids, audit.rounds[name].scores);
      const value = mean(counted);
      return value === null ? "no score" : figure(written(value), `${counted.scored} of ${counted.of}`);
    });
    const moves = pairs.map(([before, after]) => {
      const moved = change(ids, audit.rounds[before].scores, audit.rounds[after].scores);
      if (moved.tenths === null) return "not known";
      return figure(`${moved.tenths > 0 ? "+" : ""}${written(moved.tenths)}`, `${moved.both} of ${ids.length}`);
    });
    return [`${domain.id} ${domain.title}`, ...scores, ...moves];
  });
  return table("Mean score of each domain, 0 to 4", heads, rows);
}

function figure(value, base) {
  return [element("b", null, value), " ", element("span", { class: "base" }, `(${base})`)];
}

function plan(ids, byId, { audit, now, wordsOf, changed }) {
  const chosen = ids.filter((id) => agreed(now[id]).score < NEEDS_WORK_BELOW).slice(0, IN_PLAN);
  if (chosen.length === 0) return [element("p", null, "No statement is below 4, so there is nothing to plan from.")];
  const steps = chosen.map((id) => step(byId.get(id), agreed(now[id]).score, { audit, wordsOf, changed }));
  const intro = "What to do and who leads are filled in as a draft, from the sources and from usual practice. Change them as you need.";
  return [element("p", null, intro), element("ol", { class: "plan" }, steps)];
}

function step(one, score, { audit, wordsOf, changed }) {
  const draft = { action: one.helps[0], lead: one.leads.join("; "), by: "", ...audit.plan[one.id] };
  const field = (name, label, longest, tag = "input") => {
    const box = element(tag, {
      maxlength: longest,
      rows: tag === "textarea" && "3",
      type: tag === "input" && "text",
      input: () => {
        draft[name] = box.value;
        printed.textContent = box.value;
        audit.plan[one.id] = { ...draft };
        changed();
      },
    });
    box.value = draft[name];
    const printed = element("span", { class: "printed" }, draft[name]);
    return element("label", { class: "note" }, label, box, printed);
  };
  return element(
    "li",
    null,
    element("p", null, element("span", { class: "score" }, `Score ${score}`), " ", element("b", null, one.id), ` ${wordsOf(one)}`),
    element("details", null, element("summary", null, "What helps", element("span", { class: "unseen" }, ` for ${one.id}`)), list(one.helps)),
    element(
      "div",
      { class: "step" },
      field("action", `What to do next for ${one.id}`, LONGEST_NOTE, "textarea"),
      field("lead", `Who leads on ${one.id}`, LONGEST_LEAD, "textarea"),
      field("by", `By when for ${one.id}`, LONGEST_NAME),
    ),
  );
}

function differences(ids, { audit, now, byId, wordsOf, nameOf }) {
  if (ids.length === 0) return element("p", null, "Nowhere.");
  const rows = ids.map((id) => {
    const given = audit.agencies.map((agency) => now[id][agency.id] ?? "no score");
    return [`${id} ${wordsOf(byId.get(id))}`, ...given, agreed(now[id]).score];
  });
  const caption = "Statements on which agencies differ: the lower score is taken";
  return table(caption, ["Statement", ...audit.agencies.map(nameOf), "Taken"], rows);
}

function everyStatement(domain, { audit, rounds, round, wordsOf }) {
  const rows = domain.statements.map((one) => [
    `${one.id} ${wordsOf(one)}`,
    ...rounds.map((name) => agreed(audit.rounds[name].scores[one.id])?.score ?? "–"),
    audit.rounds[round].evidence[one.id] ?? "",
  ]);
  const part = table(`Domain ${domain.id}: ${domain.title}`, ["Statement", ...rounds, `Evidence in ${round}`], rows);
  part.classList.add("statements");
  const comment = audit.rounds[round].comments[domain.id];
  if (comment) part.append(element("p", { class: "comment" }, element("b", null, "Comments: "), comment));
  return part;
}

/** A lettered part says little without the statement that it stands under. */
function whole(one, content) {
  const domain = content.domains.find((each) => each.statements.includes(one));
  return one.group ? `${domain.groups[one.group]} ${one.says}` : one.says;
}

function idsOf(domain) {
  return domain.statements.map((one) => one.id);
}

/** A date as it is written here. */
export function day(date) {
  return new Date(`${date}T12:00:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
