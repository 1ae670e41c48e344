using System.Globalization;
using CitySearch.Text;

namespace CitySearch.Corpus.References;

/// <summary>The keys under which the numbers of two references are compared.</summary>
internal static class NumberKeys
{
    private const string Country = "中华人民共和国";

    /// <summary>The key of a standard without year and without the mark of a recommended standard, and its year.</summary>
    public static (string? Key, int? Year) OfStandard(string? number)
    {
        if (number is null || NumberScanner.Find(number) is not [{ IsStandard: true } match, ..])
        {
            return (null, null);
        }

        var full = match.Keys[0];
        var hasYear = match.Keys.Count > 1 && full.StartsWith(match.Keys[1], StringComparison.Ordinal) && full.Length == match.Keys[1].Length + 5;
        return (match.Keys[^1], hasYear ? int.Parse(full.AsSpan(full.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture) : null);
    }

    /// <summary>The key of a document: agency code, year and serial; the country's name before an order's agency is left out.</summary>
    public static string? OfDocument(string? number)
    {
        if (number is null)
        {
            return null;
        }

        var folded = TextFolding.Fold(number);
        folded = folded.StartsWith(Country, StringComparison.Ordinal) ? folded[Country.Length..] : folded;
        return NumberScanner.Find(folded) is [{ IsStandard: false } match, ..] ? match.Keys[0] : null;
    }
}
