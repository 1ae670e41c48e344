using System.Text.Json.Serialization;
using CitySearch.Snippets;

namespace CitySearch.Searching;

/// <summary>A hit: an article with its best sections, or a reference with those who cite it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ArticleHit), "article")]
[JsonDerivedType(typeof(ReferenceHit), "reference")]
public abstract record SearchHit
{
    /// <summary>The hit's place in the whole result, counted from 1.</summary>
    [JsonPropertyOrder(-9)]
    public required int Rank { get; init; }

    /// <summary>The hit's score; comparable within one response only.</summary>
    [JsonPropertyOrder(-8)]
    public required double Score { get; init; }

    /// <summary>What the hit is called: an article's or a reference's id.</summary>
    [JsonPropertyOrder(-7)]
    public required string Id { get; init; }

    /// <summary>The title; for a reference whose title could not be told, <see langword="null"/>.</summary>
    [JsonPropertyOrder(-6)]
    public required string? Title { get; init; }

    /// <summary>What of the title matched, in UTF-16 units into it, in order, by the rules of snippets.</summary>
    [JsonPropertyOrder(-6)]
    public IReadOnlyList<Highlight> TitleHighlights { get; init; } = [];

    /// <summary>The date of publication: <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    public string? Date { get; init; }

    /// <summary>The authors in the order given.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Where it appeared.</summary>
    public string? Source { get; init; }

    /// <summary>The parts of the score, when the request asked to explain it.</summary>
    [JsonPropertyOrder(99)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScoreExplanation? Explanation { get; init; }
}

/// <summary>An article and its best sections, at most three.</summary>
public sealed record ArticleHit : SearchHit
{
    /// <summary>The file's path below the corpus folder.</summary>
    [JsonPropertyOrder(-5)]
    public required string Path { get; init; }

    /// <summary>The article's tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The best sections, best first.</summary>
    [JsonPropertyOrder(9)]
    public required IReadOnlyList<SectionHit> Sections { get; init; }
}

/// <summary>A section of an article that matches.</summary>
public sealed record SectionHit
{
    /// <summary>The headings above the section, outermost first.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>For each heading, what of it matched, in UTF-16 units into it, in order, by the rules of snippets.</summary>
    public IReadOnlyList<IReadOnlyList<Highlight>> HeadingHighlights { get; init; } = [];

    /// <summary>The fragment that leads to the section on the published page.</summary>
    public required string Anchor { get; init; }

    /// <summary>The line of the first snippet in the article's file, counted from 1; 0 where the format has no lines.</summary>
    public required int Line { get; init; }

    /// <summary>The page of the section, for formats that have pages.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>The section's own score.</summary>
    public required double Score { get; init; }

    /// <summary>The best passages of the section, in reading order.</summary>
    public required IReadOnlyList<Snippet> Snippets { get; init; }
}

/// <summary>A cited work and the articles that cite it.</summary>
public sealed record ReferenceHit : SearchHit
{
    /// <summary>The entry as an article or a bibliography has it; of several, the fullest.</summary>
    [JsonPropertyOrder(-5)]
    public required string Text { get; init; }

    /// <summary>The year of publication.</summary>
    public int? Year { get; init; }

    /// <summary>The number of an official document.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The number of a standard.</summary>
    public string? StandardNumber { get; init; }

    /// <summary>The type mark of GB/T 7714.</summary>
    public string? Type { get; init; }

    /// <summary>The work's address.</summary>
    public string? Url { get; init; }

    /// <summary>The articles that cite the work; none for a work that only a bibliography lists.</summary>
    [JsonPropertyOrder(9)]
    public required IReadOnlyList<CitingArticle> CitedBy { get; init; }

    /// <summary>The text with its highlights.</summary>
    [JsonPropertyOrder(10)]
    public required IReadOnlyList<Snippet> Snippets { get; init; }
}

/// <summary>An article that cites a reference.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Title">The article's title.</param>
/// <param name="Label">The entry's label in the article's list; empty for an unnumbered entry.</param>
public sealed record CitingArticle(string Id, string Title, string Label);
