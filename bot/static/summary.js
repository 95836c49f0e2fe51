/** The coded summary as plain text for another system: codes and Waymark's own words, nothing that was typed. */
import { WORDS } from "./words.js";

const lines = (title, items) => (items?.length ? [``, `${title}:`, ...items.map((item) => `- ${item}`)] : []);

/** @returns {string} the lines of a `summary` card */
export function summaryText(card) {
  const { low, high } = card.age ?? {};
  const age = low == null ? [] : [`${WORDS.age} ${[...new Set([low, high ?? low])].join("–")}`];
  const [colour] = WORDS.colours[card.colour] ?? WORDS.colours.none;
  const people = card.contacts?.map(({ name, phone, url }) => [name, phone ?? url].filter(Boolean).join(": "));
  return [
    `${WORDS.title}. ${WORDS.summary}, ${card.made_on}`,
    `${colour}${card.continuum ? `; ${WORDS.continuum}: ${card.continuum}` : ""}`,
    ...(card.provisional ? [WORDS.provisional] : []),
    ...age,
    ...(card.behaviours ?? []),
    ...lines(WORDS.why, card.reasons),
    ...lines(WORDS.unknown, card.unknowns),
    ...lines(WORDS.doNow, card.do_now),
    ...lines(WORDS.avoid, card.avoid),
    ...lines(WORDS.ring, people),
    ...lines(WORDS.sources, card.sources?.map(({ title, ref }) => [title, ref].filter(Boolean).join(", "))),
    ...(card.notice ? ["", card.notice] : []),
  ].join("\n");
}

/** Copies what `fetchCard` gives. Whether it worked. */
export async function copySummary(fetchCard) {
  const text = async () => {
    const card = await fetchCard();
    if (!card) throw new Error();
    return new Blob([summaryText(card)], { type: "text/plain" });
  };
  try {
    // The promise goes in at once: some browsers allow copying only in the moment of the press.
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": text() })]);
    return true;
  } catch {
    return false;
  }
}
