// Elements. Everything of a material or an answer goes through here and becomes text: nothing of it becomes markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, listeners (`onclick: f`) and children; strings become text, null and false nothing. */
export function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(2).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** A stretch of a text as text and marks. Highlights are in UTF-16 units into the whole text, in order. */
export function marked(text, highlights, from = 0, to = text.length) {
  const pieces = [];
  let at = from;
  for (const { start, length } of highlights ?? []) {
    const begin = Math.max(start, at);
    const end = Math.min(start + length, to);
    if (begin >= end) continue;
    if (begin > at) pieces.push(text.slice(at, begin));
    pieces.push(el("mark", null, text.slice(begin, end)));
    at = end;
  }
  if (at < to) pieces.push(text.slice(at, to));
  return pieces;
}

/** Whether an address may become a link: what runs script or opens a file never does. */
export function isWebAddress(address) {
  try {
    return /^https?:$/.test(new URL(address).protocol) && /^https?:\/\//i.test(address.trim());
  } catch {
    return false;
  }
}

/** A link to another site; an address that is none stays text. */
export function outside(address, text = address) {
  return isWebAddress(address)
    ? el("a", { href: address.trim(), rel: "noopener noreferrer", target: "_blank", class: "outside" }, text)
    : el("span", { class: "inert" }, text);
}

/** A text whose web addresses are links. */
export function linked(text) {
  const pieces = [];
  let at = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'，。；、（）《》【】“”]+/gi)) {
    const address = match[0].replace(/[.,;:!?)\]]+$/, "");
    pieces.push(text.slice(at, match.index), outside(address));
    at = match.index + address.length;
  }
  pieces.push(text.slice(at));
  return pieces.filter(piece => piece !== "");
}

/** Puts new children in place of the old ones and keeps the focus on the control with the same data-key. */
export function refill(parent, ...children) {
  const held = parent.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  parent.replaceChildren(...children.flat(2).filter(child => child !== null && child !== undefined && child !== false));
  if (held) parent.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
}
