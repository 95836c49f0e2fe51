/** The audit as a file of the user's own: made, written, and read with every field checked. */

export const FORMAT = "waymark-audit";
export const VERSION = 1;
export const ROUNDS = ["T1", "T2", "T3"];
export const MOST_AGENCIES = 12;
export const LONGEST_NAME = 80;
export const LONGEST_LEAD = 300;
export const LONGEST_NOTE = 2000;
const LARGEST_FILE = 2_000_000; // characters
const NOTES = ["evidence", "assurance"];

/** An audit with nothing in it. */
export function blank(edition) {
  return {
    format: FORMAT,
    version: VERSION,
    framework: edition,
    area: "",
    agencies: [{ id: "a1", name: "" }],
    rounds: Object.fromEntries(ROUNDS.map((name) => [name, blankRound()])),
    plan: {},
  };
}

function blankRound() {
  return { date: "", scores: {}, evidence: {}, assurance: {}, comments: {} };
}

/** The text of the file. */
export function write(audit) {
  return `${JSON.stringify(audit, null, 2)}\n`;
}

/** `{ audit }`, or `{ problem }` with what is wrong, in words. `content` is what the page was filled with. */
export function read(text, content) {
  let found;
  try {
    if (text.length > LARGEST_FILE) throw new Error();
    found = JSON.parse(text);
  } catch {
    return { problem: "This file cannot be read. It is damaged, or it is not an audit saved from this page." };
  }
  if (!isMapping(found) || found.format !== FORMAT) {
    return { problem: "This file is something else: it is not an audit saved from this page." };
  }
  if (!Number.isInteger(found.version)) return { problem: damaged("version", "a whole number") };
  if (found.version > VERSION) {
    return { problem: "This audit was saved by a newer Waymark. This page cannot read it." };
  }
  if (found.version < VERSION) {
    return { problem: "This audit was saved by an older Waymark, in a form that this page no longer reads." };
  }
  if (found.framework !== content.edition) {
    return { problem: `This audit uses another edition of the framework. This page has the one of ${content.edition}.` };
  }
  try {
    check(found, content);
  } catch (error) {
    if (error instanceof Unfit) return { problem: error.message };
    throw error;
  }
  return { audit: found };
}

class Unfit extends Error {}

function damaged(where, expected) {
  return `This file is damaged at “${where}”. Expected there: ${expected}.`;
}

function unless(fits, where, expected) {
  if (!fits) throw new Unfit(damaged(where, expected));
}

function check(audit, content) {
  const domains = new Set(content.domains.map((domain) => domain.id));
  const statements = new Set(content.domains.flatMap((domain) => domain.statements.map((one) => one.id)));
  keys(audit, "file", ["format", "version", "framework", "area", "agencies", "rounds", "plan"]);
  words(audit.area, "area", LONGEST_NAME);
  unless(Array.isArray(audit.agencies), "agencies", "a list");
  unless(audit.agencies.length >= 1 && audit.agencies.length <= MOST_AGENCIES, "agencies", `1 to ${MOST_AGENCIES} of them`);
  for (const [place, agency] of audit.agencies.entries()) {
    keys(agency, `agencies.${place}`, ["id", "name"]);
    unless(/^a[1-9][0-9]{0,3}$/.test(agency.id), `agencies.${place}.id`, "a short mark such as a1");
    words(agency.name, `agencies.${place}.name`, LONGEST_NAME);
  }
  const agencies = new Set(audit.agencies.map((agency) => agency.id));
  unless(agencies.size === audit.agencies.length, "agencies", "marks that differ");
  keys(audit.rounds, "rounds", ROUNDS);
  for (const name of ROUNDS) checkRound(audit.rounds[name], `rounds.${name}`, { agencies, domains, statements });
  for (const [id, step] of entries(audit.plan, "plan", statements)) {
    keys(step, `plan.${id}`, ["action", "lead", "by"]);
    words(step.action, `plan.${id}.action`, LONGEST_NOTE);
    words(step.lead, `plan.${id}.lead`, LONGEST_LEAD);
    words(step.by, `plan.${id}.by`, LONGEST_NAME);
  }
}

function checkRound(round, where, known) {
  keys(round, where, ["date", "scores", "comments", ...NOTES]);
  const isDay = round.date === "" || (/^\d{4}-\d{2}-\d{2}$/.test(round.date) && !Number.isNaN(Date.parse(round.date)));
  unless(isDay, `${where}.date`, "a date such as 2026-11-29, or nothing");
  for (const [id, given] of entries(round.scores, `${where}.scores`, known.statements)) {
    for (const [agency, score] of entries(given, `${where}.scores.${id}`, known.agencies)) {
      const fits = Number.isInteger(score) && score >= 0 && score <= 4;
      unless(fits, `${where}.scores.${id}.${agency}`, "a whole number from 0 to 4");
    }
  }
  for (const kind of NOTES) {
    for (const [id, note] of entries(round[kind], `${where}.${kind}`, known.statements)) {
      words(note, `${where}.${kind}.${id}`, LONGEST_NOTE);
    }
  }
  for (const [id, note] of entries(round.comments, `${where}.comments`, known.domains)) {
    words(note, `${where}.comments.${id}`, LONGEST_NOTE);
  }
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keys(value, where, expected) {
  unless(isMapping(value), where, "a group of fields");
  for (const name of expected) unless(Object.hasOwn(value, name), `${where}.${name}`, "a value");
  const strangers = Object.keys(value).filter((name) => !expected.includes(name));
  unless(strangers.length === 0, `${where}.${strangers[0]}`, "nothing of that name");
}

function entries(value, where, known) {
  unless(isMapping(value), where, "a group of fields");
  for (const name of Object.keys(value)) unless(known.has(name), `${where}.${name}`, "a number or mark that this audit has");
  return Object.entries(value);
}

function words(value, where, longest) {
  unless(typeof value === "string" && value.length <= longest, where, `text of at most ${longest} characters`);
}
