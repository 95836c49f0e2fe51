/** The arithmetic of the confidence check. Answers go from the surest to the least sure, then "don't know". */

export const ANSWERS = ["Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree", "Don't know"];
const AGREE = 2; // the first two

/** How many answered, and the per cent of them who agree, rounded half up; `null` where nobody answered. */
export function share(counts) {
  const base = counts.reduce((sum, count) => sum + count, 0);
  const agree = counts.slice(0, AGREE).reduce((sum, count) => sum + count, 0);
  return { base, percent: base === 0 ? null : Math.floor((200 * agree + base) / (2 * base)) };
}

/** Whether fewer than half of those who answered agree: then help is offered first. */
export function needsSupport(counts) {
  const { base } = share(counts);
  const agree = counts.slice(0, AGREE).reduce((sum, count) => sum + count, 0);
  return base > 0 && 2 * agree < base;
}
