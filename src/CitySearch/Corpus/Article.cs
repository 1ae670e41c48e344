namespace CitySearch.Corpus;

/// <summary>One material, or a bibliography: what a reader makes of a file, or of a part of a file that holds several materials.</summary>
public sealed record Article
{
    /// <summary>
    /// What the article is called in the index and in every answer: its path below the corpus folder with forward
    /// slashes; where a file holds several articles, the path, <c>#</c> and the material's own name.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The title: from the metadata, else the first heading, else the file's name without its extension.</summary>
    public required string Title { get; init; }

    /// <summary>The file's path below the corpus folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>When the material was published, as precisely as it says.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>Who wrote it, in the order given.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Tags and categories, without repetition.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who published it (a site, a journal, an agency).</summary>
    public string? Source { get; init; }

    /// <summary>The author's own summary.</summary>
    public string? Description { get; init; }

    /// <summary>The address of the published page, where the metadata gives one.</summary>
    public string? Permalink { get; init; }

    /// <summary>
    /// The passages in reading order. Joined, they hold every visible character of the article but the reference list's,
    /// its title included: that is no prose and stands in <see cref="References"/>.
    /// </summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];

    /// <summary>The reference list in reading order.</summary>
    public IReadOnlyList<CitedReference> References { get; init; } = [];

    /// <summary>
    /// Other names under which the material is known, and addresses (beginning with <c>/</c>) that it had before.
    /// </summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Whether the file is a bibliography (BibTeX, RIS, CSL JSON, a plain list): it is no material, is counted as none and
    /// cites nothing. Only its <see cref="References"/> are found, joined with those that articles cite.
    /// </summary>
    public bool IsBibliography { get; init; }

    /// <summary>Where the text links to inside the corpus or outside of it, as written, in reading order.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}
