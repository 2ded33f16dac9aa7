/*
 * Our rules for the content checker of the editor. Words and limits come from the server with each
 * check, by language; univercity/editorial/content_checks has the same rules for the report.
 */

const BLOCKS = "p, li, dd, blockquote, figcaption, td";

/* Return the words and limits for the language in which an element is written. */
function rulesFor(element, options) {
  const language = element.closest("[lang]")?.lang.slice(0, 2);
  return options[language] ?? options.en;
}

function textOf(element) {
  return (element.innerText ?? element.textContent).trim().replace(/\s+/g, " ");
}

function nameOf(link) {
  const alternatives = [...link.querySelectorAll("img")].map((image) => image.alt);
  return link.getAttribute("aria-label") || [textOf(link), ...alternatives].join(" ").trim();
}

export function wordsOf(text) {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

export function sentencesOf(text, rules) {
  for (const abbreviation of rules.abbreviations) {
    text = text.replaceAll(` ${abbreviation}`, ` ${abbreviation.replaceAll(".", "")}`);
  }
  const ends = new RegExp(rules.sentenceEnd, "g");
  return text.replace(ends, "$1\n").split("\n");
}

const checks = {
  "alt-text": (image, rules) => {
    const alt = image.alt.trim().toLowerCase();
    return !rules.prefixes.some((prefix) => alt.startsWith(prefix));
  },
  "link-text": (link, rules) => {
    const name = nameOf(link);
    const said = name.toLowerCase().replace(/^[ .:…→>»]+|[ .:…→>»]+$/g, "");
    return !rules.links.includes(said) && !new RegExp(rules.url, "i").test(name);
  },
  capitals: (element, rules) => {
    const text = element.textContent.trim().replace(/\s+/g, " "); // as written, not as styled
    const letters = text.match(/\p{L}/gu) ?? [];
    const inCapitals = text === text.toUpperCase() && text.includes(" ");
    return !(inCapitals && letters.length >= rules.shortestCapitals);
  },
  "long-sentence": (element, rules) => {
    if (element.querySelector(BLOCKS)) return true; // they are looked at themselves
    const sentences = sentencesOf(textOf(element), rules);
    return sentences.every((sentence) => wordsOf(sentence).length <= rules.longestSentence);
  },
};

const userbar = document.querySelector("wagtail-userbar");
for (const [kind, passes] of Object.entries(checks)) {
  userbar?.registerCheck(`univercity-check-${kind}`, (element, options) =>
    passes(element, rulesFor(element, options)),
  );
}
