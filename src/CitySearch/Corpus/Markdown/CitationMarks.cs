using System.Globalization;
using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>Finds the marks by which a text cites its reference list: <c>[3]</c>, 【3】, <c>[3,5]</c>, <c>[3-5]</c>.</summary>
internal static partial class CitationMarks
{
    private const int LongestRange = 50;

    /// <summary>The cited labels in order of first mention, each once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="labels">The labels of the reference list; a mark of none of them is not a citation.</param>
    public static IReadOnlyList<string> Find(string text, IReadOnlySet<string> labels)
    {
        if (labels.Count == 0 || text.AsSpan().IndexOfAny('[', '【', '［') < 0)
        {
            return [];
        }

        var cited = new List<string>();
        foreach (Match mark in Mark().Matches(text))
        {
            foreach (var part in mark.Groups[1].Value.Split([',', '，', '、', ';', '；'], StringSplitOptions.TrimEntries))
            {
                cited.AddRange(Expand(part).Where(labels.Contains));
            }
        }

        return [.. cited.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Expand(string part)
    {
        if (Numbers().Match(part) is not { Success: true } range)
        {
            return [part.TrimStart('^')];
        }

        var first = int.Parse(range.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var last = int.Parse(range.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return Enumerable.Range(first, Math.Clamp(last - first + 1, 0, LongestRange)).Select(n => n.ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"[\[【［]([^\[\]【】［］]{1,40})[\]】］]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^([0-9]{1,3})\s*[-–—~～至]\s*([0-9]{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
