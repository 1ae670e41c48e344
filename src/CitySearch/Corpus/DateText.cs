using System.Globalization;
using System.Text.RegularExpressions;

namespace CitySearch.Corpus;

/// <summary>Reads the dates that people write into the metadata of an article.</summary>
internal static partial class DateText
{
    private const string ChineseDigits = "〇一二三四五六七八九";

    private static readonly string[] EnglishDays =
        ["MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy", "ddd MMM dd yyyy", "M/d/yyyy"];

    private static readonly string[] EnglishMonths = ["MMM yyyy", "MMMM yyyy"];

    /// <summary>
    /// The date at the start of a text: ISO 8601 with or without a time, <c>2019/6/10</c>, <c>2019.6</c>, <c>20190610</c>,
    /// 2019年6月10日, 二〇一九年六月十日, <c>Jun 10, 2019</c>; <see langword="null"/> when there is none or it does not exist.
    /// </summary>
    public static PartialDate? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 64)
        {
            return null;
        }

        text = text.Trim();
        if (Compact().Match(text) is { Success: true } compact)
        {
            return PartialDate.TryCreate(Number(compact, 1) ?? 0, Number(compact, 2), Number(compact, 3));
        }

        var match = Numeric().Match(text);
        if (!match.Success)
        {
            match = Numeric().Match(ChineseToDigits(text));
        }

        return match.Success
            ? PartialDate.TryCreate(Number(match, 1) ?? 0, Number(match, 2), Number(match, 3))
            : English(text);
    }

    private static int? Number(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static PartialDate? English(string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(text, EnglishDays, invariant, DateTimeStyles.AllowWhiteSpaces, out var day))
        {
            return new PartialDate(day.Year, day.Month, day.Day);
        }

        return DateTime.TryParseExact(text, EnglishMonths, invariant, DateTimeStyles.AllowWhiteSpaces, out var month)
            ? new PartialDate(month.Year, month.Month)
            : null;
    }

    /// <summary>二〇一九年六月十日 as 2019年6月10日: years digit by digit, months and days as numbers below 100; full-width digits too.</summary>
    private static string ChineseToDigits(string text)
    {
        text = text.Replace('零', '〇').Replace('○', '〇');
        text = Tens().Replace(text, m =>
            Math.Max(1, ChineseDigits.IndexOf(m.Groups[1].Value is "" ? "一" : m.Groups[1].Value, StringComparison.Ordinal))
            + (m.Groups[2].Value is "" ? "0" : m.Groups[2].Value));
        return string.Concat(text.Select(c =>
            c is >= '０' and <= '９' ? (char)(c - '０' + '0')
            : ChineseDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit)
            : c));
    }

    [GeneratedRegex(@"^([12][0-9]{3})([01][0-9])([0-3][0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^([0-9]{4})(?![0-9])(?:\s*[-/.．年]\s*([0-9]{1,2})(?![0-9])(?:\s*[-/.．月]\s*([0-9]{1,2})(?![0-9]))?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex("([一二三]?)十([一二三四五六七八九]?)", RegexOptions.CultureInvariant)]
    private static partial Regex Tens();
}
