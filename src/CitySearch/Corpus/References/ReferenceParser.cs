using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>
/// Parses one entry of a reference list into a <see cref="Reference"/>: the forms of GB/T 7714 in its editions of 2015 and
/// 2025, and the looser ones that people write. What cannot be told from the entry stays empty.
/// </summary>
public static partial class ReferenceParser
{
    // A bibliographic entry has some hundred characters; what is longer by far is a text, and says nothing in its fields.
    private const int LongestEntry = 4000;

    /// <summary>Parses an entry; a label such as <c>[15].</c> or <c>1. </c> that is still there is passed over.</summary>
    /// <param name="entry">The entry's plain text on one line.</param>
    /// <returns>The record, its <see cref="Reference.Text"/> the entry as given. Takes time linear in the entry.</returns>
    public static Reference Parse(string entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Length > LongestEntry)
        {
            return new Reference { Text = entry };
        }

        var text = new EntryText(entry);
        text.Remove(0, Label().Match(text.Shadow).Length);
        var url = EntryAddresses.Take(text);
        var removed = EntryNumbers.Take(text, out var document, out var standard);
        var mark = TypeMark.Find(text);
        if (mark is var (start, end, _))
        {
            removed.Add(new EntryPiece(PieceKind.Mark, start, end, start));
            text.Remove(start, end);
        }

        removed.AddRange(EntryDates.Take(text));
        var record = new Reference { Text = entry, Url = url, DocumentNumber = document, StandardNumber = standard, Type = mark?.Value };
        var pieces = FieldSplitter.Split(text, removed);
        record = mark is null ? LooseForm.Read(text, pieces, record) : MarkedForm.Read(text, pieces, record);

        // The number of a standard ends in the year of its publication (国家标准管理办法, for ISO its Directives).
        return record.Date is null && NumberKeys.OfStandard(standard).Year is { } year ? record with { Date = new PartialDate(year) } : record;
    }

    /// <summary>The record with what its publication fields say.</summary>
    internal static Reference With(Reference record, PublicationFields fields) => record with
    {
        Source = fields.Source,
        Date = fields.Date?.Value,
        Volume = fields.Numbering?.Volume,
        Issue = fields.Numbering?.Issue,
        Pages = fields.Numbering?.Pages,
    };

    [GeneratedRegex(@"^ *(?:\[\^?[0-9a-z]{1,3}\] ?[.:、]?|[0-9]{1,3}(?:[.、)] (?=[^0-9 ])|、))?", RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
