// The results: their cards, what stands around them, and their pages.

import { write } from "./address.js";
import { ask, Latest } from "./api.js";
import { card } from "./cards.js";
import { el, refill } from "./dom.js";
import { chips, Filters } from "./filters.js";
import { notice } from "./notices.js";
import { print, t } from "./texts.js";
import { inWords } from "./understood.js";

const TOP = 10;
const DEEPEST = 10000;
const KEPT = 30;

/** The view of results. Its frame stays while its contents change, so that nothing jumps. */
export class Results {
  #latest = new Latest();
  #answers = new Map();
  #generations = new Map();
  #filters;
  #status = el("p", { class: "status", role: "status" });
  #tabs = el("nav", { class: "tabs" });
  #sort = el("nav", { class: "sort" });
  #chips = el("nav", { class: "chips" });
  #meant = el("div", { class: "meant" });
  #hits = el("ol", { class: "hits" });
  #pages = el("nav", { class: "pages" });
  #title = el("h1", { class: "unseen", tabindex: "-1" });

  /** The element to show. */
  element;

  /** @param {(address: string) => void} go Goes to an address. */
  constructor(go) {
    this.#filters = new Filters(go);
    this.element = el("div", { class: "search" },
      el("aside", { class: "side", "aria-label": t("filters") }, this.#filters.element),
      el("div", { class: "found" }, this.#title, el("div", { class: "headline" }, this.#tabs, this.#status, this.#sort), this.#chips, this.#meant, this.#hits, this.#pages));
  }

  /**
   * Shows the results of a state.
   * @param {import("./address.js").State} state The state.
   * @param {boolean} isBack Whether somebody comes back: then what was seen is shown at once.
   */
  async show(state, isBack) {
    const signal = this.#latest.next();
    const address = write(state);
    document.title = `${state.q || t("results")} - CitySearch`;
    this.#title.textContent = t("results");
    this.element.querySelector(".side").setAttribute("aria-label", t("filters"));
    this.#tabs.setAttribute("aria-label", t("kinds"));
    this.#sort.setAttribute("aria-label", t("sort"));
    this.#chips.setAttribute("aria-label", t("activeFilters"));
    this.#pages.setAttribute("aria-label", t("pages"));
    refill(this.#chips, chips(state));
    if (isBack && this.#answers.has(address)) return void this.#draw(state, this.#answers.get(address));
    this.#wait(state);
    try {
      const answer = await ask("search", this.#values(state), signal);
      if (signal.aborted) return;
      this.#keep(address, state, answer);
      this.#draw(state, answer);
    } catch (error) {
      if (signal.aborted) return;
      this.#fail(state, error);
    }
  }

  /** Gives up what is asked. */
  leave() {
    this.#latest.next();
  }

  /** Moves the focus to the results. */
  focus() {
    this.#title.focus({ preventScroll: true });
  }

  #values(state) {
    const values = [["q", state.q], ["top", TOP], ["facets", "true"]];
    // The kind is a filter like the others, so that the tabs can count the other kinds beside it.
    if (state.kind !== "all") values.push(["filter", "kind:" + state.kind]);
    for (const { name, value } of state.filters) values.push(["filter", `${name}:${value}`]);
    if (state.sort !== "relevance") values.push(["sort", state.sort]);
    if (state.page > 1) {
      values.push(["page", state.page]);
      const first = this.#generations.get(write({ ...state, page: 1 }));
      if (first) values.push(["generation", first]);
    }
    return values;
  }

  #keep(address, state, answer) {
    this.#answers.delete(address);
    this.#answers.set(address, answer);
    if (state.page === 1 && answer.generation) this.#generations.set(address, answer.generation);
    if (this.#answers.size > KEPT) this.#answers.delete(this.#answers.keys().next().value);
  }

  #wait(state) {
    this.element.setAttribute("aria-busy", "true");
    this.#drawWays(state, null);
    if (this.#hits.children.length === 0) {
      this.#hits.replaceChildren(...Array.from({ length: 4 }, () => el("li", { class: "card ghost", "aria-hidden": "true" }, el("p"), el("p"), el("p"))));
      this.#status.textContent = t("searching");
    }
  }

  #draw(state, answer) {
    this.element.setAttribute("aria-busy", "false");
    const total = answer.total === 1 ? t("totalOne") : t("total", { count: answer.total });
    this.#status.replaceChildren(
      el("b", null, total),
      el("span", { class: "quiet" }, (state.page > 1 ? " · " + t("pageOf", { page: state.page }) : "") + " · " + t("took", { ms: answer.tookMs < 10 ? Math.round(answer.tookMs * 10) / 10 : Math.round(answer.tookMs) })));
    this.#filters.draw(state, answer.facets);
    this.#drawWays(state, answer.facets?.kind ?? null);
    this.#meant.replaceChildren(...[
      answer.suggestion && el("p", null, t("didYouMean"), el("a", { href: write({ ...state, q: answer.suggestion, page: 1 }), class: "suggestion" }, answer.suggestion)),
      answer.understood && el("p", { class: "understood" }, t("understood"), ...inWords(answer.understood)),
      answer.warning && el("p", { class: "warning" }, t("warning", { text: answer.warning })),
      answer.note && el("p", { class: "warning" }, t("newerIndex")),
    ].filter(Boolean));
    this.#hits.start = (answer.page - 1) * answer.top + 1;
    this.#hits.replaceChildren(...(answer.hits.length ? answer.hits.map(hit => card(hit, state)) : [this.#nothing(state, answer)]));
    this.#drawPages(state, answer);
  }

  #nothing(state, answer) {
    const hasQuotes = /["“”「」]/.test(state.q);
    return el("li", { class: "notice" }, el("h2", null, answer.message ? t("nothingToSearch") : t("nothing", { q: state.q })),
      el("p", null, t("nothingHelp")),
      el("ul", null,
        state.filters.length > 0 && el("li", null, el("a", { href: write({ ...state, filters: [], page: 1 }) }, t("nothingFilters"))),
        hasQuotes && el("li", null, el("a", { href: write({ ...state, q: state.q.replace(/["“”「」]/g, " ").trim(), page: 1 }) }, t("nothingQuotes"))),
        el("li", null, t("nothingFewer")),
        el("li", null, el("a", { href: "?concepts=" }, t("nothingConcept")))));
  }

  #fail(state, error) {
    this.element.setAttribute("aria-busy", "false");
    this.#status.replaceChildren();
    this.#meant.replaceChildren();
    this.#pages.replaceChildren();
    this.#hits.replaceChildren(el("li", null, notice(error, () => this.show(state, false))));
  }

  #drawWays(state, kinds) {
    const counts = kinds && Object.fromEntries(kinds.map(k => [k.value, k.count]));
    refill(this.#tabs, ["all", "article", "reference"].map(kind => el("a", {
      href: write({ ...state, kind, page: 1 }), "data-key": kind, "aria-current": state.kind === kind ? "true" : null,
    }, t(kind), el("span", { class: "count" }, counts ? countOf(kind, counts) : ""))));
    refill(this.#sort, ["relevance", "date"].map(sort => el("a", {
      href: write({ ...state, sort, page: 1 }), "data-key": sort, "aria-current": state.sort === sort ? "true" : null,
    }, t(sort))));
  }

  #drawPages(state, answer) {
    const last = Math.min(Math.ceil(answer.total / answer.top), Math.floor(DEEPEST / answer.top));
    if (last <= 1 && state.page === 1) return void this.#pages.replaceChildren();
    const near = [...new Set([1, state.page - 2, state.page - 1, state.page, state.page + 1, state.page + 2, last])].filter(p => p >= 1 && p <= last).sort((a, b) => a - b);
    const at = page => write({ ...state, page });
    refill(this.#pages,
      state.page > 1 && el("a", { href: at(state.page - 1), rel: "prev", "data-key": "previous" }, "‹ ", t("previous")),
      near.flatMap((page, i) => [
        i > 0 && page - near[i - 1] > 1 && el("span", { class: "quiet" }, "…"),
        el("a", { href: at(page), "aria-label": t("page", { page }), "aria-current": page === state.page ? "page" : null, "data-key": "page" + page }, print(page)),
      ]),
      state.page < last && el("a", { href: at(state.page + 1), rel: "next", "data-key": "next" }, t("next"), " ›"));
  }
}

/** How many hits of a kind there are: of all kinds when each is counted. */
function countOf(kind, counts) {
  if (kind in counts) return print(counts[kind]);
  return kind === "all" && "article" in counts && "reference" in counts ? print(counts.article + counts.reference) : "";
}
