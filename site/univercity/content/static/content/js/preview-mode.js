/*
 * Wagtail's preview panel drops a mode that is chosen while the preview before is still on its way: the
 * field names one mode and the panel shows another. Ask again when the preview that came is of another
 * mode; the panel takes the question as soon as it has told of this one.
 */

document.addEventListener("w-preview:loaded", ({ target: panel }) => {
  const chosen = panel.querySelector("[data-w-preview-target=mode]");
  if (!chosen) return;
  const shown = new URL(panel.querySelector("#w-preview-iframe").src).searchParams.get("mode");
  if (shown !== chosen.value) queueMicrotask(() => chosen.dispatchEvent(new Event("change")));
});
