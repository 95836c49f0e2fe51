/** Builds an element. Strings become text, never markup; functions listen; false is left out. */
export function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child || child === 0));
  return node;
}

const PHONE =
  "M5.2 3.8 8 3.2l2.2 5-2.1 1.9a13 13 0 0 0 5.8 5.8l1.9-2.1 5 2.2-.6 2.8a3 3 0 0 1-3 2.2A16 16 0 0 1 3 6.8a3 3 0 0 1 2.2-3Z";
// Outline, then what is inside: the results differ in both.
const DRAWINGS = {
  green: ["M12 1.5a10.5 10.5 0 1 0 0 21 10.5 10.5 0 0 0 0-21Z", "m7 12.5 3.5 3.5L17 8.8"],
  amber: ["M12 .8 23.2 12 12 23.2.8 12Z", "M6.6 12c3-4.4 7.8-4.4 10.8 0-3 4.4-7.8 4.4-10.8 0ZM12 11.8v.4"],
  red: ["M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4Z", PHONE],
  none: ["M2 2h20v20H2Z", "M12 11v6M12 7v.3"],
  phone: ["", PHONE],
};
const SVG = "http://www.w3.org/2000/svg";

/** A drawing; words beside it say the same. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const shape of DRAWINGS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}
