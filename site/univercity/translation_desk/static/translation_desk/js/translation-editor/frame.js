/* A preview in its frame: what is clicked there opens its text, what is typed shows there at once. */

import { linkIds, nodesOf } from "./nodes.js";

export class Frame {
  constructor(element, { open, textOf }) {
    this.element = element;
    this.openText = open;
    this.textOf = textOf;
    this.current = null;
    this.before = new WeakMap(); // by place, of whatever document the frame shows
    element.addEventListener("load", () => this.prepare());
    if (this.document?.readyState === "complete") this.prepare();
  }

  get document() {
    return this.element.contentDocument;
  }

  prepare() {
    if (!this.document?.body || this.document.URL === "about:blank") return;
    this.document.addEventListener("click", (event) => this.follow(event));
    this.document.addEventListener("submit", (event) => event.preventDefault());
    if (this.current) this.show(this.current);
  }

  follow(event) {
    const element = event.target.closest("[data-unit], [data-units]");
    if (event.target.closest("a, button, label, input")) event.preventDefault();
    const key = element?.dataset.unit ?? element?.dataset.units.split(" ")[0];
    if (key) this.openText(key);
  }

  placesOf(key) {
    const name = CSS.escape(key);
    const places = `[data-unit="${name}"], [data-units~="${name}"]`;
    return [...(this.document?.querySelectorAll(places) ?? [])];
  }

  /* Mark where a text stands, and bring the first place into sight. */
  show(key) {
    this.current = key;
    for (const old of this.document?.querySelectorAll(".is-current-text") ?? []) {
      old.classList.remove("is-current-text");
    }
    const places = this.placesOf(key);
    for (const place of places) place.classList.add("is-current-text");
    const first = places.find((place) => place.getClientRects().length) ?? places[0];
    for (let fold = first?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    if (first) this.scrollTo(first);
  }

  scrollTo(place) {
    // Not scrollIntoView(), which would scroll the editor along.
    const { innerHeight, scrollY } = this.element.contentWindow;
    const { top, bottom } = place.getBoundingClientRect();
    if (top >= 0 && bottom <= innerHeight) return;
    this.element.contentWindow.scrollTo(0, scrollY + top - innerHeight / 3);
  }

  /* Show what is typed, wherever the text stands; an empty text brings back what was there. */
  write(key, text) {
    for (const place of this.placesOf(key).filter((each) => each.dataset.unit)) {
      if (!this.before.has(place)) {
        const links = [...place.querySelectorAll("a")];
        const ids = linkIds(this.textOf(key));
        const byId = new Map(ids.map((id, index) => [id, links[index]]));
        this.before.set(place, { nodes: [...place.childNodes], lang: place.lang, links: byId });
      }
      const before = this.before.get(place);
      if (text.trim()) {
        place.replaceChildren(nodesOf(text, this.document, before.links));
        place.removeAttribute("lang");
      } else {
        place.replaceChildren(...before.nodes);
        if (before.lang) place.lang = before.lang;
      }
    }
  }
}
