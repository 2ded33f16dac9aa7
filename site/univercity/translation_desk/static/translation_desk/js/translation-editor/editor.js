/*
 * The editor of translations. Without it the page is a form that works; with it each text is saved
 * by itself, hints come while typing, and texts and previews lead to each other.
 */

import { Drafts } from "./drafts.js";
import { Frame } from "./frame.js";
import { Segment } from "./segment.js";

class Desk {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("[data-form]");
    this.status = root.querySelector("[data-status]");
    const { textUrl: text, hintsUrl: hints, memoryUrl: memory } = root.dataset;
    this.urls = { text, hints, memory };
    this.drafts = new Drafts(root.dataset.translation);
    this.segments = [...root.querySelectorAll("[data-segment]")].map(
      (element) => new Segment(element, this),
    );
    this.byKey = new Map(this.segments.map((segment) => [segment.key, segment]));
    this.frames = [...root.querySelectorAll("iframe")].map(
      (element) =>
        new Frame(element, {
          open: (key) => this.open(key),
          textOf: (key) => this.byKey.get(key)?.stored || this.byKey.get(key)?.source || "",
        }),
    );
    this.target = this.frames.find((frame) => frame.element.name === "preview-target");
    this.target?.element.addEventListener("load", () => this.writeAll());
    for (const link of root.querySelectorAll("[data-show]")) {
      link.addEventListener("click", (event) => this.choose(event, link));
    }
    this.form.addEventListener("submit", (event) => this.submitted(event));
    addEventListener("beforeunload", (event) => {
      if (!this.isSubmitted && this.isChanged) event.preventDefault();
    });
    if (location.hash.startsWith("#unit-")) this.open(location.hash.slice("#unit-".length));
  }

  get isChanged() {
    return this.segments.some((segment) => segment.isChanged);
  }

  /* Tell the admin, which shows it to whoever has the same page open. */
  announce() {
    document.dispatchEvent(new Event(this.isChanged ? "w-unsaved:add" : "w-unsaved:clear"));
  }

  say(name, isProblem = false) {
    this.sayText(this.root.dataset[name], isProblem);
  }

  sayText(text, isProblem = false) {
    this.status.textContent = text;
    this.status.classList.toggle("is-problem", isProblem);
  }

  submitted(event) {
    if (event.submitter?.formTarget) return; // only makes the preview anew
    this.isSubmitted = true;
    for (const segment of this.segments) this.drafts.forget(segment.key);
  }

  /* A text was chosen, in its field or in a preview. */
  activate(segment) {
    this.current?.element.classList.remove("is-current");
    this.current = segment;
    segment.element.classList.add("is-current");
    for (const frame of this.frames) frame.show(segment.key);
  }

  open(key) {
    const segment = this.byKey.get(key);
    if (!segment) return;
    segment.element.hidden = false;
    segment.element.closest("[data-group]").hidden = false;
    segment.element.scrollIntoView({ block: "center" });
    segment.field.focus({ preventScroll: true });
  }

  /* Open the next text that is not done, from the top again after the last one. */
  goOn(segment) {
    const place = this.segments.indexOf(segment);
    const others = [...this.segments.slice(place + 1), ...this.segments.slice(0, place)];
    const next = others.find((other) => !other.isDone);
    if (next) this.open(next.key);
    else this.say("allDone");
  }

  write(segment) {
    this.target?.write(segment.key, segment.field.value);
  }

  writeAll() {
    for (const segment of this.segments) {
      if (segment.isChanged) this.write(segment);
    }
  }

  count(counts) {
    for (const element of this.root.querySelectorAll("[data-count]")) {
      element.textContent = counts[element.dataset.count];
    }
    this.root.querySelector("[data-done]").textContent = counts.done;
    this.root.querySelector("progress").value = counts.done;
  }

  choose(event, link) {
    event.preventDefault();
    for (const other of this.root.querySelectorAll("[data-show]")) {
      other.toggleAttribute("aria-current", false);
    }
    link.setAttribute("aria-current", "true");
    const choice = link.dataset.show;
    for (const segment of this.segments) {
      segment.element.hidden = !segment.element.dataset.shows.split(" ").includes(choice);
    }
    for (const group of this.root.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-segment]:not([hidden])");
    }
    this.root.querySelector("[data-nothing]").hidden = this.segments.some(
      (segment) => !segment.element.hidden,
    );
    history.replaceState(null, "", link.href);
    this.form.action = link.href;
  }
}

const root = document.querySelector("[data-desk]");
if (root) new Desk(root);
