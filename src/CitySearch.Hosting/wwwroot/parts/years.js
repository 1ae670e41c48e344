// Results by year: a bar chart that a range is chosen on, by dragging or with the arrow keys.

import { el, svg } from "./dom.js";
import { t } from "./texts.js";

const WIDTH = 272;
const HEIGHT = 112;
const TOP = 10;
const BASE = 88;
const SIDE = 8;
const WIDEST = 36;
const PAUSE = 600;
const LONGEST = 120;

/** The range that filters say; null without one. */
export function rangeOf(filters) {
  const years = filters.filter(f => f.name === "year").map(f => /^(\d{4})(?:\.\.(\d{4}))?$/.exec(f.value)).filter(Boolean);
  return years.length ? { from: Math.min(...years.map(y => +y[1])), to: Math.max(...years.map(y => +(y[2] ?? y[1]))) } : null;
}

/** The filter of a range. */
export const filterOf = ({ from, to }) => ({ name: "year", value: from === to ? String(from) : `${from}..${to}` });

/** The chart. */
export class Years {
  #choose;
  #counts = [];
  #first = 0;
  #range = null;
  #drag = null;
  #timer = 0;
  #bars = svg("g", { "aria-hidden": "true" });
  #band = svg("rect", { class: "band", y: TOP - 4, height: BASE - TOP + 4, rx: 2 });
  #handles = ["from", "to"].map(end => svg("g", { class: "handle", role: "slider", tabindex: "0", "data-end": end, onkeydown: e => this.#key(e, end) },
    svg("rect", { class: "hit", x: -9, y: TOP - 6, width: 18, height: BASE - TOP + 14 }), svg("line", { y1: TOP - 4, y2: BASE }), svg("circle", { cy: BASE + 1, r: 5 })));
  #says = el("p", { class: "says" });
  #picture;

  /** The element to show. */
  element;

  /** @param {(range: {from: number, to: number} | null) => void} choose Filters by a range; null for all years. */
  constructor(choose) {
    this.#choose = choose;
    this.#picture = svg("svg", {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "years", role: "group",
      onpointerdown: e => this.#down(e), onpointermove: e => this.#move(e), onpointerup: e => this.#up(e), onpointercancel: () => this.#cancel(),
      onpointerleave: () => this.#drag === null && this.#say(),
    }, svg("rect", { class: "ground", width: WIDTH, height: HEIGHT }), this.#band, this.#bars, ...this.#handles);
    this.element = el("section", { class: "by-year" }, el("h2", { id: "years-title" }), this.#says, this.#picture);
    this.element.setAttribute("aria-labelledby", "years-title");
  }

  /** Draws counts by year and the range that is chosen. */
  draw(counts, range) {
    clearTimeout(this.#timer);
    const known = counts.filter(c => /^\d{4}$/.test(c.value)).map(c => [+c.value, c.count]);
    const last = Math.max(...known.map(c => c[0]), range?.to ?? -Infinity);
    this.#first = Math.max(Math.min(...known.map(c => c[0]), range?.from ?? Infinity), last - LONGEST + 1);
    this.#counts = Number.isFinite(last) ? Array.from({ length: last - this.#first + 1 }, () => 0) : [];
    for (const [year, count] of known) if (year >= this.#first) this.#counts[year - this.#first] = count;
    this.#range = range;
    this.element.querySelector("h2").textContent = t("years");
    this.#picture.setAttribute("aria-label", t("years"));
    this.element.classList.toggle("none", this.#counts.length === 0);
    this.#drawBars();
    this.#drawRange();
    this.#say();
  }

  get #last() { return this.#first + this.#counts.length - 1; }

  #x(year) { return SIDE + (year - this.#first) * (WIDTH - 2 * SIDE) / Math.max(1, this.#counts.length); }

  #drawBars() {
    const width = (WIDTH - 2 * SIDE) / Math.max(1, this.#counts.length);
    const gap = Math.min(2, width / 4);
    const most = Math.max(1, ...this.#counts);
    const every = Math.max(1, Math.ceil(this.#counts.length / 5));
    this.#bars.replaceChildren(
      svg("line", { class: "axis", x1: SIDE, x2: WIDTH - SIDE, y1: BASE, y2: BASE }),
      ...this.#counts.flatMap((count, i) => {
        const height = count === 0 ? 0 : Math.max(2, (BASE - TOP) * count / most);
        const year = this.#first + i;
        const isNamed = i % every === 0 && (this.#counts.length - 1 - i >= every / 2 || i === this.#counts.length - 1);
        const middle = this.#x(year) + width / 2;
        const breadth = Math.max(0.5, Math.min(WIDEST, width - gap));
        return [
          svg("rect", { class: "bar", "data-year": year, x: middle - breadth / 2, y: BASE - height, width: breadth, height }),
          isNamed && svg("text", { x: middle, y: HEIGHT - 6, "text-anchor": "middle" }, String(year)),
        ].filter(Boolean);
      }));
  }

  #drawRange() {
    if (this.#counts.length === 0) return;
    const range = this.#drag ?? this.#range;
    const shown = range ?? { from: this.#first, to: this.#last };
    const [from, to] = [Math.min(shown.from, shown.to), Math.max(shown.from, shown.to)];
    const [left, right] = [this.#x(from), this.#x(to + 1)];
    this.#band.setAttribute("x", left);
    this.#band.setAttribute("width", Math.max(0, right - left));
    this.#picture.classList.toggle("chosen", range !== null);
    for (const bar of this.#bars.querySelectorAll(".bar")) bar.classList.toggle("out", range !== null && (+bar.dataset.year < from || +bar.dataset.year > to));
    this.#handles.forEach((handle, i) => {
      const year = i === 0 ? from : to;
      handle.setAttribute("transform", `translate(${i === 0 ? left : right} 0)`);
      handle.setAttribute("aria-label", t(i === 0 ? "yearFrom" : "yearTo"));
      handle.setAttribute("aria-valuemin", i === 0 ? this.#first : from);
      handle.setAttribute("aria-valuemax", i === 0 ? to : this.#last);
      handle.setAttribute("aria-valuenow", year);
      handle.setAttribute("aria-valuetext", t("yearValue", { year: String(year), count: this.#counts[year - this.#first] ?? 0 }));
    });
  }

  #say(year) {
    const range = this.#drag ?? this.#range;
    if (this.#counts.length === 0) this.#says.textContent = t("noYears");
    else if (year !== undefined && this.#drag === null) this.#says.textContent = t("yearValue", { year: String(year), count: this.#counts[year - this.#first] });
    else if (range) {
      const [from, to] = [Math.min(range.from, range.to), Math.max(range.from, range.to)];
      const count = this.#counts.slice(Math.max(0, from - this.#first), to - this.#first + 1).reduce((sum, n) => sum + n, 0);
      this.#says.textContent = t(from === to ? "yearValue" : "yearRange", { from: String(from), to: String(to), year: String(from), count });
    } else this.#says.textContent = `${this.#first}–${this.#last} · ${t("yearsHelp")}`;
  }

  #yearAt(event) {
    const box = this.#picture.getBoundingClientRect();
    const x = (event.clientX - box.left) * WIDTH / box.width;
    const step = (WIDTH - 2 * SIDE) / this.#counts.length;
    return Math.min(this.#last, Math.max(this.#first, this.#first + Math.floor((x - SIDE) / step)));
  }

  #down(event) {
    if (this.#counts.length === 0 || event.button !== 0) return;
    event.preventDefault();
    clearTimeout(this.#timer);
    const year = this.#yearAt(event);
    const end = event.target.closest?.(".handle")?.dataset.end;
    // A handle moves its own end; anywhere else a new range begins.
    this.#drag = end && this.#range ? { from: end === "from" ? this.#range.to : this.#range.from, to: year } : { from: year, to: year };
    this.#picture.setPointerCapture(event.pointerId);
    this.#drawRange();
    this.#say();
  }

  #move(event) {
    if (this.#counts.length === 0) return;
    const year = this.#yearAt(event);
    if (this.#drag === null) return void this.#say(year);
    this.#drag.to = year;
    this.#drawRange();
    this.#say();
  }

  #up() {
    if (this.#drag === null) return;
    const { from, to } = this.#drag;
    this.#drag = null;
    this.#apply({ from: Math.min(from, to), to: Math.max(from, to) });
  }

  #cancel() {
    this.#drag = null;
    this.#drawRange();
    this.#say();
  }

  #key(event, end) {
    const range = { ...(this.#range ?? { from: this.#first, to: this.#last }) };
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5, Home: -9999, End: 9999 }[event.key];
    if (event.key === "Enter") return void this.#apply(this.#range);
    if (by === undefined || this.#counts.length === 0) return;
    event.preventDefault();
    range[end] += by;
    range[end] = end === "from" ? Math.min(Math.max(range.from, this.#first), range.to) : Math.max(Math.min(range.to, this.#last), range.from);
    this.#range = range;
    this.#drawRange();
    this.#say();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#apply(range), PAUSE);
  }

  #apply(range) {
    clearTimeout(this.#timer);
    this.#range = range;
    this.#drawRange();
    this.#say();
    const isAll = range === null || (range.from <= this.#first && range.to >= this.#last);
    this.#choose(isAll ? null : range);
  }
}
