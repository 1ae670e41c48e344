using System.Globalization;
using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>Takes the dates out of an entry.</summary>
/// <remarks>
/// GB/T 7714-2015, 8.4.3: the year of publication, for newspapers the date as 2000-11-20; 8.4.4: for electronic works the
/// date of change in round, of access in square brackets. People write 2019.8.12, 2019年8月12日 and 2019/8/12 as well. A number is
/// a date only where a field may begin before it and end behind it: 2014年中国智慧城市报告 and 2035年远景目标 hold none.
/// </remarks>
internal static partial class EntryDates
{
    /// <summary>Takes out all dates, in order.</summary>
    /// <param name="text">The entry; what is found becomes holes.</param>
    public static List<EntryPiece> Take(EntryText text)
    {
        var found = new List<EntryPiece>();
        var shadow = text.Shadow;
        for (var i = 0; i < shadow.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterOrDigit(shadow[i - 1]))
            {
                continue;
            }

            if (Read(shadow, i) is not { } date || InContext(text, date) is not { } piece)
            {
                continue;
            }

            found.Add(piece);
            i = piece.End - 1;
        }

        foreach (var piece in found)
        {
            text.Remove(piece.Start, piece.End);
        }

        return found;
    }

    /// <summary>A year at the very end of a text, behind a space or in brackets, as in «HICSS 2012».</summary>
    /// <param name="shadow">The text.</param>
    /// <param name="date">The year.</param>
    /// <returns>How long the text is without it, or -1.</returns>
    public static int TrailingYear(string shadow, out PartialDate date)
    {
        var match = YearAtEnd().Match(shadow);
        date = match.Success ? new PartialDate(int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return match.Success ? match.Index : -1;
    }

    /// <summary>A year in round brackets at an offset, as it follows the authors in author–year styles: its end, or -1.</summary>
    public static int YearInBrackets(string shadow, int at, out PartialDate date)
    {
        var match = BracketedYear().Match(shadow, at);
        date = match.Success ? new PartialDate(int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return match.Success ? at + match.Length : -1;
    }

    private static Found? Read(string shadow, int at)
    {
        var c = shadow[at];
        if (char.IsAsciiDigit(c))
        {
            return ReadDigits(shadow, at) ?? ReadEnglish(shadow, at);
        }

        if (c is 'c' or 'C' && at + 4 < shadow.Length && char.IsAsciiDigit(shadow[at + 1]))
        {
            // 8.4.3: the year of copyright, c1988, stands in for one of publication.
            return ReadDigits(shadow, at + 1) is { Value.Month: null } year ? year with { Start = at } : null;
        }

        return c is '一' or '二' ? ReadChinese(shadow, at) : char.IsAsciiLetterUpper(c) ? ReadEnglish(shadow, at) : null;
    }

    private static Found? ReadDigits(string shadow, int at)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[ChineseDate(), NumericDate(), CompactDate(), YearAlone()])
        {
            var match = pattern.Match(shadow, at);
            if (match.Success && !IsVolume(shadow, match)
                && PartialDate.TryCreate(Number(match, "year")!.Value, Number(match, "month"), Number(match, "day")) is { } date
                && IsPlausible(date))
            {
                return new Found(at, at + match.Length, date, match.Value.Contains('年', StringComparison.Ordinal));
            }
        }

        return null;
    }

    // 2012.12(3) is the third issue of the twelfth volume.
    private static bool IsVolume(string shadow, Match match) =>
        match.Groups["mark"].Value == "." && !match.Groups["day"].Success && match.Index + match.Length < shadow.Length && shadow[match.Index + match.Length] is '(' or ':';

    private static Found? ReadChinese(string shadow, int at)
    {
        var match = WrittenDate().Match(shadow, at);
        return match.Success && DateText.Parse(match.Value) is { } date && IsPlausible(date) ? new Found(at, at + match.Length, date, true) : null;
    }

    private static Found? ReadEnglish(string shadow, int at)
    {
        var match = EnglishDate().Match(shadow, at);
        if (!match.Success)
        {
            return null;
        }

        const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
        var month = (Months.IndexOf(match.Groups["month"].Value, StringComparison.OrdinalIgnoreCase) / 3) + 1;
        return PartialDate.TryCreate(Number(match, "year")!.Value, month, Number(match, "day")) is { } date && IsPlausible(date)
            ? new Found(at, at + match.Length, date, false)
            : null;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static bool IsPlausible(PartialDate date) => date.Year is >= 1500 and < 2100;

    /// <summary>The date as a piece with the words that belong to it, when it stands where a date can stand.</summary>
    private static EntryPiece? InContext(EntryText text, Found date)
    {
        var (start, end) = (date.Start, date.End);
        var role = ReadRole(text.Shadow, ref end);
        var before = text.Before(start);
        if (text.At(before) is '自' or '于' or '於')
        {
            start = before;
            before = text.Before(start);
        }

        if (text.At(before) is '(' or '[' && text.Partner(before) >= 0 && text.From(end) == text.Partner(before))
        {
            return InBrackets(text, date, role, before);
        }

        if (text.Depth(date.Start) > 0 || !EndsField(text, date, end))
        {
            return null;
        }

        if (AccessLabel().Match(text.Shadow, 0, start) is { Success: true } label)
        {
            return new EntryPiece(PieceKind.Date, label.Index, end, label.Index, new EntryDate(date.Value, DateRole.Access));
        }

        return BeginsField(text, date, start, before, end)
            ? new EntryPiece(PieceKind.Date, start, end, start, new EntryDate(date.Value, role ?? DateRole.Publication))
            : null;
    }

    // 8.4.4: (2012-12-03) is the date of change and [2013-11-15] that of access; 8.4.3: [1936] is a year that was worked out.
    // A remark such as （2021年11月1日起施行） dates the work; a bare year in brackets behind a word belongs to the title.
    private static EntryPiece? InBrackets(EntryText text, Found date, DateRole? role, int open)
    {
        var isRound = text.At(open) == '(';
        var before = text.At(text.Before(open));
        var isOutside = text.Depth(open) == 1;
        var isApart = EntryText.IsBreak(before) || char.IsAsciiDigit(before) || before is ']' or ')';
        if (!isOutside || (!isApart && (isRound ? date.Value.Month : date.Value.Day) is null))
        {
            return null;
        }

        role ??= !isRound && date.Value.Day is not null ? DateRole.Access : DateRole.Publication;
        return new EntryPiece(PieceKind.Date, open, text.Partner(open) + 1, open, new EntryDate(date.Value, role.Value));
    }

    private static DateRole? ReadRole(string shadow, ref int end)
    {
        var match = RoleWord().Match(shadow, end);
        if (!match.Success)
        {
            return null;
        }

        end += match.Length;
        return match.Groups["effect"].Success ? DateRole.Effect : match.Groups["access"].Success ? DateRole.Access : DateRole.Publication;
    }

    private static bool EndsField(EntryText text, Found date, int end)
    {
        var c = text.At(end);
        if (EntryText.IsBreak(c) || c is ')' or '(' or '[' or '/' or '》' || IssueWord().IsMatch(text.Shadow, end))
        {
            return true;
        }

        var next = text.At(text.From(end));
        return c == ' ' && (EntryText.IsBreak(next) || next is '(' or '[' || char.IsAsciiDigit(next) || date.Value.Month is not null);
    }

    private static bool BeginsField(EntryText text, Found date, int start, int before, int end)
    {
        var c = text.At(before);
        if (EntryText.IsBreak(c) || c is ')' or ']' or '》' or '”' or '」' or '』')
        {
            return true;
        }

        // 人民日报 2018年12月2日; without a space only where nothing else can be meant: 人民日报2018年12月2日, 治理研究2020年第3期.
        return before < start - 1
            ? date.Value.Month is not null || IssueWord().IsMatch(text.Shadow, end)
            : EntryText.IsHan(c) && (date.Value.Day is not null || (date.IsChinese && IssueWord().IsMatch(text.Shadow, end)));
    }

    private readonly record struct Found(int Start, int End, PartialDate Value, bool IsChinese);

    [GeneratedRegex(@"\G(?<year>[12][0-9]{3}) ?年(?: ?(?<month>[0-9]{1,2}) ?月(?: ?(?<day>[0-9]{1,2}) ?[日号])?|度)?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseDate();

    [GeneratedRegex(@"\G(?<year>[12][0-9]{3})(?:(?<mark>[./-])(?<month>[0-9]{1,2})(?:\k<mark>(?<day>[0-9]{1,2}))?)(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"\G(?<year>(?:19|20)[0-9]{2})(?<month>[01][0-9])(?<day>[0-3][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CompactDate();

    [GeneratedRegex(@"\G(?<year>[12][0-9]{3})(?![0-9])(?:[a-f](?=[),.:]))?", RegexOptions.CultureInvariant)]
    private static partial Regex YearAlone();

    [GeneratedRegex("\\G[一二][〇零○一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenDate();

    [GeneratedRegex(@"\G(?:(?<day>[0-9]{1,2}) )?(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,? (?:(?<day>[0-9]{1,2}), ?)?(?<year>[12][0-9]{3})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishDate();

    [GeneratedRegex(@"\G ?(?:(?:日?起)?(?:正式)?(?<effect>施行|实施|生效|實施|生效)|(?<access>访问|检索|引用|浏览|登录|查阅|获取|訪問|檢索|瀏覽)|(?:初版|第[0-9一二三四五六七八九十]{1,2}版|版|出版|印刷|发布|公布|印发|通过|发表|修订|修正|發布|公佈|印發|通過|發表|修訂))", RegexOptions.CultureInvariant)]
    private static partial Regex RoleWord();

    [GeneratedRegex(@"\G ?,? ?(?:总?第 ?[0-9]{1,4}|[0-9]{1,3}) ?[卷期版]", RegexOptions.CultureInvariant)]
    private static partial Regex IssueWord();

    [GeneratedRegex(@"(?:访问|引用|检索|浏览|登录|查阅|訪問|檢索|瀏覽)(?:日期|时间|時間|于|於)?[:]? ?$|(?:accessed|retrieved|last visited|viewed)(?: on)?[:]? ?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex AccessLabel();

    [GeneratedRegex(@" \(?(?<year>(?:19|20)[0-9]{2})\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearAtEnd();

    [GeneratedRegex(@"\G ?\((?<year>(?:1[5-9]|20)[0-9]{2})[a-f]?\)", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedYear();
}
