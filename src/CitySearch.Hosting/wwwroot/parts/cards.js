// The cards of hits.

import { articleAt, has, referenceAt, toggled, write } from "./address.js";
import { el, marked, outside } from "./dom.js";
import { counted, t } from "./texts.js";

const MOST_CITING = 6;

/** The card of a hit. */
export function card(hit, state) {
  return el("li", { class: "card " + hit.kind }, hit.kind === "article" ? article(hit, state) : reference(hit, state));
}

/** A heading path without its first part where that only repeats the title. */
export function path(headings, title, highlights) {
  const first = headings.length > 1 && title?.includes(headings[0]) ? 1 : 0;
  return headings.slice(first).flatMap((heading, i) => [i > 0 && el("span", { class: "step", "aria-hidden": "true" }, " › "), marked(heading, highlights?.[first + i])]);
}

/** Facts in a row: those that there are, with dots between. */
export function facts(...values) {
  return el("p", { class: "facts" }, values.flat().filter(Boolean).map(value => el("span", null, value)));
}

function article(hit, state) {
  const best = hit.sections[0];
  return [
    el("h2", null, el("a", { href: articleAt(hit.id, state, best?.line ? { line: best.line } : { section: best?.anchor ?? "" }) }, marked(hit.title, hit.titleHighlights))),
    facts(hit.date, hit.authors.map(author => filterLink(state, "author", author)), hit.source && filterLink(state, "source", hit.source)),
    hit.sections.map(section => el("section", { class: "place" },
      el("p", { class: "where" },
        el("a", { href: articleAt(hit.id, state, section.line ? { line: section.line } : { section: section.anchor }) },
          section.headings.length ? path(section.headings, hit.title, section.headingHighlights) : t("contents")),
        el("span", { class: "at" }, `${hit.path}${section.line ? ":" + section.line : ""}${section.page ? " · " + t("pdfPage", { page: section.page }) : ""}`)),
      section.snippets.map(passage))),
    hit.tags.length > 0 && el("p", { class: "tags" }, hit.tags.map(tag => filterLink(state, "tag", tag))),
  ];
}

function reference(hit, state) {
  const shown = hit.citedBy.slice(0, MOST_CITING);
  return [
    el("h2", null,
      el("span", { class: "badge" }, t("referenceOne"), hit.type ? ` [${hit.type}]` : ""), " ",
      el("a", { href: referenceAt(hit.id, state) }, hit.title ? marked(hit.title, hit.titleHighlights) : t("untitled"))),
    hit.snippets.map(passage),
    facts(hit.documentNumber, hit.standardNumber, hit.url && outside(hit.url)),
    hit.citedBy.length > 0 && el("div", { class: "citing" },
      el("p", { class: "quiet" }, counted("citedBy", new Set(hit.citedBy.map(c => c.id)).size)),
      el("ul", null, shown.map(citing => el("li", null,
        el("a", { href: articleAt(citing.id, state, { cite: citing.label, work: hit.id }) }, citing.title),
        citing.label && el("span", { class: "at" }, ` [${citing.label}]`))),
      hit.citedBy.length > shown.length && el("li", null, el("a", { href: referenceAt(hit.id, state) }, "…")))),
  ];
}

function passage(snippet) {
  return el("p", { class: "passage" }, marked(snippet.text, snippet.highlights));
}

function filterLink(state, name, value) {
  return el("a", { class: "value", href: has(state, name, value) ? write({ ...state, page: 1 }) : write(toggled(state, name, value)) }, value);
}
