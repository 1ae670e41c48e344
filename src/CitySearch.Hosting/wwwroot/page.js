// Searches without loading the page anew. Everything shown is set as text: nothing of a material becomes markup.
const form = document.getElementById("form");
const field = document.getElementById("q");
const status = document.getElementById("status");
const hits = document.getElementById("hits");

function passage(snippet) {
  const line = document.createElement("p");
  let at = 0;
  for (const { start, length } of snippet.highlights) {
    const mark = document.createElement("mark");
    mark.textContent = snippet.text.slice(start, start + length);
    line.append(snippet.text.slice(at, start), mark);
    at = start + length;
  }
  line.append(snippet.text.slice(at));
  return line;
}

function card(hit) {
  const item = document.createElement("li");
  const title = document.createElement("h2");
  title.textContent = hit.title ?? hit.text;
  item.append(title);
  const snippets = hit.kind === "article" ? hit.sections.flatMap(section => section.snippets) : hit.snippets;
  item.append(...snippets.map(passage));
  return item;
}

async function search(query) {
  hits.replaceChildren();
  const response = await fetch("api/search?q=" + encodeURIComponent(query), { headers: { "Accept-Language": "zh" } });
  const answer = await response.json();
  if (!response.ok) {
    status.textContent = answer.detail;
    return;
  }
  status.textContent = answer.message ?? `共 ${answer.total} 条结果`;
  hits.replaceChildren(...answer.hits.map(card));
}

form.addEventListener("submit", event => {
  event.preventDefault();
  history.pushState(null, "", "?q=" + encodeURIComponent(field.value));
  search(field.value);
});

function show() {
  const query = new URLSearchParams(location.search).get("q");
  field.value = query ?? "";
  if (query) search(query);
}

addEventListener("popstate", show);
show();
