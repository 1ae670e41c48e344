// A reference with all who cite it, each linked to the passage.

import { articleAt, searchFor, searchOf } from "./address.js";
import { ask, idPath } from "./api.js";
import { path } from "./cards.js";
import { el, linked, outside } from "./dom.js";
import { addRelated } from "./related.js";
import { counted, t } from "./texts.js";

/** Reads and draws the reference of a state. */
export async function showReference(main, state, signal) {
  const work = await ask("references/" + idPath(state.id), [], signal);
  if (signal.aborted) return;
  const title = work.title ?? work.text;
  document.title = `${title} - CitySearch`;
  const citing = new Set(work.citations.map(c => c.id)).size;
  const rows = [
    [t("authors"), work.authors.join("、")],
    [t("source"), work.source],
    [t("date"), work.date],
    [t("volume"), [work.volume, work.issue && `(${work.issue})`].filter(Boolean).join(" ")],
    [t("pagesOf"), work.pages],
    [t("documentNumber"), work.documentNumber],
    [t("standardNumber"), work.standardNumber],
    [t("type"), work.type],
    [t("address"), work.url && outside(work.url)],
  ].filter(([, value]) => value);
  main.replaceChildren(el("div", { class: "reading alone" }, el("article", { class: "work" },
    state.q && el("p", null, el("a", { class: "back", href: searchOf(state) }, "‹ ", t("back"))),
    el("header", null, el("p", { class: "badge" }, t("referenceOne")), el("h1", { tabindex: "-1", lang: "zh-CN" }, title)),
    work.title && el("p", { class: "entry", lang: "zh-CN" }, linked(work.text)),
    rows.length > 0 && el("dl", null, rows.map(([name, value]) => el("div", null, el("dt", null, name), el("dd", null, value)))),
    work.title && el("p", null, el("a", { href: searchFor(`"${work.title}"`) }, t("searchTitle"))),
    work.articles.map(link => el("p", { class: "in-corpus" }, t("inCorpus"), el("a", { href: articleAt(link.id, state) }, link.title))),
    el("section", { class: "citations", "aria-labelledby": "citing-title" },
      el("h2", { id: "citing-title" }, counted("citedBy", citing)),
      el("ul", null, work.citations.map(citation => el("li", null,
        el("h3", null, el("a", { href: articleAt(citation.id, state, { cite: citation.label, work: work.id }) }, citation.title), citation.label && el("span", { class: "at" }, ` [${citation.label}]`)),
        citation.places.length > 0
          ? el("ul", { class: "places" }, citation.places.map(place => el("li", null,
            el("a", { href: articleAt(citation.id, state, { cite: citation.label, section: place.anchor }) }, place.headings.length ? path(place.headings, citation.title) : t("line", { line: place.line })),
            place.line > 0 && el("span", { class: "at" }, ` ${citation.id}:${place.line}`))))
          : el("p", { class: "quiet" }, t("noPlace")),
        citation.text !== work.text && el("p", { class: "entry", lang: "zh-CN" }, el("span", { class: "quiet" }, t("asWritten") + " "), linked(citation.text)))))))));
  addRelated(main.querySelector("article"), state, signal);
  return { target: null, focus: main.querySelector("h1") };
}
