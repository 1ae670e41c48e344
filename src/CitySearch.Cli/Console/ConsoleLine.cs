namespace CitySearch.Cli.QueryConsole;

/// <summary>A line of the console, read: a command with what follows it, or a query.</summary>
/// <param name="Verb">What is asked for.</param>
/// <param name="Argument">What follows the command, or the query; without spaces at its ends.</param>
internal sealed record ConsoleLine(ConsoleVerb Verb, string Argument)
{
    private static readonly (string English, string Chinese, ConsoleVerb Verb, bool TakesArgument)[] Names =
    [
        ("search", "检索", ConsoleVerb.Search, true),
        ("next", "下一页", ConsoleVerb.Next, false),
        ("prev", "上一页", ConsoleVerb.Previous, false),
        ("facets", "统计", ConsoleVerb.Facets, false),
        ("filter", "筛选", ConsoleVerb.Filter, true),
        ("unfilter", "取消筛选", ConsoleVerb.Unfilter, true),
        ("sort", "排序", ConsoleVerb.Sort, true),
        ("explain", "说明", ConsoleVerb.Explain, true),
        ("cite", "引用", ConsoleVerb.Cite, true),
        ("open", "打开", ConsoleVerb.Open, true),
        ("refs", "文献", ConsoleVerb.References, true),
        ("help", "帮助", ConsoleVerb.Help, false),
        ("quit", "退出", ConsoleVerb.Quit, false),
    ];

    /// <summary>
    /// Reads a line. What only begins like a command is a query: <c>引用文献</c>, <c>sort algorithms</c>,
    /// <c>filter bubble</c>, <c>cite 2019 policies</c>. Chinese names are known where the language is Chinese.
    /// </summary>
    public static ConsoleLine Read(string line, Language language)
    {
        var text = line.Trim();
        var end = text.AsSpan().IndexOfAny(' ', '\t', '\u3000');
        var word = end < 0 ? text : text[..end];
        var rest = end < 0 ? "" : text[end..].Trim();
        foreach (var name in Names)
        {
            var isNamed = word.Equals(name.English, StringComparison.OrdinalIgnoreCase) || (language.IsChinese && word == name.Chinese);
            if (isNamed && (rest.Length == 0 ? name.Verb != ConsoleVerb.Search : name.TakesArgument && Fits(name.Verb, rest)))
            {
                return new ConsoleLine(name.Verb, rest);
            }
        }

        return new ConsoleLine(ConsoleVerb.Search, text);
    }

    private static bool Fits(ConsoleVerb verb, string rest) => verb switch
    {
        ConsoleVerb.Filter => rest.IndexOf('=', StringComparison.Ordinal) > 0,
        ConsoleVerb.Sort => rest.Equals("date", StringComparison.OrdinalIgnoreCase) || rest.Equals("relevance", StringComparison.OrdinalIgnoreCase),
        ConsoleVerb.Explain or ConsoleVerb.Cite or ConsoleVerb.Open or ConsoleVerb.References => rest.All(char.IsAsciiDigit),
        ConsoleVerb.Unfilter => !rest.Any(char.IsWhiteSpace),
        _ => true,
    };
}
