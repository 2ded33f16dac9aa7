/* One text on the desk: its field, what is said about it, and the buttons that belong to it. */

import { ask, post } from "./asking.js";

const HINTS_AFTER = 700; // milliseconds without a key

export class Segment {
  constructor(element, desk) {
    this.element = element;
    this.desk = desk;
    this.key = element.dataset.segment;
    this.field = element.querySelector("[data-text]");
    this.shown = element.querySelector("[data-shown]");
    this.notes = element.querySelector("[data-notes]");
    this.memory = element.querySelector("[data-memory]");
    this.stored = this.field.dataset.stored;
    this.uncover(element);
    this.listen();
    this.restore();
  }

  get isChanged() {
    return this.field.value !== this.stored;
  }

  get isDone() {
    return this.element.dataset.state === "done";
  }

  get source() {
    return this.element.querySelector("[data-source]").textContent;
  }

  /* Show the buttons that do nothing without this script. */
  uncover(part) {
    if (this.field.readOnly) return;
    for (const button of part.querySelectorAll("[hidden]")) button.hidden = false;
  }

  listen() {
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("focus", () => this.focused());
    this.field.addEventListener("keydown", (event) => this.pressed(event));
    this.element.addEventListener("click", (event) => this.clicked(event));
  }

  restore() {
    const draft = this.desk.drafts.find(this.key);
    if (!draft || this.field.readOnly) return;
    if (draft.text === this.stored) {
      this.desk.drafts.forget(this.key);
      return;
    }
    this.field.value = draft.text;
    this.shown.value = draft.shown;
    this.element.classList.add("is-changed");
    this.desk.say("restored");
  }

  typed() {
    this.element.classList.toggle("is-changed", this.isChanged);
    this.desk.announce();
    if (this.isChanged) this.desk.drafts.keep(this.key, this.field.value, this.shown.value);
    else this.desk.drafts.forget(this.key);
    this.desk.write(this);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.askForHints(), HINTS_AFTER);
  }

  focused() {
    this.desk.activate(this);
    if (!this.knowsMemory) {
      this.knowsMemory = true;
      this.askForMemory();
    }
  }

  pressed(event) {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key === "Enter" && !ctrlKey && !metaKey && this.field.hasAttribute("data-line")) {
      event.preventDefault(); // a line has no second one
    }
    if (!(ctrlKey || metaKey) || altKey || this.field.readOnly) return;
    if (key === "Enter") {
      event.preventDefault();
      this.confirm();
    } else if (key.toLowerCase() === "s") {
      event.preventDefault();
      event.stopPropagation();
      this.save("save");
    }
  }

  clicked(event) {
    const button = event.target.closest("button");
    if (!button) return;
    const { act, take, opening, closing } = button.dataset;
    if (act === undefined && take === undefined && opening === undefined) return;
    event.preventDefault();
    if (act) this.save(act);
    else if (opening) this.insert(opening, closing);
    else this.take(take);
  }

  take(text) {
    this.field.value = text;
    this.field.focus();
    this.typed();
  }

  /* Put a code around what is selected, or at the cursor. */
  insert(opening, closing) {
    const { selectionStart: start, selectionEnd: end, value } = this.field;
    const inside = value.slice(start, end);
    this.field.focus();
    this.field.setRangeText(opening + inside + closing, start, end, "end");
    const cursor = start + opening.length + (inside ? inside.length + closing.length : 0);
    this.field.setSelectionRange(cursor, cursor);
    this.typed();
  }

  async confirm() {
    if (await this.save("confirm")) this.desk.goOn(this);
  }

  /* Do something with the text on the server; return whether it is stored. */
  async save(act) {
    clearTimeout(this.timer);
    const text = this.field.value;
    const fields = { key: this.key, text, shown: this.shown.value, act };
    this.element.setAttribute("aria-busy", "true");
    const { status, data = {} } = await post(this.desk.urls.text, this.desk.form, fields);
    this.element.removeAttribute("aria-busy");
    if (data.notes) this.tell(data);
    if (status !== 200) {
      this.refused(status, data);
      return false;
    }
    this.stored = data.text;
    if (this.field.value === text) this.field.value = data.text; // nobody typed on meanwhile
    this.field.removeAttribute("aria-invalid");
    this.typed();
    clearTimeout(this.timer);
    this.desk.say("saved");
    return true;
  }

  tell(data) {
    const hadFocus = this.notes.contains(document.activeElement);
    this.shown.value = data.shown;
    this.notes.innerHTML = data.notes;
    this.uncover(this.notes);
    this.element.dataset.state = data.state;
    this.element.dataset.shows = data.shows.join(" ");
    this.desk.count(data.counts);
    if (hadFocus) this.field.focus();
  }

  refused(status, data) {
    this.field.setAttribute("aria-invalid", "true");
    this.desk.drafts.keep(this.key, this.field.value, this.shown.value);
    if (data.message) this.desk.sayText(data.message, true);
    else this.desk.say(status === 401 ? "loggedOut" : "unreachable", true);
  }

  async askForHints() {
    const fields = { key: this.key, text: this.field.value };
    const text = this.field.value;
    const answer = await post(this.desk.urls.hints, this.desk.form, fields);
    if (answer.status === 200 && this.field.value === text) {
      this.notes.querySelector("[data-hints]").innerHTML = answer.text;
    }
  }

  async askForMemory() {
    const url = `${this.desk.urls.memory}?${new URLSearchParams({ key: this.key })}`;
    const answer = await ask(url);
    if (answer.status === 200 && !this.field.readOnly) this.memory.innerHTML = answer.text;
  }
}
