namespace CitySearch.Corpus;

/// <summary>
/// A bibliographic record, parsed from one entry of a reference list or of a bibliography file. A field that the
/// entry does not state, or that cannot be told from it, is empty: nothing is guessed.
/// </summary>
public sealed record Reference
{
    /// <summary>The entry as written, without its label.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The authors in the order given, without 等 or et al., nationality and role. Names in Latin letters are in the form of
    /// GB/T 7714, family name and initials without full stops; bodies stand under their full name.
    /// </summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The title, without the book-title marks 《》 that enclose the whole of it.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// Where it appeared: the journal, newspaper, site, host work, university or issuing agency, else the publisher without
    /// its place.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>
    /// The date of publication at the precision given. A date of entry into force stands in where no other is given, and the
    /// year in a standard's number, which is that of its publication.
    /// </summary>
    public PartialDate? Date { get; init; }

    /// <summary>The type mark of GB/T 7714 without its brackets: J, M, D, R, S, N, EB/OL, …</summary>
    public string? Type { get; init; }

    /// <summary>The volume of a serial.</summary>
    public string? Volume { get; init; }

    /// <summary>The issue of a serial, without a leading zero; <c>2/3</c> for a double issue.</summary>
    public string? Issue { get; init; }

    /// <summary>The pages, as <c>2-8</c>; of a newspaper the number of the page (版).</summary>
    public string? Pages { get; init; }

    /// <summary>The number of an official document as written, e.g. 浙数办发〔2019〕13号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The number of a standard as written, e.g. DB3301/T 0273-2018.</summary>
    public string? StandardNumber { get; init; }

    /// <summary>The address of the work; where only a DOI is given, the address at which doi.org resolves it.</summary>
    public string? Url { get; init; }
}

/// <summary>An entry of an article's reference list.</summary>
/// <param name="Label">The entry's label without brackets (<c>13</c>, a footnote's name); empty for an unnumbered entry.</param>
/// <param name="Line">The line of the entry in its file, counted from 1; 0 where the format has no lines.</param>
/// <param name="Reference">The record.</param>
public sealed record CitedReference(string Label, int Line, Reference Reference);
