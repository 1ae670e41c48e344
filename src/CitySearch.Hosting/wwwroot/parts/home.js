// The first screen: what there is, and where to start.

import { searchFor } from "./address.js";
import { ask } from "./api.js";
import { el } from "./dom.js";
import { notice } from "./notices.js";
import { labelOf, printDate, t } from "./texts.js";

const STARTS = 16;
const EXAMPLES = [
  ["tipWords", "城市大脑和数字政府是什么关系"],
  ["tipPhrase", "\"最多跑一次\""],
  ["tipNumber", "浙数办发〔2019〕13号"],
  ["tipPinyin", null],
  ["tipKeys", null],
];

/** Draws the first screen. */
export async function showHome(main, signal) {
  document.title = "CitySearch";
  const holds = el("p", { class: "holds", role: "status" }, "\u00a0");
  const starts = el("div", { class: "starts" });
  main.replaceChildren(el("div", { class: "home" },
    el("h1", null, t("tagline")),
    holds,
    el("section", { "aria-labelledby": "starts-title" }, el("h2", { id: "starts-title" }, t("startWith")), starts),
    el("section", { "aria-labelledby": "tips-title" }, el("h2", { id: "tips-title" }, t("howTo")),
      el("ul", { class: "tips" }, EXAMPLES.map(([tip, query]) => el("li", null, t(tip), query && el("a", { href: searchFor(query), lang: "zh-CN" }, query)))))));
  try {
    const [corpus, concepts] = await Promise.all([ask("corpus", [], signal), ask("concepts", [], signal)]);
    if (signal.aborted) return;
    holds.textContent = corpus.articles + corpus.references === 0
      ? t("holdsNothing")
      : `${t("holds", corpus)} · ${t("updated", { date: printDate(corpus.committed) })}`;
    const frequent = concepts.concepts.filter(c => c.articles > 0).sort((a, b) => b.articles - a.articles).slice(0, STARTS);
    starts.append(
      ...frequent.map(concept => el("a", { class: "start", href: searchFor(labelOf(concept.label)) }, labelOf(concept.label), el("span", { class: "count" }, String(concept.articles)))),
      ...(concepts.total > 0 ? [el("a", { class: "start all", href: "?concepts=" }, t("seeMap", { count: concepts.total }))] : []));
    if (concepts.total === 0) starts.parentElement.hidden = true;
  } catch (error) {
    if (!signal.aborted) starts.parentElement.replaceChildren(notice(error, () => showHome(main, signal)));
  }
}
