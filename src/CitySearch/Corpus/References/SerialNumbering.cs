using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>Volume, issue and pages, as they follow the year.</summary>
/// <param name="Volume">The volume.</param>
/// <param name="Issue">The issue without leading zeros; 2/3 for a double issue.</param>
/// <param name="Pages">The pages, with a hyphen for a range.</param>
internal sealed partial record SerialNumbering(string? Volume, string? Issue, string? Pages)
{
    private const int Longest = 80;

    /// <summary>
    /// Reads a numbering: GB/T 7714-2015, 4.4 and 8.8: 年, 卷(期): 页码; also 第36卷第3期, Vol. 36, No. 3, pp. 1-4, and marks
    /// left out, as in 2019(04)2-8. For a newspaper the number in brackets is the page: 2000-11-20(15).
    /// </summary>
    /// <param name="text">The text behind the year or the name of the serial.</param>
    /// <param name="isNewspaper">Whether the work stands in a newspaper.</param>
    /// <returns>The numbering, or <see langword="null"/> when the text is anything else.</returns>
    public static SerialNumbering? Read(string text, bool isNewspaper)
    {
        if (text.Length > Longest || NewspaperPage().Match(text) is { Success: true } page && (isNewspaper || page.Groups["word"].Success))
        {
            return text.Length > Longest ? null : new SerialNumbering(null, null, NewspaperPage().Match(text).Groups["page"].Value);
        }

        var match = Numbering().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var numbering = new SerialNumbering(
            Value(match, "volume"),
            Value(match, "issue") is { } issue ? Zeros().Replace(issue.Replace(" ", "", StringComparison.Ordinal), "") : null,
            Value(match, "pages") is { } pages ? pages.Replace(" ", "", StringComparison.Ordinal).Replace('~', '-') : null);
        return numbering is { Volume: null, Issue: null, Pages: null } ? null : numbering;
    }

    /// <summary>Splits a numbering off the end of a text: «City, 12(3), 303-320».</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">How long the text is without it.</param>
    public static SerialNumbering? ReadAtEnd(string text, out int length)
    {
        length = text.Length;
        var tried = 0;
        for (var i = Math.Max(0, text.Length - Longest); i < text.Length && tried < 6; i++)
        {
            if (i == 0 || text[i] is not (',' or ' ' or '》') || !StartsNumbering().IsMatch(text, i + 1))
            {
                continue;
            }

            tried++;
            if (Read(text[(i + 1)..], isNewspaper: false) is { } numbering
                && (numbering.Issue is not null || (numbering.Volume is not null && numbering.Pages is not null)))
            {
                length = text[i] == '》' ? i + 1 : i;
                return numbering;
            }
        }

        return null;
    }

    private static string? Value(Match match, string group) => match.Groups[group].Success ? match.Groups[group].Value : null;

    [GeneratedRegex(
        @"^[ .,;]*"
        + @"(?:(?:vol(?:ume|\.)? ?|第 ?)?(?<volume>[0-9]{1,4}[A-Z]?)(?: ?卷)?(?=[ ,;]*[(:第]|[ ,;]*(?:no|issue|iss|pp?)\b|[ ,.;]*$|[ ,;]*[0-9]{1,4} ?期|[ ,;]+[0-9]+ ?[-~]))?[ ,;]*"
        + @"(?:\( ?(?:no\.? ?|第 ?)?(?<issue>[0-9]{1,4}(?: ?[-/~,、] ?[0-9]{1,4})?|(?:S|Z|C|增刊|专刊|suppl?\.? ?)[0-9]{0,3}) ?期? ?\)|(?:no\.? ?|issue ?|iss\.? ?)(?<issue>[0-9]{1,4}(?:[-/][0-9]{1,4})?)(?![0-9])|(?:总?第 ?)?(?<issue>[0-9]{1,4}(?:[-/][0-9]{1,4})?) ?期)?"
        + @"[ ,;]*[:.]?[ ,]*"
        + @"(?:(?:pp?\.? ?|第 ?)?(?<pages>[A-Za-z]{0,2}[0-9]{1,7}(?: ?[-~] ?[A-Za-z]{0,2}[0-9]{1,7})?(?: ?[+,、] ?[0-9]{1,6}(?:-[0-9]{1,6})?){0,5}) ?[页頁]?)?[ .,;]*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"^[ .,;:]*(?:\( ?(?<page>[A-Z]?[0-9]{1,3}) ?\)|\(? ?(?:第 ?)?(?<page>[A-Z]?[0-9]{1,3}(?:-[0-9]{1,3})?) ?(?<word>版) ?\)?)[ .,;]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NewspaperPage();

    [GeneratedRegex(@"\G ?(?:vol|第|no|[0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StartsNumbering();

    [GeneratedRegex("(?<![0-9])0+(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Zeros();
}
