using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>Cuts the title out of its field.</summary>
internal static partial class TitleField
{
    private const int LongestTitle = 300;
    private const int LongestState = 12;

    /// <summary>The title between two offsets, or <see langword="null"/> when nothing that can be one is left.</summary>
    /// <param name="text">The entry.</param>
    /// <param name="start">Where the field starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="type">The type mark, if any.</param>
    public static string? Read(EntryText text, int start, int end, string? type)
    {
        (start, end) = FieldSplitter.Trim(text, start, end);
        if (type is "P" or "P/OL" && PatentNumber().Match(text.Shadow[start..end]) is { Success: true } patent)
        {
            // 4.5: the number of a patent follows its title behind a colon.
            (start, end) = FieldSplitter.Trim(text, start, start + patent.Index);
        }

        (start, end) = WithoutRemark(text, start, end);
        if (end - start > 2 && text.At(start) == '《' && text.Partner(start) == end - 1)
        {
            (start, end) = FieldSplitter.Trim(text, start + 1, end - 1);
        }

        var title = text.Cut(start, end);
        return title.Length <= LongestTitle && title.Any(char.IsLetterOrDigit) ? title : null;
    }

    /// <summary>
    /// The field without a remark in brackets that is no part of the title: （附《…》）, （以下简称…）, （“数据二十条”）, and
    /// whatever follows a title between 《》 but its state, as （试行）.
    /// </summary>
    private static (int Start, int End) WithoutRemark(EntryText text, int start, int end)
    {
        if (end <= start || text.At(end - 1) != ')' || text.Partner(end - 1) is var open && open <= start)
        {
            return (start, end);
        }

        var remark = text.Shadow[(open + 1)..(end - 1)];
        var isAfterTitle = text.At(text.Before(open)) == '》' && text.Partner(text.Before(open)) == start;
        return Remark().IsMatch(remark) || (isAfterTitle && !(remark.Length <= LongestState && State().IsMatch(remark))) ? FieldSplitter.Trim(text, start, open) : (start, end);
    }

    [GeneratedRegex("^(?:附|含|见|参见|下称|简称|以下简称|以下称|又称|简稱|以下簡稱|“|已被|代替)|号文件?$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex("试行|暂行|修订|修正|征求意见|送审|草案|报批|讨论|稿|版|[上中下]|^[一二三四五六七八九十0-9]{1,4}$|全文|节选|摘要|第|年$|修訂|試行|暫行|徵求意見", RegexOptions.CultureInvariant)]
    private static partial Regex State();

    [GeneratedRegex(@": ?[A-Z]{0,2} ?[0-9][0-9A-Z.]{5,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex PatentNumber();
}
