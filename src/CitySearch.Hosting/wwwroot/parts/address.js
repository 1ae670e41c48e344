// The page's state stands in its address: it can be shared, and the browser's back works. All addresses are relative, so
// that the page works wherever it is mounted.

/**
 * The state that an address says.
 * @typedef {object} State
 * @property {"home"|"search"|"article"|"reference"|"concepts"} view What is shown.
 * @property {string} q The query.
 * @property {string} kind all, article or reference.
 * @property {{name: string, value: string}[]} filters The filters.
 * @property {string} sort relevance or date.
 * @property {number} page The page, from 1.
 * @property {string} id The article's, reference's or concept's id; empty for none.
 * @property {number} line The line of an article to open at; 0 for none.
 * @property {string} section The anchor of the section to open at.
 * @property {string} cite The label of a citation to open at.
 * @property {string} work The id of the reference whose entry to open at, where nothing cites it by a label.
 */

const NOWHERE = { line: 0, section: "", cite: "", work: "" };

/** Reads an address's query string into a State. */
export function read(search) {
  const values = new URLSearchParams(search);
  const whole = name => Math.max(0, parseInt(values.get(name) ?? "", 10) || 0);
  const filters = values.getAll("filter").map(filter => {
    const colon = filter.indexOf(":");
    return { name: filter.slice(0, Math.max(0, colon)), value: filter.slice(colon + 1) };
  }).filter(filter => filter.name && filter.value);
  const view = ["article", "reference", "concepts"].find(name => values.has(name));
  const q = values.get("q") ?? "";
  return {
    view: view ?? (q.trim() ? "search" : "home"),
    q,
    kind: ["article", "reference"].includes(values.get("kind")) ? values.get("kind") : "all",
    filters,
    sort: values.get("sort") === "date" ? "date" : "relevance",
    page: whole("page") || 1,
    id: view ? values.get(view) : "",
    line: whole("line"),
    section: values.get("section") ?? "",
    cite: values.get("cite") ?? "",
    work: values.get("work") ?? "",
  };
}

/** Writes a state as a relative address. */
export function write(state) {
  const values = new URLSearchParams();
  if (["article", "reference", "concepts"].includes(state.view)) values.set(state.view, state.id ?? "");
  if (state.q) values.set("q", state.q);
  if (state.kind && state.kind !== "all") values.set("kind", state.kind);
  for (const { name, value } of state.filters ?? []) values.append("filter", `${name}:${value}`);
  if (state.sort === "date") values.set("sort", "date");
  if (state.page > 1) values.set("page", state.page);
  if (state.section) values.set("section", state.section);
  if (state.cite) values.set("cite", state.cite);
  if (state.work) values.set("work", state.work);
  if (state.line) values.set("line", state.line);
  const text = values.toString().replaceAll("%3A", ":").replaceAll("%2F", "/");
  return text ? "?" + text : "./";
}

/** The address of a search. */
export const searchFor = (q, filters = []) => write({ view: "search", q, filters });

/** The address of a search for the hits that have a value, whatever they say. */
export const searchByField = (name, value) => searchFor(`${name}:"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`);

/** The address of the search that a material was come from. */
export const searchOf = state => write({ ...state, ...NOWHERE, view: "search" });

/** The address of an article, opened at a place, that keeps the search it was come from. */
export const articleAt = (id, from, place = {}) => write({ ...(from ?? {}), ...NOWHERE, ...place, view: "article", id });

/** The address of a reference. */
export const referenceAt = (id, from) => write({ ...(from ?? {}), ...NOWHERE, view: "reference", id });

/** Whether a state has a filter. */
export const has = (state, name, value) => state.filters.some(filter => filter.name === name && filter.value === value);

/** A state with a filter added, or removed when it has it; back to the first page. */
export const toggled = (state, name, value) => ({
  ...state,
  page: 1,
  filters: has(state, name, value) ? state.filters.filter(f => f.name !== name || f.value !== value) : [...state.filters, { name, value }],
});
