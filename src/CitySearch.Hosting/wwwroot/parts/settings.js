// The switches of language and theme, and the ways of the page.

import { el } from "./dom.js";
import { setLanguage, t, language } from "./texts.js";

const THEMES = ["system", "light", "dark"];
const ICONS = { system: "◐", light: "☀", dark: "☾" };

const theme = () => document.documentElement.dataset.theme ?? "system";

function setTheme(name) {
  const root = document.documentElement;
  if (name === "system") delete root.dataset.theme;
  else root.dataset.theme = name;
  try {
    if (name === "system") localStorage.removeItem("citysearch.theme");
    else localStorage.setItem("citysearch.theme", name);
  } catch {
    // It holds for this page.
  }
}

/**
 * Draws the ways and switches of the header.
 * @param {HTMLElement} nav Where.
 * @param {string} view The view that is shown.
 * @param {() => void} redraw Draws everything anew in another language.
 */
export function drawWays(nav, view, redraw) {
  const label = () => t("theme" + theme()[0].toUpperCase() + theme().slice(1));
  const held = nav.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  const themes = el("button", {
    type: "button", class: "icon", "data-key": "theme", "aria-label": label(), title: label(),
    onclick() {
      setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
      themes.textContent = ICONS[theme()];
      themes.setAttribute("aria-label", label());
      themes.title = label();
    },
  }, ICONS[theme()]);
  nav.replaceChildren(
    el("a", { href: "?concepts=", "data-key": "concepts", "aria-current": view === "concepts" ? "page" : null }, t("concepts")),
    el("button", {
      type: "button", "data-key": "language", "aria-label": t("toEnglishLabel"), lang: language() === "zh" ? "en" : "zh-CN",
      onclick() {
        setLanguage(language() === "zh" ? "en" : "zh");
        redraw();
      },
    }, t("toEnglish")),
    themes);
  if (held) nav.querySelector(`[data-key="${held}"]`)?.focus();
}
