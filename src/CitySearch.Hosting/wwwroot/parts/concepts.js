// The map of concepts, its list, and what is known of the concept that is chosen.

import { searchFor, write } from "./address.js";
import { ask } from "./api.js";
import { el, outside, refill } from "./dom.js";
import { MapView } from "./mapView.js";
import { counted, labelOf, print, t } from "./texts.js";

const address = id => write({ view: "concepts", id });

/** The view of concepts. */
export class ConceptMap {
  #go;
  #generation = null;
  #concepts = [];
  #byId = new Map();
  #view = null;
  #field;
  #list = el("ul", { class: "list" });
  #detail = el("section", { class: "detail", "aria-live": "polite" });
  #stage = el("div", { class: "stage" });
  #none = el("p", { class: "quiet", role: "status" });
  #intro = el("p", { class: "quiet intro" });

  /** The element to show. */
  element;

  /** @param {(address: string) => void} go Goes to an address. */
  constructor(go) {
    this.#go = go;
    this.#field = el("input", { type: "search", id: "find-concept", autocomplete: "off", oninput: () => this.#drawList() });
    this.element = el("div", { class: "concepts" },
      el("h1", { tabindex: "-1" }, t("conceptsTitle")), this.#intro,
      el("div", { class: "panes" },
        el("section", { class: "choose", "aria-label": t("conceptList") }, el("label", { for: "find-concept" }, t("findConcept")), this.#field, this.#none, this.#list),
        this.#stage, this.#detail));
  }

  /** Shows the map, and of one concept what is known when the state names it. */
  async show(state, signal) {
    document.title = `${t("conceptsTitle")} - CitySearch`;
    this.#intro.textContent = t("conceptsIntro");
    const answer = await ask("concepts", [], signal);
    if (signal.aborted) return;
    if (answer.generation !== this.#generation || answer.total !== this.#concepts.length) this.#take(answer);
    this.#choose(state.id);
  }

  #take(answer) {
    this.#generation = answer.generation;
    this.#concepts = answer.concepts;
    this.#byId = new Map(answer.concepts.map(c => [c.id, c]));
    this.element.classList.toggle("none", answer.total === 0);
    if (answer.total === 0) {
      this.#intro.textContent = t("noConcepts");
      return;
    }
    this.#view = new MapView(answer.concepts, id => this.#go(address(id)));
    this.#stage.replaceChildren(this.#view.element);
    this.#view.start();
    if (this.#view.count < answer.total) this.#intro.textContent += " " + t("conceptsShown", { count: this.#view.count });
  }

  #choose(id) {
    const concept = this.#byId.get(id);
    this.#view?.choose(concept ? id : null);
    this.#drawList(concept?.id);
    this.#drawDetail(concept);
    this.element.classList.toggle("chosen", concept !== undefined);
    if (concept) document.title = `${labelOf(concept.label)} - CitySearch`;
  }

  #drawList(chosen = this.#list.querySelector("[aria-current]")?.dataset.key) {
    const wanted = this.#field.value.trim().toLowerCase();
    const found = this.#concepts
      .filter(c => !wanted || [c.label.zh, c.label.en, ...c.alternativeLabels, ...c.abbreviations].some(name => name?.toLowerCase().includes(wanted)))
      .sort((a, b) => b.articles - a.articles || labelOf(a.label).localeCompare(labelOf(b.label), document.documentElement.lang));
    this.#none.textContent = found.length === 0 ? t("noSuchConcepts") : "";
    refill(this.#list, found.map(c => el("li", null, el("a", { href: address(c.id), "data-key": c.id, "aria-current": c.id === chosen ? "true" : null },
      el("span", { class: "name" }, labelOf(c.label)), el("span", { class: "count" }, print(c.articles))))));
    this.#list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  #drawDetail(concept) {
    if (!concept) return void this.#detail.replaceChildren();
    const label = labelOf(concept.label);
    const other = [concept.label.zh, concept.label.en].filter(name => name && name !== label);
    const links = (title, relation) => relation.length > 0 && el("div", null, el("h3", null, title),
      el("ul", { class: "tags" }, relation.map(link => el("li", null, link.label
        ? el("a", { class: "value", href: address(link.id) }, labelOf(link.label))
        : outside(link.id)))));
    refill(this.#detail,
      el("a", { class: "plain", href: "?concepts=" }, "‹ ", t("closeConcept")),
      el("h2", null, label), other.length > 0 && el("p", { class: "quiet" }, other.join(" · ")),
      concept.definition && el("p", null, labelOf(concept.definition)),
      concept.scopeNote && el("p", { class: "quiet" }, labelOf(concept.scopeNote)),
      el("p", null, concept.articles > 0
        ? el("a", { class: "button", href: searchFor(label) }, t("searchConcept", { label }))
        : t("inNone")),
      concept.articles > 0 && el("p", { class: "quiet" }, counted("inArticles", concept.articles)),
      concept.alternativeLabels.length + concept.abbreviations.length > 0 && el("p", { class: "quiet" }, t("alsoCalled"), " ", [...concept.abbreviations, ...concept.alternativeLabels].join(" · ")),
      links(t("broader"), concept.broader), links(t("narrower"), concept.narrower), links(t("related"), concept.related), links(t("sameAs"), concept.exactMatches));
  }
}
