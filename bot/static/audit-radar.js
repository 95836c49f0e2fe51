/** The radar: one axis for each domain, one line for each round. A table beside it says the same. */
const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 560;
const HEIGHT = 430;
const CENTRE = { x: WIDTH / 2, y: 220 };
const RADIUS = 150;
const HIGHEST = 4;
const LONGEST_LINE = 14; // characters of a title in one line

/** `domains` are `{id, title}`, `rounds` are `{name, means}` with a mean of 0 to 4, or `null`, for each domain. */
export function radar(domains, rounds) {
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", class: "radar", "aria-labelledby": "radar-title" });
  const title = shape("title", { id: "radar-title" });
  title.textContent = `Radar of the mean score of each domain, from 0 in the middle to ${HIGHEST}, for ${rounds
    .map((round) => round.name)
    .join(", ")}. The table gives the same figures.`;
  svg.append(title);
  const at = (place, score) => {
    const angle = (2 * Math.PI * place) / domains.length - Math.PI / 2;
    return { x: CENTRE.x + (RADIUS * score * Math.cos(angle)) / HIGHEST, y: CENTRE.y + (RADIUS * score * Math.sin(angle)) / HIGHEST };
  };
  for (let ring = 1; ring <= HIGHEST; ring += 1) {
    svg.append(shape("polygon", { class: "ring", points: domains.map((_, place) => point(at(place, ring))).join(" ") }));
    svg.append(words(String(ring), { x: CENTRE.x + 5, y: at(0, ring).y + 13 }, "start", "mark"));
  }
  domains.forEach((domain, place) => {
    const end = at(place, HIGHEST);
    svg.append(shape("line", { class: "axis", x1: CENTRE.x, y1: CENTRE.y, x2: end.x, y2: end.y }));
    label(svg, domain, at(place, HIGHEST * 1.1));
  });
  for (const round of rounds) svg.append(line(round, at));
  return svg;
}

/** A small drawing of a round's line, for the legend and the table. */
export function sample(name) {
  const svg = shape("svg", { viewBox: "0 0 44 16", class: "sample", "aria-hidden": "true" });
  const group = shape("g", { class: `line ${name}` });
  group.append(shape("path", { d: "M2 8H42" }), marker(name, { x: 22, y: 8 }));
  svg.append(group);
  return svg;
}

function line(round, at) {
  const group = shape("g", { class: `line ${round.name}` });
  const points = round.means.map((mean, place) => (mean === null ? null : at(place, mean)));
  // Where a domain has no score the line has a gap: it is not drawn through the middle.
  points.forEach((from, place) => {
    const to = points[(place + 1) % points.length];
    if (from && to) group.append(shape("path", { d: `M${point(from)}L${point(to)}` }));
  });
  for (const where of points.filter(Boolean)) group.append(marker(round.name, where));
  return group;
}

function marker(name, { x, y }) {
  if (name === "T1") return shape("circle", { cx: x, cy: y, r: 5 });
  if (name === "T2") return shape("rect", { x: x - 5, y: y - 5, width: 10, height: 10 });
  return shape("polygon", { points: `${x},${y - 7} ${x + 6.5},${y + 5} ${x - 6.5},${y + 5}` });
}

function label(svg, domain, where) {
  const side = Math.abs(where.x - CENTRE.x) < 10 ? "middle" : where.x > CENTRE.x ? "start" : "end";
  // A long title stands in two lines, so that it stays within the drawing.
  const cut = domain.title.length > LONGEST_LINE ? domain.title.indexOf(" ") : domain.title.length;
  const [first, second] = [domain.title.slice(0, cut), domain.title.slice(cut + 1)];
  const top = where.y > CENTRE.y + 20 ? where.y + 14 : where.y - (second ? 8 : 0);
  svg.append(words(`${domain.id} ${first}`, { x: where.x, y: top }, side, "name"));
  if (second) svg.append(words(second, { x: where.x, y: top + 18 }, side, "name"));
}

function words(text, where, side, kind) {
  const node = shape("text", { x: where.x, y: where.y, "text-anchor": side, class: kind });
  node.textContent = text;
  return node;
}

function point({ x, y }) {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function shape(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}
