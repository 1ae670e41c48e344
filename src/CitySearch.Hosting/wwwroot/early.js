// Runs before the first paint: the theme and language that were chosen last time, so that nothing flashes or jumps.
(() => {
  const root = document.documentElement;
  const remembered = name => {
    try {
      return localStorage.getItem("citysearch." + name);
    } catch {
      return null; // Storage may be forbidden; then the system's choice holds.
    }
  };
  const theme = remembered("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const language = remembered("language") ?? (navigator.languages ?? [navigator.language]).find(tag => /^(zh|en)\b/i.test(tag)) ?? "zh";
  root.lang = /^en/i.test(language) ? "en" : "zh-CN";
})();
