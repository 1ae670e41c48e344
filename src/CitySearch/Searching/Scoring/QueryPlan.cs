using CitySearch.Concepts;
using CitySearch.Searching.Language;
using CitySearch.Snippets;

namespace CitySearch.Searching.Scoring;

/// <summary>What a query asks of an index: the clauses that score, what a hit must have, and what snippets look for.</summary>
internal sealed record QueryPlan
{
    /// <summary>The query as it was understood.</summary>
    public required QueryNode Tree { get; init; }

    /// <summary>The clauses.</summary>
    public required IReadOnlyList<ScoringClause> Clauses { get; init; }

    /// <summary>All terms of the query.</summary>
    public required IReadOnlySet<string> Terms { get; init; }

    /// <summary>How many different reasons to be a hit the query has.</summary>
    public required int Reasons { get; init; }

    /// <summary>
    /// Whether a hit must hold a good share of the query's words. Otherwise only <see cref="Required"/> decides: the words beside a <c>+</c> only rank.
    /// </summary>
    public required bool AsksForWords { get; init; }

    /// <summary>What operators and fields ask of a hit; <see langword="null"/> when there are none.</summary>
    public required Requirement? Required { get; init; }

    /// <summary>What snippets look for.</summary>
    public required SnippetQuery Snippets { get; init; }

    /// <summary>Whether there is nothing to search for.</summary>
    public bool IsEmpty => Clauses.Count == 0 && Required is null;

    /// <summary>Plans a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="analysis">Makes terms.</param>
    /// <param name="thesaurus">The thesaurus.</param>
    /// <param name="statistics">The statistics of the index.</param>
    /// <param name="weights">The constants of ranking.</param>
    /// <param name="dictionary">The terms of the index; without, a beginning or a fuzzy word stands for itself.</param>
    public static QueryPlan Of(
        string query, QueryAnalysis analysis, Thesaurus thesaurus, ITermStatistics statistics, RankingWeights weights, ITermDictionary? dictionary = null)
    {
        var tree = QueryLanguage.Parse(query);
        return new ClausePlanner(analysis, thesaurus, statistics, weights).Plan(tree, new QueryReading(analysis, thesaurus, statistics, weights, dictionary).Read(tree));
    }
}
