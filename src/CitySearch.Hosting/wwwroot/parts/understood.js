// How a query was understood, in words.

import { el } from "./dom.js";
import { nameOf, t } from "./texts.js";

/** The tree of a query in words; parts that this page does not know stand as the canonical text has them. */
export function inWords(understood) {
  return understood.tree ? node(understood.tree, false) : [understood.text];
}

function node(tree, isInside) {
  switch (tree.type) {
    case "text":
      return [el("b", null, tree.text)];
    case "phrase":
      return [el("b", null, tree.slop > 0 ? t("nodeNear", { text: tree.text, slop: tree.slop }) : t("nodePhrase", { text: tree.text }))];
    case "prefix":
      return [el("b", null, t("nodePrefix", { text: tree.text }))];
    case "fuzzy":
      return [el("b", null, t("nodeFuzzy", { text: tree.text }))];
    case "range":
      return [el("b", null, tree.from && tree.to ? (tree.from === tree.to ? tree.from : `${tree.from}–${tree.to}`) : tree.from ? t("from", { from: tree.from }) : t("until", { to: tree.to ?? "" }))];
    case "field":
      return [nameOf(tree.field), " = ", ...node(tree.value, true)];
    case "must":
      return [t("nodeMust"), ...node(tree.child, true)];
    case "not":
      return [t("nodeNot"), ...node(tree.child, true)];
    case "all":
      return group(tree, t("nodeAll"), isInside);
    case "any":
      return group(tree, t("nodeAny"), isInside);
    case "list":
      return group(tree, " · ", isInside);
    default:
      return [JSON.stringify(tree)];
  }
}

function group(tree, between, isInside) {
  const parts = tree.children.flatMap((child, i) => [i > 0 ? between : "", ...node(child, true)]);
  return isInside ? ["（", ...parts, "）"] : parts;
}
