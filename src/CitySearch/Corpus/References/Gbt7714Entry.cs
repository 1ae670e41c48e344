using System.Globalization;
using System.Text;

namespace CitySearch.Corpus.References;

/// <summary>Composes the entry of a reference list after GB/T 7714-2015, clause 4, with the half-width marks of clause 7.</summary>
internal static class Gbt7714Entry
{
    private const string DoiAddress = "https://doi.org/";

    /// <summary>The entry, closed by a full stop.</summary>
    public static string Write(Reference reference, int mostAuthors)
    {
        if (reference.Title is not { } title)
        {
            return reference.Text;
        }

        var entry = new StringBuilder();
        if (reference.Authors.Count > 0)
        {
            entry.Append(string.Join(", ", reference.Authors.Take(mostAuthors)));
            entry.Append(reference.Authors.Count <= mostAuthors ? "" : reference.Authors.Any(name => name.Any(EntryText.IsHan)) ? ", 等" : ", et al");
            entry.Append(". ");
        }

        entry.Append(title);
        // 4.1: a number that identifies the work follows its title behind a colon.
        foreach (var number in new[] { reference.StandardNumber, reference.DocumentNumber })
        {
            if (number is not null && !title.Contains(number, StringComparison.Ordinal))
            {
                entry.Append(": ").Append(number);
            }
        }

        entry.Append(reference.Type is { } type ? $"[{type}]" : "");
        AddPublication(entry, reference, reference.Type?.Split('/')[0]);
        AddAddress(entry, reference.Url);
        return entry[^1] == '.' ? entry.ToString() : entry.Append('.').ToString();
    }

    private static void AddPublication(StringBuilder entry, Reference reference, string? type)
    {
        // 4.2: the host work of a paper, which has pages there, stands behind //.
        var isHosted = type == "C" && reference is { Source: not null, Pages: not null };
        entry.Append(isHosted ? "//" : "").Append(isHosted || reference.Source is null ? "" : ". ").Append(reference.Source);
        if (reference.Date is { } date)
        {
            // 8.4.4: the day of publication of what is online stands in brackets.
            var isYear = type is "J" or "M" or "G" or "C" or "D" or "S";
            var text = isYear ? date.Year.ToString("D4", CultureInfo.InvariantCulture) : date.ToString();
            entry.Append(reference.Source is not null ? $", {text}" : reference.Type?.EndsWith("/OL", StringComparison.Ordinal) == true && !isYear ? $". ({text})" : $". {text}");
        }

        if (type == "N")
        {
            entry.Append(reference.Pages is { } page ? $"({page})" : "");
            return;
        }

        entry.Append(reference.Volume is { } volume ? $", {volume}" : "");
        entry.Append(reference.Issue is { } issue ? $"({issue})" : "");
        entry.Append(reference.Pages is { } pages ? $": {pages}" : "");
    }

    // 8.7: the identifier, not the address that resolves it.
    private static void AddAddress(StringBuilder entry, string? url)
    {
        if (url is not null)
        {
            entry.Append(entry[^1] == '.' ? " " : ". ");
            entry.Append(url.StartsWith(DoiAddress, StringComparison.OrdinalIgnoreCase) ? $"DOI: {url[DoiAddress.Length..]}" : url);
        }
    }
}
