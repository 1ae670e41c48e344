using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Corpus;
using CitySearch.Corpus.References;
using CitySearch.Text;

namespace CitySearch.Formats.Bibliographies;

/// <summary>Makes a reference of a record, its text an entry after GB/T 7714-2015 that names all authors.</summary>
internal static partial class RecordComposer
{
    private const int LongestField = 2000;
    private const int MostAuthors = 200;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The reference, or <see langword="null"/> for a record that has neither a title nor a number.</summary>
    public static Reference? Compose(BibliographyRecord record)
    {
        var title = Title(record, out var mark, out var document, out var standard);
        NumberIn(record, ref document, ref standard);
        if (title is null && document is null && standard is null)
        {
            return null;
        }

        var url = record["url"] ?? Address(record["howpublished"]) ?? Address(record["note"]);
        var hasAddress = url is not null && Doi(url) is null;
        var type = Type(record, mark, hasAddress, standard is not null);
        var kind = type.Split('/')[0];
        var reference = new Reference
        {
            Text = "",
            Authors = [.. (record.Authors.Count > 0 ? record.Authors : kind is "M" or "G" or "C" ? record.Editors : []).Take(MostAuthors)],
            Title = title ?? standard ?? document,
            Source = Source(record, kind),
            Date = Date(record) ?? (NumberKeys.OfStandard(standard).Year is { } year ? new PartialDate(year) : null),
            Type = type,
            Volume = Short(record["volume"]),
            Issue = Issue(record, document, standard),
            Pages = Pages(record),
            DocumentNumber = document,
            StandardNumber = standard,
            Url = hasAddress ? url : (Doi(record["doi"]) ?? Doi(url) ?? Doi(record["note"])) is { } doi ? "https://doi.org/" + doi : url,
        };
        return reference with { Text = ReferenceFormats.Gbt7714(reference, MostAuthors) };
    }

    // The title without what people put into its field besides: 《》, a type mark, the number of the standard or document.
    private static string? Title(BibliographyRecord record, out string? mark, out string? document, out string? standard)
    {
        (mark, document, standard) = (null, null, null);
        var title = record.First("title", "maintitle", "booktitle") is { } given ? Shorten(given) : null;
        if (title is null)
        {
            return null;
        }

        if (record["subtitle"] is { } subtitle && !title.Contains(subtitle, StringComparison.OrdinalIgnoreCase))
        {
            title = $"{title}: {subtitle}";
        }

        var text = new EntryText(title);
        if (TypeMark.Find(text) is var (start, end, value) && title.AsSpan(end).Trim(" .").IsEmpty)
        {
            mark = value;
            title = title[..start].TrimEnd();
            text = new EntryText(title);
        }

        EntryNumbers.Take(text, out document, out standard);
        if (document is not null || standard is not null)
        {
            var rest = string.Concat(title.Where((_, i) => text.Shadow[i] != EntryText.Hole)).Trim(' ', ':', '：', '.', ',', '，', '\u3000');
            title = rest.Any(char.IsLetter) ? rest : title;
        }

        title = title.EndsWith('.') && !title.EndsWith("..", StringComparison.Ordinal) ? title[..^1].TrimEnd() : title;
        title = title is ['《', .. var inner, '》'] && !inner.AsSpan().ContainsAny('《', '》') ? inner.Trim() : title;
        return title.Any(char.IsLetterOrDigit) ? title : null;
    }

    private static void NumberIn(BibliographyRecord record, ref string? document, ref string? standard)
    {
        foreach (var field in new[] { "standardnumber", "number", "note", "howpublished", "type", "isbn", "issn" })
        {
            if (record[field] is not { Length: < 100 } text)
            {
                continue;
            }

            foreach (var match in NumberScanner.Find(text))
            {
                var number = text.Substring(match.Start, match.Length);
                // A number that is a part of a remark may be another work's: 代替 GB/T 1-2000.
                if (number.Length == text.Trim(' ', '(', ')', '（', '）', '.').Length)
                {
                    (document, standard) = match.IsStandard ? (document, standard ?? number) : (document ?? number, standard);
                }
            }
        }
    }

    private static string Type(BibliographyRecord record, string? mark, bool hasAddress, bool isStandard)
    {
        var stated = record.First("mark", "usera") is { } given && TypeMark.Find(new EntryText($"a[{given.Trim('[', ']')}]")) is var (_, _, value) ? value : mark;
        if (stated is null)
        {
            return BibTeXKinds.MarkOf(record.Kind, hasAddress, isStandard);
        }

        return stated.Contains('/', StringComparison.Ordinal) || record["medium"] is not { Length: 2 } medium ? stated : $"{stated}/{medium.ToUpperInvariant()}";
    }

    private static string? Source(BibliographyRecord record, string kind)
    {
        var source = kind switch
        {
            "J" or "N" => record.First("journal", "journaltitle", "booktitle", "publisher", "organization", "institution"),
            "D" => record.First("school", "institution", "publisher", "organization"),
            "R" => record.First("institution", "organization", "publisher", "school"),
            "M" or "C" or "G" => record["title"] is null ? record["publisher"] : record.First("booktitle", "journal", "publisher", "organization", "institution"),
            "EB" => record.First("organization", "journal", "journaltitle", "publisher", "institution", "howpublished"),
            _ => record.First("publisher", "organization", "institution", "journal", "journaltitle", "howpublished"),
        };
        return source is null || Address(source) is not null || NumberScanner.Find(source) is [{ Start: 0 } number] && number.Length == source.Length ? null : Shorten(source);
    }

    private static PartialDate? Date(BibliographyRecord record)
    {
        foreach (var field in new[] { "date", "year" })
        {
            if (record[field] is { } text && DateText.Parse(Circa().Replace(text, "")) is { } date)
            {
                return date.Month is null && Month(record["month"]) is { } month ? WithMonth(date.Year, month, record["day"]) : date;
            }
        }

        return null;
    }

    private static PartialDate WithMonth(int year, int month, string? day) =>
        int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && PartialDate.TryCreate(year, month, number) is { } date ? date : new PartialDate(year, month);

    private static int? Month(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var digits = Digits().Match(text);
        var month = digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : Array.FindIndex(Months, name => text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
        return month is >= 1 and <= 12 ? month : null;
    }

    private static string? Issue(BibliographyRecord record, string? document, string? standard)
    {
        var issue = Short(record["issue"] ?? record["number"]);
        return issue is null || issue == document || issue == standard || issue.Length > 24 || NumberScanner.Find(issue).Count > 0 ? null : LeadingZeros().Replace(issue, "");
    }

    private static string? Pages(BibliographyRecord record)
    {
        var pages = record["pages"] ?? record["startpage"];
        if (pages is not null && record["endpage"] is { } end && end != pages && !pages.Contains('-', StringComparison.Ordinal))
        {
            pages = $"{pages}-{end}";
        }

        return Short(pages) is { Length: <= 40 } text ? Dashes().Replace(text, "-").Replace(" ", "", StringComparison.Ordinal).TrimEnd('.', ',') : null;
    }

    private static string? Address(string? text) => text is not null && Web().Match(text) is { Success: true } address ? address.Value.TrimEnd('.', ',', ')') : null;

    /// <summary>The identifier in a text that is one, with or without its resolver.</summary>
    private static string? Doi(string? text) => text is not null && Identifier().Match(text) is { Success: true } doi ? doi.Groups[1].Value.TrimEnd('.', ',') : null;

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : Shorten(text);

    private static string Shorten(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestField));
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, LongestField)).Trim())
        {
            if (!char.IsWhiteSpace(c) || line[^1] != ' ')
            {
                line.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        // Not within a surrogate pair.
        return (line.Length > 0 && char.IsHighSurrogate(line[^1]) ? line.ToString(0, line.Length - 1) : line.ToString()).TrimEnd();
    }

    [GeneratedRegex(@"^(?:c\.?a?\.?\s*|\[|\{)", RegexOptions.CultureInvariant)]
    private static partial Regex Circa();

    [GeneratedRegex("[0-9]{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex("^0+(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZeros();

    [GeneratedRegex(@"\s*(?:[-‐‑–—−~～]+)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"(?:https?|ftp)://[!-;=?-~]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(@"^\s*(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi\s*[:：]?\s*)?(10\.[0-9]{4,9}/[!-~]+)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Identifier();
}
