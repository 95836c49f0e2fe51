/** What the pages for staff share: their content, files to keep, and printing what is folded away. */
import { element } from "./element.js";

/** Fills `place` by `show(content)`. Where the content does not come, says so and offers to try again. */
export async function fill(place, name, show) {
  place.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(`/content/${name}.json`);
    if (!answer.ok) throw new Error(answer.status);
    const content = await answer.json();
    place.replaceChildren();
    show(content);
  } catch (error) {
    const again = element("button", { type: "button", click: () => fill(place, name, show) }, "Try again");
    place.replaceChildren(element("p", { role: "alert" }, "This page could not be filled. Are you online?"), again);
    if (!(error instanceof TypeError) && !/^\d+$/.test(error.message)) throw error;
  } finally {
    place.removeAttribute("aria-busy");
  }
}

/** Hands `text` to the browser as a file to save. */
export function keep(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // a slow disk may still be reading
}

/** Opens what is folded away within `place` while it is printed. */
export function unfoldForPrint(place) {
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...place.querySelectorAll("details:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}

/** The titles of sources with their places, each source once: "Title, section; section". */
export function cited(sources) {
  const places = new Map();
  for (const { title, ref } of sources) places.set(title, (places.get(title) ?? new Set()).add(ref));
  return [...places].map(([title, refs]) => [title, [...refs].filter(Boolean).join("; ")].filter(Boolean).join(", "));
}

/** A small line with sources. */
export function sourceLine(sources) {
  const titles = cited(sources);
  return element("p", { class: "small" }, titles.length > 1 ? "Sources: " : "Source: ", titles.join(". "));
}

/** A list of texts. */
export function list(texts, attributes) {
  return element("ul", attributes, texts.map((text) => element("li", null, text)));
}

/** A table that scrolls by itself where the screen is narrow. `rows` are lists of cells, the first one the row's head. */
export function table(caption, heads, rows) {
  const cell = (value, place) =>
    place === 0 ? element("th", { scope: "row" }, value) : element("td", null, value);
  return element(
    "div",
    { class: "scroller", role: "region", tabindex: "0", "aria-label": caption },
    element(
      "table",
      null,
      element("caption", null, caption),
      element("thead", null, element("tr", null, heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", null, rows.map((row) => element("tr", null, row.map(cell)))),
    ),
  );
}
