// An article, opened at a passage, with every match of the query marked.

import { articleAt, referenceAt, searchByField, searchFor, searchOf } from "./address.js";
import { ask, idPath } from "./api.js";
import { textOf } from "./articleText.js";
import { facts } from "./cards.js";
import { el, linked, marked, outside } from "./dom.js";
import { Finder } from "./finder.js";
import { addRelated } from "./related.js";
import { counted, t } from "./texts.js";

/** Reads and draws the article of a state. */
export async function showArticle(main, state, signal) {
  const article = await ask("articles/" + idPath(state.id), state.q ? [["q", state.q]] : [], signal);
  if (signal.aborted) return;
  document.title = `${article.title} - CitySearch`;
  const text = textOf(article);
  const body = el("div", { class: "body", lang: "zh-CN" }, text.elements);
  const finder = state.q ? new Finder(body) : null;
  const places = new Map();
  for (const link of body.querySelectorAll("a.cite")) {
    places.set(link.dataset.label, [...(places.get(link.dataset.label) ?? []), link.id]);
  }

  const back = state.q ? searchOf(state) : null;
  main.replaceChildren(el("div", { class: "reading" },
    el("nav", { class: "toc", "aria-label": t("contents") },
      back && el("p", null, el("a", { class: "back", href: back }, "‹ ", t("back"))),
      text.contents.length > 1 && el("details", { open: matchMedia("(min-width: 62rem)").matches }, el("summary", null, t("contents")),
        el("ol", null, text.contents.map(({ id, title, depth }) => el("li", { class: "depth" + Math.min(depth, 3) }, el("a", { href: "#" + encodeURIComponent(id) }, title))),
          article.references.length > 0 && el("li", { class: "depth0" }, el("a", { href: "#references" }, t("references")))))),
    el("article", null,
      el("header", null,
        el("h1", { tabindex: "-1", lang: "zh-CN" }, marked(article.title, article.titleHighlights)),
        facts(article.date, article.authors.map(author => el("a", { href: searchByField("author", author), class: "value" }, author)), article.source,
          el("span", { class: "at" }, article.path), article.permalink && outside(article.permalink, t("published"))),
        article.tags.length > 0 && el("p", { class: "tags" }, article.tags.map(tag => el("a", { class: "value", href: tagAddress(state, tag) }, tag))),
        article.description && el("p", { class: "description" }, article.description)),
      body,
      article.references.length > 0 && referenceList(article, places, state),
      links(t("citesArticles"), article.cites, state),
      links(t("citedByArticles"), article.citedBy, state)),
    finder?.element));
  finder?.start();
  addRelated(main.querySelector("article"), state, signal);
  return { target: place(main, state), focus: main.querySelector("h1") };
}

/** What an address leads to; the fragment before the citation before the line before the section. */
function place(main, state) {
  const fragment = decodeURIComponent(location.hash.slice(1));
  if (fragment) return document.getElementById(fragment);
  const section = state.section && document.getElementById("s-" + state.section);
  if (state.cite) {
    const cites = [...main.querySelectorAll("a.cite")].filter(a => a.dataset.label === state.cite);
    const within = section ? cites.find(a => section.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING) : null;
    const at = within ?? cites[0];
    if (at) return at;
  }
  if (state.work) return main.querySelector(`[data-work="${CSS.escape(state.work)}"]`);
  if (state.line) {
    const at = [...main.querySelectorAll("[data-line]")].filter(p => +p.dataset.line > 0 && +p.dataset.line <= state.line).at(-1);
    if (at) return at;
  }
  return section || null;
}

function referenceList(article, places, state) {
  return el("section", { class: "references", "aria-labelledby": "references" },
    el("h2", { id: "references", tabindex: "-1" }, t("references")),
    el("ol", { lang: "zh-CN" }, article.references.map((entry, i) => {
      const cites = places.get(entry.label) ?? [];
      const others = entry.citingArticles - 1;
      return el("li", { id: "ref-" + (entry.label || "n" + (i + 1)), "data-work": entry.id, tabindex: "-1" },
        el("span", { class: "label" }, entry.label ? `[${entry.label}]` : ""),
        el("div", null,
          el("p", null, linked(entry.text)),
          el("p", { class: "facts" },
            cites.map((id, n) => el("a", { href: "#" + encodeURIComponent(id), "aria-label": t("toText", { n: n + 1 }) }, "↑", cites.length > 1 ? String(n + 1) : "")),
            entry.articles.map(link => el("span", null, t("inCorpus"), el("a", { href: articleAt(link.id, state) }, link.title))),
            el("a", { href: referenceAt(entry.id, state) }, others > 0 ? counted("alsoCited", others) : t("details")))));
    })));
}

function links(title, articles, state) {
  return articles.length > 0 && el("section", { class: "links" }, el("h2", null, title),
    el("ul", null, articles.map(link => el("li", null, el("a", { href: articleAt(link.id, state) }, link.title)))));
}

const tagAddress = (state, tag) => (state.q ? searchFor(state.q, [{ name: "tag", value: tag }]) : searchByField("tag", tag));
