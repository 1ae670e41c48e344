// The text of an article: headings, paragraphs, tables, with matches marked and citations linked to the reference list.

import { el, marked } from "./dom.js";
import { t } from "./texts.js";

// A citation as texts write it: [1], [1,3], [2-4], also in other brackets and with the caret of a footnote.
const CITATION = /[[［〔【]\^?[\p{L}\p{N}_-]{1,20}(?:\s*[,，、\-–—~～]\s*\p{N}{1,4})*[\]］〕】]/gu;

/**
 * An article's text.
 * @returns {{elements: Element[], contents: {id: string, title: string, depth: number}[]}} The elements, and the table of contents.
 */
export function textOf(article) {
  const elements = [];
  const contents = [];
  const ids = new Set();
  const citations = new Map();
  const common = sharedHeadings(article.sections);
  let open = [];
  for (const section of article.sections) {
    const headings = section.headings.slice(common);
    let same = 0;
    while (same < headings.length - 1 && same < open.length && headings[same] === open[same]) same++;
    // A section of the same path as the one before it has a heading of its own all the same.
    for (let depth = same; depth < headings.length; depth++) {
      const isOwn = depth === headings.length - 1;
      const id = unique(ids, "s-" + (isOwn && section.anchor ? section.anchor : headings[depth]));
      elements.push(el("h" + Math.min(6, depth + 2), { id, tabindex: "-1", "data-line": isOwn && section.line ? section.line : null }, marked(headings[depth], section.headingHighlights?.[common + depth])));
      contents.push({ id, title: headings[depth], depth });
    }
    if (headings.length === 0 && section.anchor) elements.push(el("span", { id: unique(ids, "s-" + section.anchor) }));
    open = headings;
    elements.push(...paragraphs(section, citations));
  }
  return { elements, contents };
}

function unique(ids, wanted) {
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}-${n}`;
  ids.add(id);
  return id;
}

/** How many headings all sections share: the title of the file, mostly. */
function sharedHeadings(sections) {
  const titled = sections.filter(s => s.headings.length > 0);
  return titled.length > 0 && titled.every(s => s.headings[0] === titled[0].headings[0]) && titled.some(s => s.headings.length > 1) ? 1 : 0;
}

function paragraphs(section, citations) {
  const elements = [];
  let at = 0;
  let rows = [];
  const flush = () => {
    if (rows.length > 0) elements.push(table(rows));
    rows = [];
  };
  section.text.split("\n").forEach((paragraph, i) => {
    const range = { from: at, to: at + paragraph.length, line: section.paragraphLines?.[i] ?? 0 };
    at = range.to + 1;
    if (paragraph.includes("\t")) rows.push({ ...range, section, citations });
    else {
      flush();
      if (paragraph.trim()) elements.push(el("p", { "data-line": range.line || null, tabindex: "-1" }, inline(section, range.from, range.to, citations)));
    }
  });
  flush();
  return elements;
}

function table(rows) {
  const cells = row => {
    const parts = [];
    let from = row.from;
    for (const cell of row.section.text.slice(row.from, row.to).split("\t")) {
      parts.push(inline(row.section, from, from + cell.length, row.citations));
      from += cell.length + 1;
    }
    return parts;
  };
  const isTable = rows.length > 1;
  return el("div", { class: "table", tabindex: "0", role: "group" }, el("table", null,
    isTable && el("thead", null, el("tr", { "data-line": rows[0].line || null, tabindex: "-1" }, cells(rows[0]).map(cell => el("th", { scope: "col" }, cell)))),
    el("tbody", null, rows.slice(isTable ? 1 : 0).map(row => el("tr", { "data-line": row.line || null, tabindex: "-1" }, cells(row).map(cell => el("td", null, cell)))))));
}

function inline(section, from, to, citations) {
  const pieces = [];
  const text = section.text;
  const labels = new Set(section.citedLabels);
  let at = from;
  const upTo = end => {
    if (end > at) pieces.push(...marked(text, section.highlights, at, end));
    at = Math.max(at, end);
  };
  for (const match of labels.size ? text.slice(from, to).matchAll(CITATION) : []) {
    const start = from + match.index;
    for (const part of match[0].matchAll(/[\p{L}\p{N}_]+(?:-\p{L}[\p{L}\p{N}_-]*)?/gu)) {
      if (!labels.has(part[0])) continue;
      const isOnly = part[0].length + 2 === match[0].length;
      const [begin, end] = isOnly ? [start, start + match[0].length] : [start + part.index, start + part.index + part[0].length];
      upTo(begin);
      const n = (citations.get(part[0]) ?? 0) + 1;
      citations.set(part[0], n);
      pieces.push(el("a", { class: "cite", id: `cite-${part[0]}-${n}`, href: "#" + encodeURIComponent("ref-" + part[0]), "data-label": part[0], "aria-label": t("toEntry", { label: part[0] }) }, marked(text, section.highlights, begin, end)));
      at = end;
    }
  }
  upTo(to);
  return pieces;
}
