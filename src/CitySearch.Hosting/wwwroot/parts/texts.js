// What the page says, in Chinese and English.

const TEXTS = {
  skip: ["跳到内容", "Skip to content"],
  search: ["检索", "Search"],
  placeholder: ["检索文章、政策、标准与参考文献", "Search articles, policies, standards and references"],
  suggestions: ["检索建议", "Suggestions"],
  home: ["首页", "Home"],
  concepts: ["概念图", "Concepts"],
  toEnglish: ["English", "中文"],
  toEnglishLabel: ["Switch to English", "切换到中文"],
  themeSystem: ["配色：跟随系统", "Colours: as the system"],
  themeLight: ["配色：浅色", "Colours: light"],
  themeDark: ["配色：深色", "Colours: dark"],

  tagline: ["在智慧城市资料中，找到那一段话。", "Find the very passage in your smart-city materials."],
  holds: ["收有 {articles} 篇文章、{sections} 个章节、{references} 条参考文献", "Articles {articles} · sections {sections} · references {references}"],
  updated: ["更新于 {date}", "updated {date}"],
  holdsNothing: ["资料库还是空的。把资料放进资料文件夹，索引会自动更新。", "There are no materials yet. Put some into the corpus folder; the index follows by itself."],
  startWith: ["从一个概念开始", "Start with a concept"],
  seeMap: ["查看全部 {count} 个概念", "See all {count} concepts"],
  howTo: ["检索技巧", "Good to know"],
  tipWords: ["直接输入词语或问题", "Type words, or a question"],
  tipPhrase: ["加引号，按原文查找", "Quotes find the exact words"],
  tipNumber: ["文号、标准号，写法不限", "Document and standard numbers, however written"],
  tipPinyin: ["输入拼音或首字母，也会给出建议", "Pinyin and initials bring suggestions too"],
  tipKeys: ["按 / 回到检索框，↑↓ 选择建议", "Press / for the search box, ↑↓ to choose"],

  results: ["检索结果", "Results"],
  total: ["共 {count} 条结果", "{count} results"],
  totalOne: ["共 1 条结果", "1 result"],
  took: ["用时 {ms} 毫秒", "{ms} ms"],
  pageOf: ["第 {page} 页", "page {page}"],
  searching: ["正在检索…", "Searching…"],
  loading: ["正在读取…", "Loading…"],
  didYouMean: ["您要找的是不是：", "Did you mean: "],
  understood: ["查询理解为：", "Understood as: "],
  nothing: ["没有找到“{q}”", "Nothing found for “{q}”"],
  nothingHelp: ["可以试试：", "You could try to:"],
  nothingFilters: ["去掉筛选条件", "remove the filters"],
  nothingFewer: ["减少词语，或换一种说法", "use fewer or other words"],
  nothingQuotes: ["去掉引号", "remove the quotes"],
  nothingConcept: ["从概念图中挑选", "choose from the map of concepts"],
  nothingToSearch: ["查询中没有可检索的文字", "The query has no word, number or Chinese character"],

  all: ["全部", "All"],
  article: ["文章", "Articles"],
  reference: ["参考文献", "References"],
  referenceOne: ["参考文献", "Reference"],
  kinds: ["结果类型", "Kinds of results"],
  sort: ["排序", "Order"],
  relevance: ["相关度", "Relevance"],
  date: ["日期", "Date"],
  filters: ["筛选", "Filters"],
  activeFilters: ["当前筛选", "Active filters"],
  removeFilter: ["移除筛选 {name}：{value}", "Remove the filter {name}: {value}"],
  clear: ["清除全部", "Clear all"],
  more: ["显示更多 {name}（{count}）", "Show {count} more of {name}"],
  less: ["收起 {name}", "Show fewer of {name}"],
  year: ["年份", "Year"],
  tag: ["标签", "Tag"],
  concept: ["概念", "Concept"],
  author: ["作者", "Author"],
  source: ["来源", "Source"],
  folder: ["文件夹", "Folder"],
  kind: ["类型", "Kind"],
  title: ["标题", "Title"],
  heading: ["章节", "Heading"],
  no: ["文号", "Number"],
  cites: ["引用", "Cites"],
  path: ["路径", "Path"],
  years: ["按年份分布", "Results by year"],
  yearsHelp: ["拖动选择年份范围", "drag to choose a range"],
  yearFrom: ["起始年份", "First year"],
  yearTo: ["截止年份", "Last year"],
  yearValue: ["{year} 年，{count} 条", "{year}: {count} results"],
  yearRange: ["{from}–{to} 年，{count} 条", "{from}–{to}: {count} results"],
  noYears: ["结果没有年份", "No result has a year"],
  pages: ["分页", "Pages"],
  previous: ["上一页", "Previous"],
  next: ["下一页", "Next"],
  page: ["第 {page} 页", "Page {page}"],

  untitled: ["（无标题）", "(untitled)"],
  line: ["第 {line} 行", "line {line}"],
  pdfPage: ["第 {page} 页", "page {page}"],
  citedBy: ["被 {count} 篇文章引用", "Cited by {count} articles"],
  citedByOne: ["被 1 篇文章引用", "Cited by 1 article"],
  entry: ["文献 [{label}]", "entry [{label}]"],

  back: ["返回检索结果", "Back to the results"],
  contents: ["目录", "Contents"],
  matches: ["匹配", "Matches"],
  matchOf: ["第 {at} 处，共 {count} 处匹配", "match {at} of {count}"],
  matchCount: ["{count} 处匹配", "{count} matches"],
  nextMatch: ["下一处匹配", "Next match"],
  previousMatch: ["上一处匹配", "Previous match"],
  references: ["参考文献", "References"],
  toText: ["回到正文引用处 {n}", "Back to citation {n} in the text"],
  toEntry: ["参考文献 [{label}]", "Reference [{label}]"],
  alsoCited: ["另有 {count} 篇文章引用", "{count} other articles cite it"],
  alsoCitedOne: ["另有 1 篇文章引用", "1 other article cites it"],
  details: ["详情", "Details"],
  inCorpus: ["库内原文：", "In this corpus: "],
  relatedMaterials: ["相关资料", "Related materials"],
  citesArticles: ["本文提到的库内文章", "Articles it refers to"],
  citedByArticles: ["提到本文的文章", "Articles that refer to it"],
  published: ["发布页面", "Published page"],
  asWritten: ["条目原文", "As written"],
  authors: ["作者", "Authors"],
  documentNumber: ["文号", "Document number"],
  standardNumber: ["标准号", "Standard number"],
  volume: ["卷期", "Volume and issue"],
  pagesOf: ["页码", "Pages"],
  type: ["文献类型", "Type"],
  address: ["网址", "Address"],
  searchTitle: ["检索这个题名", "Search for this title"],
  noPlace: ["正文中没有标注引用处", "Not cited by number in the text"],

  conceptsTitle: ["概念图", "Map of concepts"],
  conceptsIntro: ["圆点越大，谈到它的文章越多。实线：上下位；虚线：相关。点选概念查看释义与邻近概念。", "The larger a dot, the more articles speak of it. Solid lines: broader and narrower; dashed: related. Choose a concept for its meaning and neighbours."],
  findConcept: ["筛选概念", "Find a concept"],
  conceptList: ["概念列表", "List of concepts"],
  mapLabel: ["概念关系图；方向键移动，加减号缩放。列表提供同样的内容。", "Map of the concepts; arrow keys move it, plus and minus zoom. The list has the same content."],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  zoomFit: ["显示全部", "Show all"],
  broader: ["上位概念", "Broader"],
  narrower: ["下位概念", "Narrower"],
  related: ["相关概念", "Related"],
  sameAs: ["等同于", "The same as"],
  alsoCalled: ["又称", "Also called"],
  inArticles: ["{count} 篇文章谈到它", "{count} articles speak of it"],
  inArticlesOne: ["1 篇文章谈到它", "1 article speaks of it"],
  inNone: ["还没有文章谈到它", "No article speaks of it yet"],
  searchConcept: ["检索“{label}”", "Search for “{label}”"],
  closeConcept: ["显示全图", "Show the whole map"],
  noConcepts: ["没有词表。在资料文件夹放一个 concepts.yaml，这里就会画出概念图。", "There is no thesaurus. Put a concepts.yaml into the corpus folder and its map appears here."],
  noSuchConcepts: ["没有匹配的概念", "No concept matches"],
  conceptsShown: ["图中为最常见的 {count} 个概念", "The map shows the {count} most frequent concepts"],

  offline: ["连不上检索服务", "The search host cannot be reached"],
  offlineHelp: ["请检查网络连接，或确认服务正在运行。恢复后会自动重试。", "Check the connection, or whether the host is running. It is asked again as soon as the connection is back."],
  building: ["索引正在建立", "The index is being built"],
  buildingHelp: ["马上就好，页面会自动重试。", "It will be there in a moment; this page asks again by itself."],
  busy: ["服务繁忙", "The host is busy"],
  tooMany: ["请求过于频繁", "Too many requests"],
  retryIn: ["{seconds} 秒后自动重试", "asking again in {seconds} s"],
  retry: ["现在重试", "Try again now"],
  notFound: ["没有这份资料", "There is no such material"],
  failed: ["请求没有成功", "The request failed"],
  keyTitle: ["需要访问密钥", "An access key is needed"],
  keyHelp: ["此服务只对持有密钥的人开放。密钥由运维人员提供，只保存到关闭此标签页为止。", "This host answers only with a key, which its operator gives out. It is kept until this tab is closed."],
  key: ["密钥", "Key"],
  keyWrong: ["密钥不正确，请检查后重新输入。", "This key is not known; check it and enter it again."],
  keyUse: ["使用密钥", "Use the key"],
  keyEnter: ["输入密钥", "Enter a key"],
  warning: ["词表有误，正在使用上一个正确的版本：{text}", "The thesaurus has a mistake; the last good version is in use: {text}"],
  newerIndex: ["资料已更新，以下是新索引中的结果。", "The materials have changed; these are results of the newer index."],

  nodeMust: ["必须含 ", "must have "],
  nodeNot: ["不含 ", "without "],
  nodeAll: [" 且 ", " and "],
  nodeAny: [" 或 ", " or "],
  nodePrefix: ["以“{text}”开头", "beginning with “{text}”"],
  nodeFuzzy: ["近似“{text}”", "like “{text}”"],
  nodePhrase: ["原文“{text}”", "exactly “{text}”"],
  nodeNear: ["“{text}”，相距不超过 {slop}", "“{text}” within {slop}"],
  from: ["{from} 起", "from {from}"],
  until: ["至 {to}", "until {to}"],
};

const isChinese = () => !document.documentElement.lang.startsWith("en");

/** The page's language, as requests name it. */
export const language = () => (isChinese() ? "zh" : "en");

/** Changes the language and remembers it. */
export function setLanguage(name) {
  document.documentElement.lang = name === "en" ? "en" : "zh-CN";
  try {
    localStorage.setItem("citysearch.language", name);
  } catch {
    // It holds for this page.
  }
}

/** A text in the page's language, its {names} replaced by values; numbers are written as the language writes them. */
export function t(name, values) {
  const text = TEXTS[name][isChinese() ? 0 : 1];
  return values ? text.replace(/\{(\w+)\}/g, (all, value) => (value in values ? print(values[value]) : all)) : text;
}

/** A counted text: `nameOne` for one. */
export const counted = (name, count) => t(count === 1 ? name + "One" : name, { count });

/** The name of a facet or field; one that the page does not know by its own name. */
export const nameOf = field => (Object.hasOwn(TEXTS, field) ? t(field) : field);

/** A concept's label in the page's language, or in the other where it has none in that. */
export const labelOf = label => (isChinese() ? label?.zh ?? label?.en : label?.en ?? label?.zh) ?? "";

/** A number as the language writes it. */
export const print = value => (typeof value === "number" ? new Intl.NumberFormat(isChinese() ? "zh-CN" : "en").format(value) : String(value));

/** A moment as a date in the reader's time zone. */
export const printDate = moment => new Intl.DateTimeFormat(isChinese() ? "zh-CN" : "en", { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment));
