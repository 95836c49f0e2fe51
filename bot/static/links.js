/**
 * Links that leave no step behind: without this, the Back button would lead here again after an exit.
 * Not a module: it runs before the page is read, so it is there before the first link can be pressed.
 */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-replace], a[data-exit]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  window.location.replace(link.href);
});
