namespace CitySearch.Searching;

/// <summary>The materials that are related to an article or a reference.</summary>
public sealed record RelatedResponse
{
    /// <summary>The most materials that can be asked for.</summary>
    public const int MostHits = 100;

    /// <summary>The id of the material whose relatives these are.</summary>
    public required string Id { get; init; }

    /// <summary>Its title; of a reference without one, its text.</summary>
    public required string Title { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>The generation of the index that was searched.</summary>
    public long Generation { get; init; }

    /// <summary>
    /// The most related materials first. Scores are from 0 to 1 and explained: what each of text, citations, coupling, co-citation and
    /// tags adds. Snippets are the passages that speak most of what the material itself speaks of.
    /// </summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }
}
