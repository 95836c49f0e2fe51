const ELSEWHERE = "https://www.bbc.co.uk/weather";
const WITHIN_MS = 1500;

/** Blanks the page and replaces it, or the page around it, so that Back does not return. */
export function leave(href) {
  let address = new URL(ELSEWHERE);
  try {
    const wanted = new URL(href || ELSEWHERE, document.baseURI);
    if (/^https?:$/.test(wanted.protocol)) address = wanted;
  } catch {
    // the usual one, then
  }
  document.documentElement.replaceChildren();
  try {
    window.top.location.replace(address);
  } catch {
    window.location.replace(address); // the frame may not move the page around it
  }
}

/** Calls `act` on three lone presses of Shift; any key or click between starts again. */
export function onThreeShifts(act, signal) {
  const options = { capture: true, signal };
  let alone = false;
  let presses = [];
  const spoil = () => {
    alone = false;
    presses = [];
  };
  const down = (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) spoil();
    else if (!event.repeat) alone = true;
  };
  const up = (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses = [...presses, event.timeStamp].slice(-3);
    if (presses.length === 3 && presses[2] - presses[0] <= WITHIN_MS) act();
  };
  document.addEventListener("keydown", down, options);
  document.addEventListener("keyup", up, options);
  document.addEventListener("pointerdown", spoil, options);
  window.addEventListener("blur", spoil, options);
}
