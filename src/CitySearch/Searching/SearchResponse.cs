using System.Text.Json.Serialization;
using CitySearch.Searching.Language;

namespace CitySearch.Searching;

/// <summary>The answer to a search: everything that a screen needs.</summary>
public sealed record SearchResponse
{
    /// <summary>The query as given.</summary>
    public required string Query { get; init; }

    /// <summary>How many hits there are on all pages: articles and references, each once.</summary>
    public required int Total { get; init; }

    /// <summary>How long the search took, in milliseconds.</summary>
    public required double TookMs { get; init; }

    /// <summary>The page, counted from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Hits a page.</summary>
    public required int Top { get; init; }

    /// <summary>A query that would find more, when this one found little; otherwise <see langword="null"/>.</summary>
    public string? Suggestion { get; init; }

    /// <summary>How the query was understood; <see langword="null"/> when it is plain words.</summary>
    public UnderstoodQuery? Understood { get; init; }

    /// <summary>Why there is nothing to see, in one line, when the query gives nothing to search for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    /// <summary>What is wrong with the thesaurus as it is now, in one line with file, line and column; the last good one was used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Warning { get; init; }

    /// <summary>
    /// Why the generation that the request named was not searched, in one line; <see cref="Generation"/> then differs from it, and
    /// hits of pages already seen may come again or be missed.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The generation of the index that was searched. A request for a further page names it to get the page of the same result.</summary>
    public long Generation { get; init; }

    /// <summary>The hits of the page, best first.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>
    /// Counts of hits by value, for each facet; <see langword="null"/> unless asked for. Each facet counts over the whole result as it
    /// would be without the filters on that facet itself, so that it shows what its other values would give. The request's kind holds
    /// for all of them.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>>? Facets { get; init; }
}

/// <summary>How many hits have a value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Hits that have it, over the whole result; without regard to filters on the facet itself.</param>
public sealed record FacetCount(string Value, int Count);
