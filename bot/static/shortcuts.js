/** Keys that act from anywhere, also from the box: Alt with a digit (an answer) or with a letter of `acts`. */
export function onShortcuts(acts) {
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    // The place of the key, not its sign: Alt makes other signs on some keyboards.
    const name = event.code.replace(/^(Digit|Numpad|Key)/, "").toLowerCase();
    const act = acts[name] ?? (/^[1-9]$/.test(name) && (() => acts.answer(Number(name))));
    if (!act) return;
    event.preventDefault();
    act();
  });
}
