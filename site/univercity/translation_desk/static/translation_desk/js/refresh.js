/*
 * Reads a part of the page again every two seconds, until it says that it is finished. Where that
 * fails, the link in it reads the whole page again.
 */

const INTERVAL = 2000;

async function refresh(part) {
  const response = await fetch(part.dataset.refreshedFrom, { credentials: "same-origin" });
  if (!response.ok || response.redirected) return;
  part.innerHTML = await response.text();
  if (!part.querySelector("[data-finished]")) setTimeout(refresh, INTERVAL, part);
}

for (const part of document.querySelectorAll("[data-refreshed-from]")) {
  setTimeout(refresh, INTERVAL, part);
}
