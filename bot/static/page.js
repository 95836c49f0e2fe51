/** For the pages around the conversation: the exit where there is no widget. Links are in links.js. */
import { leave, onThreeShifts } from "./exit.js";

const exit = document.querySelector("a[data-exit]");
if (exit) {
  const go = () => leave(exit.href);
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  onThreeShifts(go);
}
