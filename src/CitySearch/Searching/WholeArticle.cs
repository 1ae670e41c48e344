using System.Text.Json.Serialization;
using CitySearch.Snippets;

namespace CitySearch.Searching;

/// <summary>A whole article as the index has it.</summary>
public sealed record WholeArticle
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>What of the title a query matches, by the rules of snippets; <see langword="null"/> when none was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Highlight>? TitleHighlights { get; init; }

    /// <summary>The file's path below the corpus folder.</summary>
    public required string Path { get; init; }

    /// <summary>The date of publication: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    public string? Date { get; init; }

    /// <summary>The authors in the order given.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who published it.</summary>
    public string? Source { get; init; }

    /// <summary>The author's own summary.</summary>
    public string? Description { get; init; }

    /// <summary>The address of the published page.</summary>
    public string? Permalink { get; init; }

    /// <summary>The generation of the index that the article was read from.</summary>
    public long Generation { get; init; }

    /// <summary>All sections in reading order.</summary>
    public required IReadOnlyList<ArticleSection> Sections { get; init; }

    /// <summary>The reference list in reading order.</summary>
    public required IReadOnlyList<ListedReference> References { get; init; }

    /// <summary>The articles of the corpus that it names in 《…》, cites or links to, by id.</summary>
    public required IReadOnlyList<ArticleLink> Cites { get; init; }

    /// <summary>The articles of the corpus that name it in 《…》, cite it or link to it, by id.</summary>
    public required IReadOnlyList<ArticleLink> CitedBy { get; init; }
}

/// <summary>A section of a whole article.</summary>
public sealed record ArticleSection
{
    /// <summary>The headings above the section, outermost first; empty for text before the first heading.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>For each heading, what of it a query matches, by the rules of snippets; <see langword="null"/> when none was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<IReadOnlyList<Highlight>>? HeadingHighlights { get; init; }

    /// <summary>The fragment that leads to the section on the published page; empty without a heading.</summary>
    public required string Anchor { get; init; }

    /// <summary>The first line in the article's file, counted from 1; 0 where the format has no lines.</summary>
    public required int Line { get; init; }

    /// <summary>The page the section starts on, counted from 1, for formats that have pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>The text, paragraphs separated by one line feed.</summary>
    public required string Text { get; init; }

    /// <summary>What of the text a query matches, in UTF-16 units into it, by the rules of snippets; <see langword="null"/> when none was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Highlight>? Highlights { get; init; }

    /// <summary>The line of each paragraph in the article's file, counted from 1; empty where the format has no lines.</summary>
    public IReadOnlyList<int> ParagraphLines { get; init; } = [];

    /// <summary>The labels of the reference-list entries that the section cites, without their brackets.</summary>
    public required IReadOnlyList<string> CitedLabels { get; init; }
}

/// <summary>An entry of an article's reference list.</summary>
/// <param name="Id">The id of the reference: of the work, whoever else cites it.</param>
/// <param name="Label">The entry's label, without brackets; empty for an unnumbered entry.</param>
/// <param name="Line">The entry's line in the article's file, counted from 1; 0 where the format has no lines.</param>
/// <param name="Title">The work's title, where it can be told.</param>
/// <param name="Text">The entry as this article writes it.</param>
/// <param name="CitingArticles">How many articles of the corpus cite the work, this one included.</param>
/// <param name="Articles">The articles of the corpus that are the work itself; mostly none.</param>
public sealed record ListedReference(
    string Id, string Label, int Line, string? Title, string Text, int CitingArticles, IReadOnlyList<ArticleLink> Articles);

/// <summary>An article that another material is connected to.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Title">The article's title.</param>
public sealed record ArticleLink(string Id, string Title);
