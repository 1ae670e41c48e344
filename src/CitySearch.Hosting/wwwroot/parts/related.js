// What is related to a material, below it.

import { articleAt, referenceAt } from "./address.js";
import { ask, idPath } from "./api.js";
import { facts } from "./cards.js";
import { el } from "./dom.js";
import { t } from "./texts.js";

const MOST = 5;

/** Adds the related materials at the end of an element, when they are known; it stays as it is when there are none. */
export async function addRelated(element, state, signal) {
  try {
    const answer = await ask("related/" + idPath(state.id), [["top", MOST]], signal);
    if (signal.aborted || answer.hits.length === 0) return;
    element.append(el("section", { class: "links related" }, el("h2", null, t("relatedMaterials")),
      el("ul", null, answer.hits.map(hit => el("li", null,
        hit.kind === "reference" && el("span", { class: "badge" }, t("referenceOne")), " ",
        el("a", { href: hit.kind === "article" ? articleAt(hit.id, state) : referenceAt(hit.id, state) }, hit.title ?? hit.text),
        facts(hit.date, hit.authors, hit.source))))));
  } catch {
    // The material itself is there; this is an addition.
  }
}
