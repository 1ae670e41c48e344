using System.Text.RegularExpressions;

namespace CitySearch.Formats;

/// <summary>A line that is numbered as headings are.</summary>
/// <param name="Rank">Where its form stands among the forms of one document: a smaller one is further out.</param>
/// <param name="Heading">The heading.</param>
/// <param name="Rest">The text behind it on the same line, as 第一条 has it; empty for the other forms.</param>
internal sealed record NumberedHeading(int Rank, string Heading, string Rest);

/// <summary>
/// The forms of headings that show without any markup: 第一章, 第二节, 第三条, 一、, （一）, 1.1, and the usual names of
/// parts (前言, 参考文献). The order of the forms is that of GB/T 9704 (official documents) and of the drafting rules
/// of laws.
/// </summary>
internal static partial class HeadingForms
{
    /// <summary>The longest heading in UTF-16 units.</summary>
    public const int LongestHeading = 50;

    /// <summary>The rank of 第一条: the only form that has its text on the same line.</summary>
    public const int ArticleRank = 40;

    // From this rank on a form also numbers the items of lists.
    private const int FirstListRank = 50;
    private const int NameRank = 15;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "摘要", "前言", "序言", "序", "引言", "导言", "绪论", "导论", "结论", "结语", "结束语", "小结", "总结", "致谢", "后记", "附录", "附则", "总则",
        "参考文献", "参考资料", "主要参考文献", "注释", "摘　要", "緒論", "結論", "結語", "參考文獻", "參考資料", "致謝", "附錄", "註釋", "導論",
        "abstract", "introduction", "conclusion", "conclusions", "references", "acknowledgements", "acknowledgments", "appendix", "bibliography",
    };

    /// <summary>Chooses the headings of a whole document: not the items of a list, nor the lines of a table of contents.</summary>
    /// <param name="lines">Its lines or paragraphs; <see langword="null"/> for one that cannot be a heading, blank ones are seen through.</param>
    public static NumberedHeading?[] Choose(IReadOnlyList<string?> lines)
    {
        var candidates = lines.Select(line => string.IsNullOrWhiteSpace(line) ? null : Read(line)).ToArray();
        return [.. candidates.Select((heading, i) => heading is null || IsItem(lines, candidates, i) ? null : heading)];
    }

    // Lines of one form that follow each other without text between them are a list. 第一章 is one only before 第二章:
    // behind the list the text begins with 第一章 again.
    private static bool IsItem(IReadOnlyList<string?> lines, NumberedHeading?[] candidates, int at)
    {
        var heading = candidates[at]!;
        return heading.Rest.Length == 0
            && (IsLike(Neighbour(lines, at, 1)) || (heading.Rank >= FirstListRank && IsLike(Neighbour(lines, at, -1))));

        bool IsLike(int other) => other >= 0 && candidates[other] is { Rest.Length: 0 } found && found.Rank == heading.Rank;
    }

    private static int Neighbour(IReadOnlyList<string?> lines, int at, int step)
    {
        at += step;
        while (at >= 0 && at < lines.Count && lines[at] is { } line && string.IsNullOrWhiteSpace(line))
        {
            at += step;
        }

        return at < lines.Count ? at : -1;
    }

    /// <summary>Reads a line as a numbered or named heading; <see langword="null"/> when it is none.</summary>
    public static NumberedHeading? Read(string line)
    {
        var text = line.Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (Article().Match(text) is { Success: true } article)
        {
            return new NumberedHeading(ArticleRank, article.Groups["heading"].Value, article.Groups["rest"].Value.Trim());
        }

        if (text.Length > LongestHeading || EndsAsText(text) || Leaders().IsMatch(text))
        {
            return null;
        }

        var name = CollapseSpacing(text.TrimEnd('：', ':'));
        if (Names.Contains(name.ToLowerInvariant()))
        {
            return new NumberedHeading(NameRank, name, "");
        }

        var rank = Outer().Match(text) is { Success: true } outer ? OuterRank(outer.Groups["unit"].Value)
            : Chapter().IsMatch(text) ? 20
            : Appendix().IsMatch(text) ? 15
            : HanNumber().IsMatch(text) ? 50
            : HanBracket().IsMatch(text) ? 60
            : Decimal().Match(text) is { Success: true } decimals ? 70 + decimals.Groups[1].ValueSpan.Count('.')
            : Number().IsMatch(text) ? 80
            : Bracket().IsMatch(text) ? 90
            : 0;
        return rank > 0 ? new NumberedHeading(rank, text, "") : null;
    }

    /// <summary>Whether a line ends as a sentence or a clause does, which no heading does.</summary>
    public static bool EndsAsText(string text) => text[^1] is '。' or '；' or ';' or '，' or ',' or '、' or '…' or '.';

    /// <summary>Whether a line is one of a table of contents: leaders and a page number.</summary>
    public static bool IsContentsLine(string text) => Leaders().IsMatch(text);

    /// <summary>参 考 文 献 as 参考文献: single Han characters that were spaced out for looks. Other text comes back as it is.</summary>
    public static string CollapseSpacing(string text)
    {
        if (text.Length is < 3 or > 23 || !SpacedOut().IsMatch(text))
        {
            return text;
        }

        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    private static int OuterRank(string unit) => unit switch
    {
        "编" or "篇" or "部分" or "卷" or "編" => 10,
        "章" or "讲" or "講" => 20,
        _ => 30,
    };

    [GeneratedRegex(@"^(?<heading>第[〇零一二三四五六七八九十百千]{1,8}条(?:之[一二三四五六七八九十])?(?:[ \u3000]*[【〔（(][^】〕）)]{1,30}[】〕）)])?)(?:[ \t\u3000:：、]+(?<rest>.*)|$)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Article();

    [GeneratedRegex(@"^第[ \u3000]*(?:[〇零一二三四五六七八九十百]{1,6}|[0-9]{1,3})[ \u3000]*(?<unit>编|編|篇|部分|卷|章|讲|講|节|節)(?![的是中里])", RegexOptions.CultureInvariant)]
    private static partial Regex Outer();

    [GeneratedRegex(@"^(?:chapter|part|section)\s+(?:[0-9]{1,3}|[ivx]{1,5})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Chapter();

    [GeneratedRegex(@"^(?:附录|附錄|附件|附表)[ \u3000]*(?:[A-Z]|[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?:[ \u3000:：.、]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Appendix();

    [GeneratedRegex(@"^[一二三四五六七八九十]{1,3}[、．.][ \u3000]*\S{2}", RegexOptions.CultureInvariant)]
    private static partial Regex HanNumber();

    [GeneratedRegex(@"^[（(][一二三四五六七八九十]{1,3}[）)][ \u3000]*\S{2}", RegexOptions.CultureInvariant)]
    private static partial Regex HanBracket();

    // 1.1 背景, 2.3.1背景, 1 引言; not 2.5亿元, nor 2019 年.
    [GeneratedRegex(@"^((?:[0-9]{1,2}\.){1,4}[0-9]{1,2}|[0-9]{1,2}(?=[ \t\u3000]))[ \t\u3000]*(?![亿万元%个年月日倍米])[\p{L}《“]", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[0-9]{1,2}[.、．][ \t\u3000]*[^0-9\s]\S", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:[（(][0-9]{1,2}[）)]|[0-9]{1,2}[）)]|[①-⑳])[ \t\u3000]*\S{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"(?:[.…·．]{3,}|\t|(?:[.…·．] ){3,})[\s.…·．]*[0-9ivx]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Leaders();

    [GeneratedRegex(@"^\p{Lo}(?:[ \u3000\u00A0]+\p{Lo}){1,11}$", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedOut();
}
