using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>
/// Writes BibTeX entries. What the format has no field for is written as the Chinese styles gbt7714 and
/// biblatex-gb7714-2015 read it: <c>mark</c> for the type, <c>medium</c> for the carrier.
/// </summary>
internal static partial class BibTeXWriter
{
    /// <summary>The entry.</summary>
    public static string Write(Reference reference, string key)
    {
        var marks = reference.Type?.Split('/') ?? [];
        var type = marks.Length > 0 ? marks[0] : null;
        var kind = BibTeXKinds.KindOf(type);
        var doi = reference.Url is { } url && Doi().Match(url) is { Success: true } match ? match.Groups[1].Value : null;
        var entry = new StringBuilder().Append('@').Append(kind).Append('{').Append(KeyOf(key));
        Add("author", reference.Authors.Count > 0 ? string.Join(" and ", reference.Authors.Select(Name)) : null);
        Add("title", Escape(reference.Title ?? reference.Text));
        Add(BibTeXKinds.SourceFieldOf(kind), Escape(reference.Source));
        Add("year", reference.Date?.Year.ToString("D4", CultureInfo.InvariantCulture));
        Add("month", reference.Date?.Month?.ToString(CultureInfo.InvariantCulture));
        Add("day", reference.Date?.Day?.ToString(CultureInfo.InvariantCulture));
        Add("volume", Escape(reference.Volume));
        Add(reference.StandardNumber is null && reference.DocumentNumber is null ? "number" : "issue", Escape(reference.Issue));
        Add("pages", Escape(reference.Pages)?.Replace("-", "--", StringComparison.Ordinal));
        Add("number", Escape(reference.StandardNumber ?? reference.DocumentNumber));
        Add("note", reference.StandardNumber is null ? null : Escape(reference.DocumentNumber));
        Add("doi", Address(doi));
        Add("url", doi is null ? Address(reference.Url) : null);
        if (BibTeXKinds.MarkOf(kind, reference.Url is not null && doi is null, reference.StandardNumber is not null) != reference.Type)
        {
            Add("mark", type);
            Add("medium", marks.Length > 1 ? marks[1] : null);
        }

        return entry.Append("\n}\n").ToString();

        void Add(string name, string? value) => entry.Append(string.IsNullOrEmpty(value) ? "" : $",\n  {name} = {{{value}}}");
    }

    private static string KeyOf(string key)
    {
        var clean = NotInKeys().Replace(key, "-").Trim('-');
        return clean.Length > 0 ? clean : "reference";
    }

    // Knuth D E as Knuth, D. E.; a Chinese name as it is; everything else is a body, whose name braces keep in one piece.
    private static string Name(string name)
    {
        if (Person().Match(name) is { Success: true } person)
        {
            var initials = string.Join(' ', person.Groups["initials"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(initial => initial + "."));
            return Escape(person.Groups["family"].Value) + (person.Groups["suffix"].Success ? ", " + person.Groups["suffix"].Value : "") + ", " + initials;
        }

        return ChineseNames.IsName(ChineseNames.Fold(name)) ? name : $"{{{Escape(name)}}}";
    }

    private static string? Escape(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // TeX joins these into a dash and into quotation marks.
            result.Append(c is '-' or '`' or '\'' && result.Length > 0 && result[^1] == c ? "{}" : "");
            result.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '{' or '}' or '%' or '&' or '#' or '_' or '$' => $@"\{c}",
                _ => c.ToString(),
            });
        }

        return result.ToString();
    }

    // Addresses are not TeX: only what would end the field is encoded (RFC 3986, 2.1).
    private static string? Address(string? url) =>
        url?.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);

    [GeneratedRegex(@"[^\p{L}\p{N}_.:/+-]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInKeys();

    [GeneratedRegex("^https://doi.org/(10[.][0-9]{4,9}/[!-~]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Doi();

    [GeneratedRegex(@"^(?<family>[^,{}\u4E00-\u9FFF]{2,60}?)(?<initials>(?: \p{Lu}){1,4})(?: (?<suffix>Jr|Sr|II|III))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();
}
