/* What is typed and not saved, kept by the window until it is: a log-in in between loses nothing. */

export class Drafts {
  constructor(translation) {
    this.prefix = `translation-${translation}-`;
  }

  keep(key, text, shown) {
    try {
      sessionStorage.setItem(this.prefix + key, JSON.stringify({ text, shown }));
    } catch {
      // The window keeps nothing, as in some private modes: the field still has the text.
    }
  }

  forget(key) {
    sessionStorage.removeItem(this.prefix + key);
  }

  find(key) {
    return JSON.parse(sessionStorage.getItem(this.prefix + key) ?? "null");
  }
}
