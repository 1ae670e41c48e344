using System.Text.Json.Serialization;

namespace CitySearch.Searching;

/// <summary>A cited work with all that is known of it: one record made of all its entries, and every citation.</summary>
public sealed record WholeReference
{
    /// <summary>The reference's id.</summary>
    public required string Id { get; init; }

    /// <summary>The title; <see langword="null"/> where it could not be told.</summary>
    public required string? Title { get; init; }

    /// <summary>The entry as an article or a bibliography has it; of several, the fullest.</summary>
    public required string Text { get; init; }

    /// <summary>The authors in the order given.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Where it appeared.</summary>
    public string? Source { get; init; }

    /// <summary>The date of publication: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    public string? Date { get; init; }

    /// <summary>The year of publication.</summary>
    public int? Year { get; init; }

    /// <summary>The volume of a serial.</summary>
    public string? Volume { get; init; }

    /// <summary>The issue of a serial.</summary>
    public string? Issue { get; init; }

    /// <summary>The pages.</summary>
    public string? Pages { get; init; }

    /// <summary>The number of an official document.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The number of a standard.</summary>
    public string? StandardNumber { get; init; }

    /// <summary>The type mark of GB/T 7714.</summary>
    public string? Type { get; init; }

    /// <summary>The work's address.</summary>
    public string? Url { get; init; }

    /// <summary>The generation of the index that the reference was read from.</summary>
    public long Generation { get; init; }

    /// <summary>The articles of the corpus that are the work itself, by id; mostly none.</summary>
    public required IReadOnlyList<ArticleLink> Articles { get; init; }

    /// <summary>Every entry of the work in a reference list, by the citing article's id and the entry's line.</summary>
    public required IReadOnlyList<ReferenceCitation> Citations { get; init; }

    /// <summary>The bibliographies of the corpus that list the work, which is no citation, by their ids and the entry's line.</summary>
    public IReadOnlyList<ReferenceListing> Listings { get; init; } = [];
}

/// <summary>An entry of a work in a bibliography.</summary>
/// <param name="Id">The bibliography's id.</param>
/// <param name="Title">The bibliography's title.</param>
/// <param name="Label">The entry's label or citation key; empty where it has none.</param>
/// <param name="Line">The entry's line in the bibliography's file, counted from 1; 0 where the format has no lines.</param>
/// <param name="Text">The entry as it is written, or as its fields read.</param>
public sealed record ReferenceListing(string Id, string Title, string Label, int Line, string Text);

/// <summary>An article's entry of a work in its reference list, and where its text cites the entry.</summary>
/// <param name="Id">The citing article's id.</param>
/// <param name="Title">The citing article's title.</param>
/// <param name="Label">The entry's label, without brackets; empty for an unnumbered entry.</param>
/// <param name="Line">The entry's line in the article's file, counted from 1; 0 where the format has no lines.</param>
/// <param name="Text">The entry as the article writes it.</param>
/// <param name="Places">The sections that cite the entry by its label, in reading order; empty where none does.</param>
public sealed record ReferenceCitation(string Id, string Title, string Label, int Line, string Text, IReadOnlyList<CitationPlace> Places);

/// <summary>A section that cites an entry of its article's reference list.</summary>
/// <param name="Headings">The headings above the section, outermost first.</param>
/// <param name="Anchor">The fragment that leads to the section on the published page; empty without a heading.</param>
/// <param name="Line">The section's first line in the article's file, counted from 1; 0 where the format has no lines.</param>
public sealed record CitationPlace(IReadOnlyList<string> Headings, string Anchor, int Line)
{
    /// <summary>The page the section starts on, counted from 1, for formats that have pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }
}
