// Shows a video of another host only after the visitor has asked for it.

function play(button) {
  const player = document.createElement("iframe");
  player.src = button.dataset.playerUrl;
  player.title = button.dataset.title;
  player.allow = "fullscreen; picture-in-picture";
  player.referrerPolicy = "strict-origin-when-cross-origin";
  button.closest(".video__frame").replaceChildren(player);
  player.focus();
}

for (const button of document.querySelectorAll("button[data-player-url]")) {
  button.addEventListener("click", () => play(button), { once: true });
  button.hidden = false;
}
