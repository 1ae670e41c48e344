using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>Finds the mark of type and carrier: [J], [EB/OL].</summary>
/// <remarks>
/// GB/T 7714-2015, annex B: types in table B.1, carriers in table B.2; the edition of 2025 adds PP for preprints. K, a
/// reference work, is an older custom.
/// </remarks>
internal static partial class TypeMark
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "M", "C", "G", "N", "J", "D", "R", "S", "P", "DB", "CP", "EB", "A", "CM", "DS", "PP", "K", "Z",
    };

    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal) { "MT", "DK", "CD", "OL" };

    /// <summary>The first mark behind some text, as its span and its normal form, or <see langword="null"/>.</summary>
    public static (int Start, int End, string Value)? Find(EntryText text)
    {
        foreach (Match match in Mark().Matches(text.Shadow))
        {
            var (type, carrier) = (match.Groups["type"].Value, match.Groups["carrier"].Value);
            var (normalType, normalCarrier) = (type.ToUpperInvariant(), carrier.ToUpperInvariant());
            var end = match.Index + match.Length;
            if (Types.Contains(normalType)
                && (carrier.Length == 0 || Carriers.Contains(normalCarrier))
                && (type == normalType || IsFieldEnd(text, end))
                && text.Shadow.AsSpan(0, match.Index).ContainsAnyExcept(' ', '.', EntryText.Hole))
            {
                return (match.Index, end, carrier.Length == 0 ? normalType : $"{normalType}/{normalCarrier}");
            }
        }

        return null;
    }

    // In lower case only where a field ends: [a] may be a remark inside a title.
    private static bool IsFieldEnd(EntryText text, int end) => text.At(text.From(end)) is EntryText.Hole or '.' or ',' or '/' or ':';

    [GeneratedRegex(@"\[ ?(?<type>[A-Za-z]{1,2})(?: ?[/-] ?(?<carrier>[A-Za-z]{2}))? ?\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
