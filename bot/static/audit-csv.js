/** The audit as a table for a spreadsheet: a line for each statement of each round that has anything in it. */
import { agreed } from "./audit-arithmetic.js";
import { ROUNDS } from "./audit-file.js";

/** The text of the file. It begins with a mark by which a spreadsheet knows its letters. */
export function csv(audit, content, nameOf) {
  const head = ["Round", "Date", "Domain", "Number", "Statement", ...audit.agencies.map(nameOf)];
  const lines = [[...head, "Score taken", "Highest score", "Evidence", "How it is checked", "Action", "Lead", "By"]];
  for (const name of ROUNDS) {
    const round = audit.rounds[name];
    for (const domain of content.domains) {
      for (const one of domain.statements) {
        const notes = [round.evidence[one.id] ?? "", round.assurance[one.id] ?? ""];
        const taken = agreed(round.scores[one.id]);
        if (!taken && notes.every((note) => note === "")) continue;
        const step = audit.plan[one.id] ?? {};
        const given = audit.agencies.map((agency) => round.scores[one.id]?.[agency.id] ?? "");
        const scores = [...given, taken?.score ?? "", taken?.highest ?? ""];
        const plan = [step.action ?? "", step.lead ?? "", step.by ?? ""];
        lines.push([name, round.date, `${domain.id} ${domain.title}`, one.id, one.says, ...scores, ...notes, ...plan]);
      }
    }
  }
  return `\uFEFF${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A spreadsheet would run what begins like a formula: a mark in front makes it text. */
function cell(value) {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
