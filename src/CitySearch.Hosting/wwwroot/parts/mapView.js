// Draws the concepts as a map that can be moved and zoomed; the more room there is, the more names are shown.

import { el, svg } from "./dom.js";
import { place, tops } from "./layout.js";
import { labelOf, t } from "./texts.js";

const MOST = 500;
const COLOURS = 8;
const FONT = 13;
const MARGIN = 36;
const SIDE = 72;

/** The picture. */
export class MapView {
  #nodes;
  #edges;
  #numbers;
  #chosen = -1;
  #scale = 1;
  #x = 0;
  #y = 0;
  #fit = 1;
  #pointers = new Map();
  #moved = 0;
  #open;
  #world = svg("g");
  #picture;
  #frame = 0;

  /** The element to show. */
  element;

  /**
   * @param {object[]} concepts The concepts, as the API lists them.
   * @param {(id: string) => void} open Chooses a concept.
   */
  constructor(concepts, open) {
    this.#open = open;
    const shown = [...concepts].sort((a, b) => b.articles - a.articles || degree(b) - degree(a)).slice(0, MOST);
    this.#numbers = new Map(shown.map((c, i) => [c.id, i]));
    const numbers = links => links.map(link => this.#numbers.get(link.id)).filter(n => n !== undefined);
    const groups = tops(shown.map(c => numbers(c.broader)));
    const sizes = Map.groupBy(groups, g => g);
    const ranked = [...sizes.keys()].sort((a, b) => sizes.get(b).length - sizes.get(a).length || a - b);
    this.#nodes = shown.map((concept, i) => ({ concept, r: 4 + 2.2 * Math.sqrt(concept.articles), group: ranked.indexOf(groups[i]), near: new Set() }));
    this.#edges = shown.flatMap((concept, from) => [
      ...numbers(concept.broader).map(to => ({ from, to, strength: 0.16, kind: "broader" })),
      ...numbers(concept.related).filter(to => to > from).map(to => ({ from, to, strength: 0.04, kind: "related" })),
    ]);
    for (const { from, to } of this.#edges) {
      this.#nodes[from].near.add(to);
      this.#nodes[to].near.add(from);
    }
    place(this.#nodes, this.#edges);
    this.#picture = svg("svg", { class: "map", role: "img", "aria-label": t("mapLabel") }, this.#world);
    const button = (text, label, act) => el("button", { type: "button", class: "icon", "aria-label": label, title: label, onclick: act }, text);
    this.element = el("div", { class: "chart", tabindex: "0", role: "group", "aria-label": t("mapLabel"), onkeydown: e => this.#key(e) }, this.#picture,
      el("div", { class: "zoom" }, button("+", t("zoomIn"), () => this.#zoom(1.4)), button("−", t("zoomOut"), () => this.#zoom(1 / 1.4)), button("⤢", t("zoomFit"), () => this.#fitAll())));
    this.#listen();
  }

  /** How many concepts the map shows. */
  get count() { return this.#nodes.length; }

  /** Draws for the first time: the element stands in the page now. */
  start() {
    for (const edge of this.#edges) {
      edge.line = svg("line", { class: "edge " + edge.kind });
      this.#world.append(edge.line);
    }
    for (const [i, node] of this.#nodes.entries()) {
      node.dot = svg("circle", { class: "dot g" + (node.group < COLOURS ? node.group : "x"), "data-number": i });
      node.text = svg("text", { class: "name", "text-anchor": "middle", "data-number": i }, labelOf(node.concept.label));
      this.#world.append(node.dot, node.text);
    }
    for (const node of this.#nodes) this.#world.append(node.text);
    new ResizeObserver(() => this.#fitAll(true)).observe(this.element);
    this.#fitAll();
  }

  /** Chooses a concept, and lets the others step back; null for none. */
  choose(id) {
    this.#chosen = this.#numbers.get(id) ?? -1;
    if (this.#chosen >= 0) this.#centre();
    else this.#fitAll();
  }

  get #size() { return { width: this.element.clientWidth || 800, height: this.element.clientHeight || 600 }; }

  #fitAll(isKept = false) {
    const { width, height } = this.#size;
    const [left, right] = extent(this.#nodes, n => n.x);
    const [top, bottom] = extent(this.#nodes, n => n.y);
    const fit = Math.min((width - 2 * SIDE) / (right - left || 1), (height - 2 * MARGIN) / (bottom - top || 1), 2.5);
    if (isKept && this.#chosen >= 0) {
      this.#fit = fit;
      return void this.#centre();
    }
    this.#fit = this.#scale = fit;
    this.#x = width / 2 - fit * (left + right) / 2;
    this.#y = height / 2 - fit * (top + bottom) / 2;
    this.#draw();
  }

  /** Brings the chosen concept and its neighbours before the reader. */
  #centre() {
    const { width, height } = this.#size;
    const node = this.#nodes[this.#chosen];
    const near = [node, ...[...node.near].map(n => this.#nodes[n])];
    const [left, right] = extent(near, n => n.x);
    const [top, bottom] = extent(near, n => n.y);
    const scale = Math.min((width - 2 * SIDE) / (right - left || 1), (height - 2 * MARGIN) / (bottom - top || 1));
    this.#scale = Math.min(2.2, Math.max(this.#fit, scale));
    this.#x = width / 2 - this.#scale * (left + right) / 2;
    this.#y = height / 2 - this.#scale * (top + bottom) / 2;
    this.#draw();
  }

  #zoom(by, x = this.#size.width / 2, y = this.#size.height / 2) {
    const scale = Math.min(6, Math.max(this.#fit * 0.6, this.#scale * by));
    this.#x = x - (x - this.#x) * scale / this.#scale;
    this.#y = y - (y - this.#y) * scale / this.#scale;
    this.#scale = scale;
    this.#draw();
  }

  #draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#drawNow());
  }

  #drawNow() {
    const { width, height } = this.#size;
    this.#picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const chosen = this.#nodes[this.#chosen];
    const grow = Math.min(1.6, Math.max(0.55, Math.sqrt(this.#scale)));
    for (const node of this.#nodes) {
      node.sx = node.x * this.#scale + this.#x;
      node.sy = node.y * this.#scale + this.#y;
      node.sr = node.r * grow;
      node.dot.setAttribute("cx", node.sx);
      node.dot.setAttribute("cy", node.sy);
      node.dot.setAttribute("r", node.sr);
    }
    this.#nodes.forEach((node, i) => {
      const isNear = !chosen || node === chosen || chosen.near.has(i);
      node.dot.classList.toggle("far", !isNear);
      node.dot.classList.toggle("chosen", node === chosen);
    });
    for (const { from, to, line } of this.#edges) {
      const [a, b] = [this.#nodes[from], this.#nodes[to]];
      line.setAttribute("x1", a.sx);
      line.setAttribute("y1", a.sy);
      line.setAttribute("x2", b.sx);
      line.setAttribute("y2", b.sy);
      line.classList.toggle("far", chosen !== undefined && a !== chosen && b !== chosen);
      line.classList.toggle("near", a === chosen || b === chosen);
    }
    this.#drawNames(chosen);
  }

  /** Shows the names that have room: the chosen concept's first, then its neighbours', then those of the most frequent. */
  #drawNames(chosen) {
    const taken = [];
    const isNear = i => chosen !== undefined && chosen.near.has(i);
    const order = this.#nodes.map((_, i) => i).sort((a, b) => (this.#nodes[b] === chosen) - (this.#nodes[a] === chosen) || isNear(b) - isNear(a) || a - b);
    for (const i of order) {
      const node = this.#nodes[i];
      const isFar = chosen !== undefined && node !== chosen && !isNear(i);
      const text = node.text;
      const width = lengthOf(text.textContent) * FONT;
      const box = { left: node.sx - width / 2 - 3, right: node.sx + width / 2 + 3, top: node.sy + node.sr + 1, bottom: node.sy + node.sr + FONT + 5 };
      const isShown = !isFar && !taken.some(b => b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom);
      if (isShown) taken.push(box);
      text.classList.toggle("unshown", !isShown);
      text.classList.toggle("chosen", node === chosen);
      text.setAttribute("x", node.sx);
      text.setAttribute("y", node.sy + node.sr + FONT);
    }
  }

  #listen() {
    const picture = this.#picture;
    picture.addEventListener("wheel", event => {
      event.preventDefault();
      const box = picture.getBoundingClientRect();
      this.#zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0018)), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    picture.addEventListener("pointerdown", event => {
      this.#moved = 0;
      this.#pointers.set(event.pointerId, event);
    });
    picture.addEventListener("pointermove", event => this.#move(event));
    const end = event => this.#pointers.delete(event.pointerId);
    picture.addEventListener("pointerup", end);
    picture.addEventListener("pointercancel", end);
    picture.addEventListener("pointerleave", end);
    picture.addEventListener("click", event => {
      const number = event.target.dataset.number;
      if (number !== undefined && this.#moved < 5) this.#open(this.#nodes[number].concept.id);
    });
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    if (this.#moved > 4) this.#picture.setPointerCapture(event.pointerId);
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    this.#moved += Math.abs(dx) + Math.abs(dy);
    const other = [...this.#pointers.values()].find(p => p.pointerId !== event.pointerId);
    this.#pointers.set(event.pointerId, event);
    if (other) {
      const spread = e => Math.hypot(e.clientX - other.clientX, e.clientY - other.clientY) || 1;
      const box = this.#picture.getBoundingClientRect();
      return this.#zoom(spread(event) / spread(before), (event.clientX + other.clientX) / 2 - box.left, (event.clientY + other.clientY) / 2 - box.top);
    }
    this.#x += dx;
    this.#y += dy;
    this.#draw();
  }

  #key(event) {
    if (event.target !== this.element) return;
    const by = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (by) {
      this.#x += by[0];
      this.#y += by[1];
      this.#draw();
    } else if (event.key === "+" || event.key === "=") this.#zoom(1.4);
    else if (event.key === "-") this.#zoom(1 / 1.4);
    else if (event.key === "0") this.#fitAll();
    else return;
    event.preventDefault();
  }
}

const degree = concept => concept.broader.length + concept.narrower.length + concept.related.length;

const extent = (nodes, value) => [Math.min(...nodes.map(value)), Math.max(...nodes.map(value))];

/** About how wide a text is, in widths of a Chinese character. */
const lengthOf = text => [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0x2e7f ? 1 : 0.56), 0);
