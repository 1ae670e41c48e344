// What the page says when there is no answer, and what to do then.

import { el } from "./dom.js";
import { setKey } from "./api.js";
import { t } from "./texts.js";

const WAIT = 5;
const LONGEST_WAIT = 60;

/**
 * A notice for an error, with a way on. It asks again by itself where waiting helps, as long as it is shown.
 * @param {import("./api.js").ApiError} error The error.
 * @param {() => void} retry Asks again.
 */
export function notice(error, retry) {
  switch (error.status) {
    case 0:
      return retrying(t("offline"), t("offlineHelp"), 0, retry);
    case 401:
      askForKey(false, retry);
      return box(t("keyTitle"), t("keyHelp"), el("button", { type: "button", onclick: () => askForKey(false, retry) }, t("keyEnter")));
    case 404:
      return box(t("notFound"), error.message, el("a", { href: "./" }, t("home")));
    case 429:
      return retrying(t("tooMany"), error.message, error.retryAfter || WAIT, retry);
    case 503:
      return error.retryAfter >= WAIT
        ? retrying(t("building"), t("buildingHelp"), error.retryAfter, retry)
        : retrying(t("busy"), error.message, WAIT, retry);
    default:
      return box(t("failed"), error.message, el("button", { type: "button", onclick: retry }, t("retry")));
  }
}

function box(title, text, ...more) {
  return el("div", { class: "notice", role: "alert" }, el("h2", null, title), text && el("p", null, text), el("p", { class: "do" }, more));
}

function retrying(title, text, seconds, retry) {
  const left = el("span", { class: "quiet", "aria-hidden": "true" });
  const element = box(title, text, el("button", { type: "button", onclick: go }, t("retry")), " ", left);
  let rest = Math.min(seconds, LONGEST_WAIT);
  const timer = seconds > 0 && setInterval(tick, 1000);
  if (seconds > 0) tick();
  else addEventListener("online", go, { once: true });

  function tick() {
    if (rest <= 0) return go();
    left.textContent = t("retryIn", { seconds: rest });
    rest--;
    return stopWhenGone();
  }

  function stopWhenGone() {
    queueMicrotask(() => element.isConnected || setTimeout(() => element.isConnected || clearInterval(timer), 1500));
  }

  function go() {
    clearInterval(timer);
    removeEventListener("online", go);
    if (element.isConnected) retry();
  }

  return element;
}

/** Asks for a key in a dialog; the key is tried at once. */
export function askForKey(isWrong, retry) {
  const dialog = document.getElementById("key-dialog");
  if (dialog.open) return;
  const wasTried = dialog.dataset.tried === "yes" || isWrong;
  const field = el("input", { id: "key-field", type: "password", autocomplete: "off", required: true, "aria-describedby": "key-help" });
  dialog.replaceChildren(el("form", {
    method: "dialog",
    onsubmit() {
      dialog.dataset.tried = "yes";
      setKey(field.value.trim());
      dialog.close();
      retry();
    },
  },
  el("h2", { id: "key-title" }, t("keyTitle")),
  el("p", { id: "key-help" }, wasTried ? t("keyWrong") : t("keyHelp")),
  el("label", { for: "key-field" }, t("key")), field,
  el("button", { type: "submit" }, t("keyUse"))));
  dialog.showModal();
  field.focus();
}
