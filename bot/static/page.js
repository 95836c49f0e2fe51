/** For the pages around the conversation: links that leave no step behind, and the exit where there is no widget. */
import { leave, onThreeShifts } from "./exit.js";

for (const link of document.querySelectorAll("a[data-replace]")) {
  // Without this, the Back button would lead here again after an exit.
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    window.location.replace(link.href);
  });
}

const exit = document.querySelector("a[data-exit]");
if (exit) {
  const go = () => leave(exit.href);
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  onThreeShifts(go);
}
