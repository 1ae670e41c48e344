using System.Text.RegularExpressions;
using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Formats;

/// <summary>
/// What an article says about itself in its first lines (作者：…, 来源：…, 发布时间：…) or, for its date, in a last line
/// that is nothing but a date, as official documents are signed. The lines stay text.
/// </summary>
internal sealed partial record HeadLines(PartialDate? Date, IReadOnlyList<string> Authors, string? Source)
{
    private const int First = 12;
    private const int Last = 4;
    private const int LongestLine = 120;

    /// <summary>Reads the lines.</summary>
    public static HeadLines Read(IReadOnlyList<Block> blocks)
    {
        PartialDate? date = null;
        string? source = null;
        IReadOnlyList<string> authors = [];
        foreach (var block in blocks.Where(block => block.Kind != BlockKind.Row).Take(First))
        {
            var line = block.Text;
            if (line.Length > LongestLine)
            {
                continue;
            }

            date ??= DateText.Parse(Date_().Match(line).Groups[1].Value) ?? DateText.Parse(Passed().Match(line).Groups[1].Value) ?? WholeDate(line);
            source ??= Source_().Match(line) is { Success: true } found ? found.Groups[1].Value.Trim() : null;
            if (authors.Count == 0 && Author_().Match(line) is { Success: true } author)
            {
                authors = SplitAuthors(author.Groups[1].Value);
            }
        }

        date ??= blocks.Reverse().Where(block => block.Kind == BlockKind.Paragraph).Take(Last).Select(block => WholeDate(block.Text)).FirstOrDefault(found => found is not null);
        return new HeadLines(date, authors, source);
    }

    /// <summary>Splits names, also such as are parted by spaces only: 王勇 李明.</summary>
    public static IReadOnlyList<string> SplitAuthors(string text)
    {
        var names = FrontMatter.SplitNames(text).ToList();
        if (names is [var only] && !only.Any(char.IsAsciiLetter))
        {
            names = [.. only.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries)];
        }

        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static PartialDate? WholeDate(string line) =>
        Whole().IsMatch(line) && DateText.Parse(line.Trim('（', '）', '(', ')', ' ', '\u3000')) is { Day: not null } date ? date : null;

    [GeneratedRegex(@"(?:发布|发表|发文|成文|印发|更新|發布|發表)?(?:日期|时间|時間)\s*[:：]\s*([0-9〇零○一二三四五六七八九十]{4}[0-9年月日\-/.〇零○一二三四五六七八九十]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Date_();

    // （2003年4月16日……通过）, as laws say below their title when they were passed.
    [GeneratedRegex(@"^[（(]\s*([0-9〇零○一二三四五六七八九十]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日).{0,60}(?:通过|公布|发布|印发|修订|修正|施行|通過|發布)", RegexOptions.CultureInvariant)]
    private static partial Regex Passed();

    [GeneratedRegex(@"(?:来源|來源|信息来源|出处)\s*[:：]\s*([^\s:：|]{2,40})", RegexOptions.CultureInvariant)]
    private static partial Regex Source_();

    [GeneratedRegex(@"^(?:.{0,40}[\s|])?(?:作者|撰文|撰稿|執筆|执笔)\s*[:：]\s*([^:：|()（）]{2,60}?)(?=\s*(?:$|[|()（）]|(?:来源|來源|单位|时间|日期|编辑|责编|发布|出处)))", RegexOptions.CultureInvariant)]
    private static partial Regex Author_();

    [GeneratedRegex(@"^[（(\s]*[0-9〇零○一二三四五六七八九十]{4}\s*(?:年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日|-[0-9]{1,2}-[0-9]{1,2})[）)\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
