// The search box: a combobox with suggestions (WAI-ARIA Authoring Practices 1.2, list autocomplete with manual selection).

import { ask, Latest } from "./api.js";
import { el, marked } from "./dom.js";
import { nameOf, t } from "./texts.js";

const PAUSE = 90;
const MOST = 8;
const KIND_NAMES = { concept: "concept", title: "article", heading: "heading", author: "author", reference: "reference" };

/** The search box of a form. */
export class SearchBox {
  #field;
  #list;
  #latest = new Latest();
  #timer = 0;
  #chosen = -1;
  #typed = "";
  #composing = false;
  #submit;

  /**
   * @param {HTMLFormElement} form The form.
   * @param {(query: string) => void} submit Searches.
   */
  constructor(form, submit) {
    this.#field = form.querySelector("input");
    this.#list = form.querySelector("[role=listbox]");
    this.#submit = submit;
    const field = this.#field;
    field.addEventListener("compositionstart", () => { this.#composing = true; });
    field.addEventListener("compositionend", () => {
      this.#composing = false;
      this.#ask();
    });
    field.addEventListener("input", event => event.isComposing || this.#ask());
    field.addEventListener("keydown", event => this.#key(event));
    field.addEventListener("blur", () => this.close());
    form.addEventListener("submit", event => {
      event.preventDefault();
      if (!this.#composing) this.#go(field.value);
    });
    // The list must not take the focus: then it would close before the click arrives.
    this.#list.addEventListener("pointerdown", event => event.preventDefault());
    document.addEventListener("keydown", event => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
  }

  /** Shows a query without suggesting anything. */
  set(query) {
    if (this.#field.value !== query) this.#field.value = query;
    this.close();
  }

  /** Closes the list; what is still asked is given up. */
  close() {
    clearTimeout(this.#timer);
    this.#latest.next();
    this.#show([]);
  }

  #key(event) {
    // The Enter that ends a composition belongs to the input method. Safari sends it after compositionend, with code 229.
    if (event.isComposing || event.keyCode === 229) {
      if (event.key === "Enter") event.preventDefault();
      return;
    }

    const options = this.#list.children;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (options.length === 0) return void this.#ask(0);
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place of the round is the box itself, with what was typed.
      this.#choose(((this.#chosen + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === "Escape" && options.length > 0) {
      event.preventDefault();
      this.#field.value = this.#typed;
      this.close();
    }
  }

  #choose(index) {
    const options = [...this.#list.children];
    this.#chosen = index;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    this.#field.value = index < 0 ? this.#typed : options[index].dataset.text;
    if (index < 0) this.#field.removeAttribute("aria-activedescendant");
    else {
      this.#field.setAttribute("aria-activedescendant", options[index].id);
      options[index].scrollIntoView({ block: "nearest" });
    }
  }

  #ask(pause = PAUSE) {
    clearTimeout(this.#timer);
    this.#typed = this.#field.value;
    if (!this.#typed.trim()) return void this.close();
    this.#timer = setTimeout(async () => {
      const signal = this.#latest.next();
      try {
        const answer = await ask("suggest", [["q", this.#typed], ["top", MOST]], signal);
        if (!signal.aborted && document.activeElement === this.#field && !this.#composing) this.#show(answer.suggestions);
      } catch {
        // Suggestions are a help; what is wrong is said when a search is asked for.
        if (!signal.aborted) this.#show([]);
      }
    }, pause);
  }

  #show(suggestions) {
    this.#chosen = -1;
    this.#list.replaceChildren(...suggestions.map((suggestion, i) => el("li", {
      id: "suggestion-" + i, role: "option", "aria-selected": "false", "data-text": suggestion.text,
      onclick: () => {
        this.#field.value = suggestion.text;
        this.#go(suggestion.text);
      },
    }, el("span", null, marked(suggestion.text, suggestion.highlights)), el("span", { class: "quiet" }, nameOf(KIND_NAMES[suggestion.kind] ?? suggestion.kind)))));
    this.#list.hidden = suggestions.length === 0;
    this.#list.setAttribute("aria-label", t("suggestions"));
    this.#field.setAttribute("aria-expanded", String(suggestions.length > 0));
    this.#field.removeAttribute("aria-activedescendant");
  }

  #go(query) {
    this.close();
    this.#typed = query;
    if (query.trim()) this.#submit(query);
  }
}
