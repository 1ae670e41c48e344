// Facets as filters of several values each, and the filters that hold as chips.

import { has, toggled, write } from "./address.js";
import { el, refill } from "./dom.js";
import { nameOf, print, t } from "./texts.js";
import { filterOf, rangeOf, Years } from "./years.js";

const FACETS = ["tag", "concept", "author", "source", "folder"];
const FEW = 6;
const MOST = 40;

/** The facets beside the results. */
export class Filters {
  #go;
  #state = null;
  #facets = {};
  #open = new Set();
  #years;
  #groups = el("div", { class: "groups" });

  /** The element to show. */
  element;

  /** @param {(address: string) => void} go Goes to an address. */
  constructor(go) {
    this.#go = go;
    this.#years = new Years(range => {
      const filters = this.#state.filters.filter(f => f.name !== "year");
      const next = write({ ...this.#state, page: 1, filters: range ? [...filters, filterOf(range)] : filters });
      if (next !== write({ ...this.#state, page: 1 })) go(next);
    });
    this.element = el("details", { class: "filters" }, el("summary", null, t("filters")), this.#years.element, this.#groups);
    const isWide = matchMedia("(min-width: 62rem)");
    const fit = () => { this.element.open = isWide.matches; };
    isWide.addEventListener("change", fit);
    fit();
  }

  /** Draws the facets of an answer. */
  draw(state, facets) {
    this.#state = state;
    this.#facets = facets ?? {};
    this.element.querySelector("summary").textContent = state.filters.length ? `${t("filters")} (${state.filters.length})` : t("filters");
    this.#years.draw(this.#facets.year ?? [], rangeOf(state.filters));
    refill(this.#groups, FACETS.map(name => this.#group(name)));
  }

  #group(name) {
    const counts = this.#facets[name] ?? [];
    // What is chosen is shown even when nothing is left of it.
    const chosen = this.#state.filters.filter(f => f.name === name && !counts.some(c => c.value === f.value)).map(f => ({ value: f.value, count: 0 }));
    const values = [...chosen, ...counts].slice(0, MOST);
    if (values.length === 0) return null;
    const isOpen = this.#open.has(name);
    const shown = values.filter((v, i) => isOpen || i < FEW || has(this.#state, name, v.value));
    const rest = values.length - shown.length;
    return el("fieldset", null, el("legend", null, nameOf(name)),
      shown.map(({ value, count }) => el("label", { class: count === 0 ? "none" : null },
        el("input", { type: "checkbox", "data-key": `${name}:${value}`, checked: has(this.#state, name, value), onchange: () => this.#go(write(toggled(this.#state, name, value))) }),
        el("span", { class: "name", title: value }, value), el("span", { class: "count" }, print(count)))),
      (rest > 0 || isOpen) && values.length > FEW && el("button", {
        type: "button", class: "plain", "data-key": "more:" + name, "aria-expanded": String(isOpen),
        onclick: () => {
          if (isOpen) this.#open.delete(name);
          else this.#open.add(name);
          this.draw(this.#state, this.#facets);
        },
      }, isOpen ? t("less", { name: nameOf(name) }) : t("more", { name: nameOf(name), count: rest })));
  }
}

/** The filters that hold, each a link that removes it. */
export function chips(state) {
  if (state.filters.length === 0) return [];
  return [
    ...state.filters.map(({ name, value }) => el("a", {
      class: "chip", href: write(toggled(state, name, value)), "aria-label": t("removeFilter", { name: nameOf(name), value }),
    }, el("span", { class: "quiet" }, nameOf(name) + " "), value.replace("..", "–"), el("span", { "aria-hidden": "true", class: "x" }, "×"))),
    state.filters.length > 1 && el("a", { class: "clear", href: write({ ...state, page: 1, filters: [] }) }, t("clear")),
  ];
}
