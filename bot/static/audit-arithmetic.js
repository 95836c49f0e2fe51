/**
 * The arithmetic of the audit, in one place. A round's scores are `{statement: {agency: 0 to 4}}`; what nobody scored
 * is not there, and is never counted as nought. Means are whole tenths, rounded half up, so that nothing is lost.
 */

/** Of the scores that agencies gave one statement, the lowest counts; `null` where nobody gave one. */
export function agreed(given) {
  const scores = Object.values(given ?? {});
  if (scores.length === 0) return null;
  const score = Math.min(...scores);
  const highest = Math.max(...scores);
  return { score, highest, gap: highest - score };
}

/** The sum over the statements that have a score, how many have one, and of how many. */
export function total(statements, scores) {
  const counted = statements.map((id) => agreed(scores[id])).filter(Boolean);
  return { sum: counted.reduce((sum, one) => sum + one.score, 0), scored: counted.length, of: statements.length };
}

/** The mean in tenths; `null` where nothing has a score. */
export function mean({ sum, scored }) {
  return scored === 0 ? null : tenths(sum, scored);
}

/** How far the mean of the statements that have a score in both rounds has moved, in tenths, and how many they are. */
export function change(statements, before, after) {
  const both = statements.filter((id) => agreed(before[id]) && agreed(after[id]));
  const moved = total(both, after).sum - total(both, before).sum;
  return { tenths: both.length === 0 ? null : tenths(moved, both.length), both: both.length };
}

/** The statements that have a score, the lowest first; those with the same score in the order given. */
export function lowestFirst(statements, scores) {
  return statements
    .filter((id) => agreed(scores[id]))
    .sort((one, other) => agreed(scores[one]).score - agreed(scores[other]).score);
}

/** The statements on which agencies differ, the widest gap first. */
export function differing(statements, scores) {
  return statements
    .filter((id) => agreed(scores[id])?.gap > 0)
    .sort((one, other) => agreed(scores[other]).gap - agreed(scores[one]).gap);
}

/** Tenths as people write them: 23 is "2.3". */
export function written(inTenths) {
  return (inTenths / 10).toFixed(1);
}

function tenths(sum, count) {
  const half = Math.floor((20 * Math.abs(sum) + count) / (2 * count));
  return sum < 0 && half > 0 ? -half : half;
}
