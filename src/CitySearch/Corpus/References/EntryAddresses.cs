using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>Takes addresses and identifiers out of an entry.</summary>
/// <remarks>GB/T 7714-2015, 8.6 and 8.7: path of access, then the digital object identifier; the edition of 2025 adds the CSTR identifier.</remarks>
internal static partial class EntryAddresses
{
    /// <summary>
    /// Takes out all addresses and returns the first as written; a DOI without any address becomes the address at which
    /// doi.org resolves it.
    /// </summary>
    /// <param name="text">The entry; what is found becomes holes.</param>
    public static string? Take(EntryText text)
    {
        string? address = null;
        foreach (Match match in Address().Matches(text.Entry))
        {
            var end = match.Index + TrimmedLength(match.ValueSpan);
            if (text.Entry.AsSpan(match.Index, end - match.Index).Contains('.'))
            {
                address ??= text.Cut(match.Index, end);
                RemoveBracketed(text, match.Index, end);
            }
        }

        foreach (Match match in Doi().Matches(text.Entry))
        {
            var doi = match.Groups["doi"];
            if (text.At(doi.Index) != EntryText.Hole)
            {
                var end = doi.Index + TrimmedLength(doi.ValueSpan);
                address ??= "https://doi.org/" + text.Cut(doi.Index, end);
                text.Remove(match.Index, end);
            }
        }

        foreach (Match match in Identifier().Matches(text.Shadow))
        {
            text.Remove(match.Index, match.Index + match.Length);
        }

        return address;
    }

    /// <summary>How long an address is without the marks that end the sentence or close a bracket around it.</summary>
    private static int TrimmedLength(ReadOnlySpan<char> address)
    {
        var opened = address.Count('(') - address.Count(')');
        var length = address.Length;
        while (length > 0 && (address[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' or '}' || (address[length - 1] == ')' && opened < 0)))
        {
            opened += address[length - 1] == ')' ? 1 : 0;
            length--;
        }

        return length;
    }

    private static void RemoveBracketed(EntryText text, int start, int end)
    {
        while (text.At(start - 1) is '(' or '[' or '<' && text.At(end) is ')' or ']' or '>')
        {
            (start, end) = (start - 1, end + 1);
        }

        text.Remove(start, end);
    }

    // Looked for in the entry, not in its shadow: a full-width mark ends an address.
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:(?:https?|ftp)://|www\.)[!#-;=?-~]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![A-Za-z0-9.])(?:doi ?[:：]? ?)?(?<doi>10\.[0-9]{4,9}/[!#-;=?-~]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Doi();

    // Identifiers that are no address, and the paths of files beside the citing article, which lead nowhere from elsewhere.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(?:CSTR ?: ?[0-9]{5}\.[!#-;=?-~]+|IS[BS]N(?:-1[03])? ?:? ?[0-9][0-9Xx-]{7,16}|arXiv ?: ?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?)"
        + @"|(?<=^|\s)[A-Za-z0-9_./%-]{1,120}\.(?:md|markdown|html?)(?:#[^ ]{0,120})?(?=$|[ .,;)])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Identifier();
}
