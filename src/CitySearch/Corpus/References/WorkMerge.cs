using CitySearch.Text;

namespace CitySearch.Corpus.References;

/// <summary>Makes one record of the references of a work.</summary>
internal static class WorkMerge
{
    /// <summary>The fullest record, completed from the others.</summary>
    public static Reference Merge(IReadOnlyList<Reference> references)
    {
        var ordered = references
            .OrderByDescending(Fullness).ThenByDescending(r => r.Text.Length).ThenBy(r => r.Text, StringComparer.Ordinal).ThenBy(Fields, StringComparer.Ordinal)
            .ToList();
        return ordered.Skip(1).Aggregate(ordered[0], Complete);
    }

    /// <summary>All that a record says, as one text: equal for equal records alone.</summary>
    public static string TextOf(Reference r) => Fields(r) + '\u001f' + r.Text;

    private static int Fullness(Reference reference)
    {
        string?[] texts =
            [reference.Title, reference.Source, reference.Type, reference.Volume, reference.Issue, reference.Pages, reference.DocumentNumber, reference.StandardNumber, reference.Url];
        return texts.Count(text => text is not null) + (reference.Authors.Count > 0 ? 1 : 0)
            + (reference.Date is not { } date ? 0 : date.Day is not null ? 3 : date.Month is not null ? 2 : 1);
    }

    private static string Fields(Reference r) => string.Join('\u001f',
        string.Join('\u001e', r.Authors), r.Title, r.Source, r.Date, r.Type, r.Volume, r.Issue, r.Pages, r.DocumentNumber, r.StandardNumber, r.Url);

    private static Reference Complete(Reference record, Reference other)
    {
        var isElsewhere = record.Source is not null && other.Source is not null && !HasSameSource(record, other);
        var merged = record with
        {
            Authors = IsBeginning(record.Authors, other.Authors) ? other.Authors : record.Authors,
            Title = record.Title ?? other.Title,
            Type = record.Type ?? other.Type,
            Date = record.Date is null || (!isElsewhere && other.Date is { } date && WorkFacts.Agree(record.Date.Value, date) && date.SortKey > record.Date.Value.SortKey) ? other.Date : record.Date,
            DocumentNumber = record.DocumentNumber ?? other.DocumentNumber,
            StandardNumber = NumberKeys.OfStandard(record.StandardNumber).Year is null && NumberKeys.OfStandard(other.StandardNumber).Key is not null
                ? other.StandardNumber
                : record.StandardNumber,
            Url = record.Url ?? other.Url,
        };
        return CanShareNumbering(record, other)
            ? merged with
            {
                Source = record.Source ?? other.Source,
                Volume = record.Volume ?? other.Volume,
                Issue = record.Issue ?? other.Issue,
                Pages = record.Pages ?? other.Pages,
            }
            : merged;
    }

    // A list that 等 or et al. broke off, beside the whole one.
    private static bool IsBeginning(IReadOnlyList<string> authors, IReadOnlyList<string> others) =>
        authors.Count < others.Count && AuthorNames.AgreeAll([.. authors.Select(a => TextFolding.Fold(a))], [.. others.Select(o => TextFolding.Fold(o))]);

    // Numbering belongs to a serial; without one on this side, nothing of its own is there to contradict.
    private static bool CanShareNumbering(Reference record, Reference other) =>
        record.Source is null
            ? record is { Volume: null, Issue: null, Pages: null }
            : HasSameSource(record, other)
                && !(record.Volume is not null && other.Volume is not null && record.Volume != other.Volume)
                && !(record.Issue is not null && other.Issue is not null && record.Issue != other.Issue);

    private static bool HasSameSource(Reference record, Reference other) =>
        record.Source is not null && other.Source is not null && TextFolding.Fold(record.Source) == TextFolding.Fold(other.Source);
}
