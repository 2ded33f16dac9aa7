// Loads something of another host only after the visitor has asked for it (components/consent.html).

// The frame may run its own scripts and open links in a new tab; it cannot lead this page away.
const ALLOWED = [
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-presentation",
  "allow-same-origin",
  "allow-scripts",
];

function load(button) {
  const frame = document.createElement("iframe");
  frame.title = button.dataset.frameTitle;
  frame.allow = "fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.sandbox.add(...ALLOWED);
  frame.src = button.dataset.frameSrc;
  button.closest(".consent").replaceChildren(frame);
  frame.focus();
}

for (const button of document.querySelectorAll("button[data-frame-src]")) {
  button.addEventListener("click", () => load(button), { once: true });
  button.hidden = false;
}
