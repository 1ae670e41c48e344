namespace CitySearch.Corpus;

/// <summary>
/// A bibliographic record, parsed from one entry of a reference list or of a bibliography file. A field that the
/// entry does not state, or that cannot be told from it, is empty: nothing is guessed.
/// </summary>
public sealed record Reference
{
    /// <summary>The entry as written, without its label.</summary>
    public required string Text { get; init; }

    /// <summary>The authors in the order given, without 等 or et al.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The title, without the book-title marks 《》 that enclose the whole of it.</summary>
    public string? Title { get; init; }

    /// <summary>Where it appeared: the journal, newspaper, site, publisher or issuing agency.</summary>
    public string? Source { get; init; }

    /// <summary>The date of publication at the precision given.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>The type mark of GB/T 7714 without its brackets: J, M, D, R, S, N, EB/OL, …</summary>
    public string? Type { get; init; }

    /// <summary>The volume of a serial.</summary>
    public string? Volume { get; init; }

    /// <summary>The issue of a serial, without a leading zero.</summary>
    public string? Issue { get; init; }

    /// <summary>The pages, as <c>2-8</c>.</summary>
    public string? Pages { get; init; }

    /// <summary>The number of an official document as written, e.g. 浙数办发〔2019〕13号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The number of a standard as written, e.g. DB3301/T 0273-2018.</summary>
    public string? StandardNumber { get; init; }

    /// <summary>The address of the work.</summary>
    public string? Url { get; init; }
}

/// <summary>An entry of an article's reference list.</summary>
/// <param name="Label">The entry's label without brackets (<c>13</c>, a footnote's name); empty for an unnumbered entry.</param>
/// <param name="Line">The line of the entry in its file, counted from 1; 0 where the format has no lines.</param>
/// <param name="Reference">The record.</param>
public sealed record CitedReference(string Label, int Line, Reference Reference);
