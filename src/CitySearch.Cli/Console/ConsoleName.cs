namespace CitySearch.Cli.QueryConsole;

/// <summary>A command of the console by its names, and what it is for.</summary>
/// <param name="Verb">What it asks for.</param>
/// <param name="English">Its English name.</param>
/// <param name="Chinese">Its Chinese name, known where the language is Chinese.</param>
/// <param name="EnglishArgument">What follows the name, in English; empty where nothing does. In brackets where it may be left out.</param>
/// <param name="ChineseArgument">The same in Chinese.</param>
/// <param name="EnglishHelp">What it is for, in English.</param>
/// <param name="ChineseHelp">What it is for, in Chinese.</param>
internal sealed record ConsoleName(
    ConsoleVerb Verb, string English, string Chinese, string EnglishArgument, string ChineseArgument, string EnglishHelp, string ChineseHelp)
{
    /// <summary>All commands, in the order in which help shows them.</summary>
    public static IReadOnlyList<ConsoleName> All { get; } =
    [
        new(ConsoleVerb.Search, "search", "检索", "WORDS", "文字", "search for words that are a command", "检索与命令同名的文字"),
        new(ConsoleVerb.Next, "next", "下一页", "", "", "the next page", "看下一页"),
        new(ConsoleVerb.Previous, "prev", "上一页", "", "", "the page before", "看上一页"),
        new(ConsoleVerb.Facets, "facets", "统计", "", "", "count the hits by year, tag, author…", "按年份、标签、作者等统计"),
        new(ConsoleVerb.Filter, "filter", "筛选", "[NAME=VALUE]", "［名称=值］", "only hits with this value; alone: the filters in force", "只要符合该值的结果；不带值时列出筛选条件"),
        new(ConsoleVerb.Unfilter, "unfilter", "取消筛选", "[NAME]", "［名称］", "drop filters", "取消筛选条件"),
        new(ConsoleVerb.Sort, "sort", "排序", "date|relevance", "date|relevance", "the order of hits", "排序方式"),
        new(ConsoleVerb.Open, "open", "打开", "N", "序号", "open the hit where it was found: in $VISUAL, $EDITOR or $PAGER", "在 $VISUAL、$EDITOR 或 $PAGER 中打开命中处"),
        new(ConsoleVerb.References, "refs", "文献", "N", "序号", "the references of an article, who cites a reference", "文章的参考文献，或文献的引用者"),
        new(ConsoleVerb.Related, "related", "相关", "N", "序号", "what is related to the hit", "与该结果相关的资料"),
        new(ConsoleVerb.Cite, "cite", "引用", "N", "序号", "the hit in GB/T 7714 and BibTeX", "按 GB/T 7714 和 BibTeX 给出引文"),
        new(ConsoleVerb.Explain, "explain", "说明", "[N]", "［序号］", "how the query was understood, how a hit got its score", "查询如何理解，得分从何而来"),
        new(ConsoleVerb.Export, "export", "导出", "FILE", "文件", "write all hits to a file: .json, .csv, .md or .bib", "将全部结果存为 .json、.csv、.md 或 .bib 文件"),
        new(ConsoleVerb.ExportOver, "export!", "导出!", "FILE", "文件", "the same over a file that is there", "同上，并覆盖已有文件"),
        new(ConsoleVerb.Help, "help", "帮助", "", "", "this list", "本表"),
        new(ConsoleVerb.Quit, "quit", "退出", "", "", "end; Ctrl+D too", "结束；也可按 Ctrl+D"),
    ];

    /// <summary>Whether something follows the name, or may.</summary>
    public bool TakesArgument => EnglishArgument.Length > 0;

    /// <summary>The name in a language.</summary>
    public string Name(Language language) => language.Say(English, Chinese);

    /// <summary>What follows the name, in a language.</summary>
    public string Argument(Language language) => language.Say(EnglishArgument, ChineseArgument);

    /// <summary>What it is for, in a language.</summary>
    public string Help(Language language) => language.Say(EnglishHelp, ChineseHelp);

    /// <summary>Whether a word is one of its names; the exclamation mark may be that of Chinese keyboards.</summary>
    public bool IsNamed(string word, Language language) =>
        word.Equals(English, StringComparison.OrdinalIgnoreCase) || (language.IsChinese && word.Replace('！', '!') == Chinese);
}
