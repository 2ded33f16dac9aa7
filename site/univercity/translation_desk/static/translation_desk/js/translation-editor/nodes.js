/* Texts with codes, as translators type them, made into what a page shows. */

const TAG = /(<\/?[a-zA-Z][^<>]*>)/;
const ESCAPED = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

function idOf(tag) {
  return tag.match(/\bid="([^"]*)"/)?.[1];
}

/* Return the ids of the links in a text, in their order. */
export function linkIds(text) {
  return [...text.matchAll(/<a\b[^<>]*>/g)].map(([tag]) => idOf(tag));
}

function appendText(parent, text, document) {
  const plain = text.replace(/&(lt|gt|amp);/g, (entity) => ESCAPED[entity]);
  plain.split("\n").forEach((line, index) => {
    if (index) parent.append(document.createElement("br"));
    parent.append(line);
  });
}

/* Return a fragment of `document`; `links` has elements to copy by id. */
export function nodesOf(text, document, links) {
  const fragment = document.createDocumentFragment();
  const open = [fragment];
  for (const part of text.split(TAG)) {
    const name = part.match(/^<\/?([a-zA-Z]+)/)?.[1].toLowerCase();
    if (!name || !TAG.test(part)) {
      appendText(open.at(-1), part, document);
    } else if (part.startsWith("</")) {
      if (open.length > 1) open.pop();
    } else {
      const element = links.get(idOf(part))?.cloneNode(false) ?? document.createElement(name);
      open.at(-1).append(element);
      if (!part.endsWith("/>")) open.push(element);
    }
  }
  return fragment;
}
