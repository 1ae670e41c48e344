using CitySearch.Searching.Language;

namespace CitySearch.Searching;

/// <summary>What kinds of hits a search answers with.</summary>
public enum HitKind
{
    /// <summary>Articles and references.</summary>
    All,

    /// <summary>Articles alone.</summary>
    Article,

    /// <summary>References alone.</summary>
    Reference,
}

/// <summary>The order of hits.</summary>
public enum HitOrder
{
    /// <summary>Best first.</summary>
    Relevance,

    /// <summary>Latest first; hits without a date last; hits of one date best first, and those of one score in an order that never changes.</summary>
    Date,
}

/// <summary>A filter: a hit must have one of the values that a request gives for a name. It does not touch scores.</summary>
/// <param name="Name">One of <see cref="Names"/>, or its Chinese name.</param>
/// <param name="Value">The value as facets print it, or as a query's field has it: <c>2016..2019</c>, <c>&gt;=2018-12</c>, <c>policies/*</c>.</param>
public sealed record SearchFilter(string Name, string Value)
{
    /// <summary>What can be filtered by: the fields of queries, and the concepts of the thesaurus.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. QueryFields.Names, FacetNames.Concept];

    /// <summary>The Chinese names in the order of <see cref="Names"/>.</summary>
    public static IReadOnlyList<string> ChineseNames { get; } = [.. QueryFields.ChineseNames, FacetNames.ConceptInChinese];
}

/// <summary>A search.</summary>
/// <param name="Query">What to search for, in the words of <c>docs/query-syntax.md</c>.</param>
public sealed record SearchRequest(string Query)
{
    /// <summary>The most hits that can be reached by paging.</summary>
    public const int DeepestHit = 10_000;

    /// <summary>The most hits of one page.</summary>
    public const int LargestPage = 1000;

    /// <summary>The shortest <see cref="Context"/>.</summary>
    public const int ShortestContext = 40;

    /// <summary>The longest <see cref="Context"/>.</summary>
    public const int LongestContext = 2000;

    /// <summary>Hits a page, from 1 to <see cref="LargestPage"/>.</summary>
    public int Top { get; init; } = 10;

    /// <summary>The page, counted from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The kinds of hits wanted.</summary>
    public HitKind Kind { get; init; }

    /// <summary>The order of hits.</summary>
    public HitOrder Sort { get; init; }

    /// <summary>Filters: values of one name are alternatives, different names must all hold.</summary>
    public IReadOnlyList<SearchFilter> Filters { get; init; } = [];

    /// <summary>
    /// The generation that the first page came from, as its response has it: further pages are of the same result, whatever has been
    /// indexed since. Generations that were searched are kept for some minutes; when it is gone, the newest answers, and
    /// <see cref="SearchResponse.Note"/> says so. <see langword="null"/> for the newest.
    /// </summary>
    public long? Generation { get; init; }

    /// <summary>Whether to count facets.</summary>
    public bool Facets { get; init; }

    /// <summary>
    /// About how long a snippet is, in UTF-16 units, from <see cref="ShortestContext"/> to <see cref="LongestContext"/>; up to a quarter
    /// more where it then ends with a sentence.
    /// </summary>
    public int Context { get; init; } = Snippets.SnippetMaker.PassageLength;

    /// <summary>Whether each hit explains its score.</summary>
    public bool Explain { get; init; }
}
