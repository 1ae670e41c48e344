// Goes from match to match of an open article.

import { el } from "./dom.js";
import { t } from "./texts.js";

/** A bar with the number of matches and two buttons. */
export class Finder {
  #marks;
  #at = -1;
  #says = el("span", { "aria-live": "polite" });

  /** The element to show. */
  element;

  /** @param {Element} body What the matches stand in. */
  constructor(body) {
    this.#marks = [...body.querySelectorAll("mark")];
    this.element = el("div", { class: "finder", role: "group", "aria-label": t("matches") }, this.#says,
      el("button", { type: "button", class: "icon", "aria-label": t("previousMatch"), title: t("previousMatch"), onclick: () => this.#go(-1) }, "↑"),
      el("button", { type: "button", class: "icon", "aria-label": t("nextMatch"), title: t("nextMatch"), onclick: () => this.#go(1) }, "↓"));
    this.element.hidden = this.#marks.length === 0;
  }

  /** Says how many matches there are. */
  start() {
    this.#says.textContent = t("matchCount", { count: this.#marks.length });
  }

  #go(step) {
    const current = this.#marks[this.#at];
    current?.classList.remove("current");
    const count = this.#marks.length;
    if (current) this.#at = (this.#at + step + count) % count;
    else {
      // The first step leads to the next match from what is on the screen.
      const below = this.#marks.findIndex(mark => mark.getBoundingClientRect().top > 80);
      this.#at = step > 0 ? Math.max(0, below) : (below <= 0 ? count : below) - 1;
    }
    const mark = this.#marks[this.#at];
    mark.classList.add("current");
    mark.scrollIntoView({ block: "center" });
    this.#says.textContent = t("matchOf", { at: this.#at + 1, count });
  }
}
