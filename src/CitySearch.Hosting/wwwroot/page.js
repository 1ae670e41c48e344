// The page: reads its address, shows what it says, and follows links without loading anew.

import { read, write } from "./parts/address.js";
import { ApiError, Latest } from "./parts/api.js";
import { showArticle } from "./parts/article.js";
import { ConceptMap } from "./parts/concepts.js";
import { el } from "./parts/dom.js";
import { showHome } from "./parts/home.js";
import { notice } from "./parts/notices.js";
import { showReference } from "./parts/reference.js";
import { Results } from "./parts/results.js";
import { SearchBox } from "./parts/searchBox.js";
import { drawWays } from "./parts/settings.js";
import { t } from "./parts/texts.js";

const main = document.getElementById("main");
const latest = new Latest();
let results = null;
let map = null;
let shown = null;

const box = new SearchBox(document.getElementById("form"), query => {
  const state = read(location.search);
  // Filters stay while one looks on; a new question elsewhere starts without them.
  go(write({ view: "search", q: query, kind: state.view === "search" ? state.kind : "all", filters: state.view === "search" && state.q === query ? state.filters : [] }));
});

function go(address) {
  remember();
  history.pushState(null, "", address);
  show({ isBack: false });
}

/** Keeps where the page is scrolled to, for coming back. */
function remember() {
  history.replaceState({ ...history.state, scroll: scrollY }, "");
}

async function show({ isBack, isRedraw = false }) {
  const state = read(location.search);
  const signal = latest.next();
  const wasView = document.body.dataset.view;
  document.body.dataset.view = state.view;
  drawFrame(state);
  box.set(state.q);
  if (state.view !== "search") results?.leave();
  const scroll = isBack ? history.state?.scroll ?? 0 : 0;
  shown = location.search;
  try {
    await SHOW[state.view](state, signal, { isBack, isRedraw, wasView, scroll });
  } catch (error) {
    if (signal.aborted) return;
    // What is no answer of the host is a fault of the page; it must be seen.
    if (!(error instanceof ApiError) && error.name !== "AbortError") console.error(error);
    main.replaceChildren(notice(error instanceof ApiError ? error : new ApiError(500, error.message), () => show({ isBack: false })));
  }
}

const SHOW = {
  home: (state, signal) => {
    scrollTo(0, 0);
    return showHome(main, signal);
  },
  async search(state, signal, { isBack, isRedraw, wasView, scroll }) {
    results ??= new Results(go);
    if (!main.contains(results.element)) main.replaceChildren(results.element);
    const isSame = wasView === "search" && !isBack;
    const answered = results.show(state, isBack || isRedraw);
    if (isSame && state.page > 1) results.focus();
    scrollTo(0, isBack ? scroll : isSame && state.page === 1 ? Math.min(scrollY, main.offsetTop) : 0);
    await answered;
    if (isBack && !signal.aborted) scrollTo(0, scroll);
  },
  article: (state, signal, how) => openMaterial(showArticle, state, signal, how),
  reference: (state, signal, how) => openMaterial(showReference, state, signal, how),
  async concepts(state, signal, { wasView, isRedraw }) {
    if (isRedraw) map = null;
    map ??= new ConceptMap(go);
    if (!main.contains(map.element)) main.replaceChildren(map.element);
    if (wasView !== "concepts") scrollTo(0, 0);
    await map.show(state, signal);
  },
};

async function openMaterial(draw, state, signal, { isBack, isRedraw, scroll }) {
  const waiting = setTimeout(() => main.replaceChildren(el("p", { class: "waiting", role: "status" }, t("loading"))), 150);
  try {
    const held = scrollY;
    const at = await draw(main, state, signal);
    if (!at || signal.aborted) return;
    if (isRedraw) scrollTo(0, held);
    else if (isBack && scroll > 0) scrollTo(0, scroll);
    else arrive(at);
  } finally {
    clearTimeout(waiting);
  }
}

/** Brings a place of a text before the reader: on the screen, with the focus, and marked. */
function arrive({ target, focus }) {
  (target ?? focus)?.focus({ preventScroll: true });
  document.querySelector(".arrived")?.classList.remove("arrived");
  if (!target) return scrollTo(0, 0);
  target.classList.add("arrived");
  target.scrollIntoView({ block: target.matches("h2, h3, h4, h5, h6") ? "start" : "center" });
}

function drawFrame(state) {
  document.getElementById("skip").textContent = t("skip");
  document.getElementById("go").textContent = t("search");
  const field = document.getElementById("q");
  field.setAttribute("aria-label", t("search"));
  field.placeholder = t("placeholder");
  drawWays(document.getElementById("ways"), state.view, () => {
    results = null;
    remember();
    show({ isBack: false, isRedraw: true });
  });
}

document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.target) return;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname !== location.pathname) return;
  if (to.hash && to.search === location.search) {
    const target = document.getElementById(decodeURIComponent(to.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    remember();
    history.pushState(null, "", to.hash);
    arrive({ target });
    return;
  }
  event.preventDefault();
  go(to.search + to.hash || "./");
});

addEventListener("popstate", () => {
  if (location.search === shown) {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && !history.state?.scroll) arrive({ target });
    else scrollTo(0, history.state?.scroll ?? 0);
    return;
  }
  show({ isBack: true });
});

let pause = 0;
addEventListener("scroll", () => {
  clearTimeout(pause);
  pause = setTimeout(remember, 200);
}, { passive: true });

history.scrollRestoration = "manual";
show({ isBack: history.state?.scroll > 0 });
