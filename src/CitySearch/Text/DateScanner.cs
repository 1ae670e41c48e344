using System.Globalization;

namespace CitySearch.Text;

/// <summary>
/// Finds whole dates and months of a year in running text: 2017年4月1日, 二〇一七年四月, 2017-04-01 and 2017/4/1 (GB/T 7408, ISO 8601), 20170401.
/// A year alone is a number like others.
/// </summary>
internal static class DateScanner
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2999;

    private static readonly List<FoundDate> None = [];

    // 二十一 and 三十一.
    private const int LongestNumeral = 3;

    /// <summary>The dates in a folded text in order, not overlapping.</summary>
    public static List<FoundDate> Find(FoldedText text)
    {
        List<FoundDate>? found = null;
        var codePoints = text.CodePoints;
        for (var i = 0; i < codePoints.Length; i++)
        {
            if (codePoints[i] == '年')
            {
                if (AroundYearSign(codePoints, i) is { } date)
                {
                    (found ??= []).Add(date);
                }
            }
            else if (NumberScanner.IsDigit(codePoints[i]))
            {
                var end = EndOfDigits(codePoints, i);
                if (InDigits(codePoints, i, end) is { } date)
                {
                    (found ??= []).Add(date);
                }

                i = end - 1;
            }
        }

        return found ?? None;
    }

    /// <summary>2017年4月1日: the year before the sign, the month and the day behind it.</summary>
    private static FoundDate? AroundYearSign(ReadOnlySpan<int> text, int sign)
    {
        var yearEnd = sign > 0 && text[sign - 1] == ' ' ? sign - 1 : sign;
        var first = yearEnd;
        while (first > 0 && yearEnd - first < 5 && (NumberScanner.IsDigit(text[first - 1]) || ChineseNumerals.IsPart(text[first - 1]) || text[first - 1] == 'o'))
        {
            first--;
        }

        if (yearEnd - first != 4 || Number(text[first..yearEnd], '年') is not (>= EarliestYear and <= LatestYear and var year))
        {
            return null;
        }

        var at = sign + 1;
        if (Counted(text, ref at, "月") is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        var monthEnd = at;
        return Counted(text, ref at, "日号") is { } day && IsDay(year, month, day)
            ? new FoundDate(first, monthEnd, at, year, month, day)
            : new FoundDate(first, monthEnd, monthEnd, year, month, 0);
    }

    /// <summary>2017-04-01 and 20170401, where no other digit or sign of the same kind goes on.</summary>
    private static FoundDate? InDigits(ReadOnlySpan<int> text, int first, int end)
    {
        if (end - first == 8)
        {
            var number = Number(text[first..end], 0) ?? 0;
            return number / 10_000 is >= 1900 and < 2100 && IsDay(number / 10_000, number / 100 % 100, number % 100)
                ? new FoundDate(first, first + 6, end, number / 10_000, number / 100 % 100, number % 100)
                : null;
        }

        if (end - first != 4 || end == text.Length || text[end] is not ('-' or '/' or '.') || Number(text[first..end], 0) is not (>= EarliestYear and <= LatestYear and var year))
        {
            return null;
        }

        var sign = text[end];
        var monthEnd = EndOfDigits(text, end + 1);
        if (monthEnd - end - 1 is not (1 or 2) || Number(text[(end + 1)..monthEnd], 0) is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        if (monthEnd < text.Length && text[monthEnd] == sign)
        {
            var dayEnd = EndOfDigits(text, monthEnd + 1);
            return dayEnd - monthEnd - 1 is 1 or 2 && Number(text[(monthEnd + 1)..dayEnd], 0) is { } day && IsDay(year, month, day)
                ? new FoundDate(first, monthEnd, dayEnd, year, month, day)
                : null;
        }

        // 2018-12 is a month; 2018.12 and 2018/12 are anything.
        return sign == '-' && monthEnd - end == 3 ? new FoundDate(first, monthEnd, monthEnd, year, month, 0) : null;
    }

    /// <summary>The number at a place with one of some signs behind it; the place moves behind the sign.</summary>
    private static int? Counted(ReadOnlySpan<int> text, ref int at, string signs)
    {
        var first = at < text.Length && text[at] == ' ' ? at + 1 : at;
        var end = first;
        while (end < text.Length && end - first < LongestNumeral && (NumberScanner.IsDigit(text[end]) || ChineseNumerals.IsPart(text[end])))
        {
            end++;
        }

        var sign = end < text.Length && text[end] == ' ' ? end + 1 : end;
        if (end == first || sign >= text.Length || text[sign] > char.MaxValue || !signs.Contains((char)text[sign]) || Number(text[first..end], text[sign]) is not { } number)
        {
            return null;
        }

        at = sign + 1;
        return number;
    }

    private static int? Number(ReadOnlySpan<int> run, int after)
    {
        var number = 0;
        foreach (var c in run)
        {
            if (!NumberScanner.IsDigit(c))
            {
                return int.TryParse(ChineseNumerals.Value(run, '第', after), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
            }

            number = (number * 10) + (c - '0');
        }

        return number;
    }

    private static int EndOfDigits(ReadOnlySpan<int> text, int at)
    {
        while (at < text.Length && NumberScanner.IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsDay(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
