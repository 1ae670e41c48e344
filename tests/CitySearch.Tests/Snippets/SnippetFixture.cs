using CitySearch.Analysis;
using CitySearch.Concepts;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;
using CitySearch.Snippets;

namespace CitySearch.Tests.Snippets;

/// <summary>Makes snippets of a text for a query as a search does, without an index.</summary>
internal static class SnippetFixture
{
    private static readonly AnalyzerChoice Analyzer = AnalyzerCatalog.Get("default");

    /// <summary>The plan of a query over a corpus in which some terms are frequent and all others rare.</summary>
    public static QueryPlan Plan(string query, params (string Term, int Documents)[] frequent) =>
        QueryPlan.Of(query, new QueryAnalysis(Analyzer), Thesaurus.Empty, new Statistics(frequent.ToDictionary(f => f.Term, f => f.Documents, StringComparer.Ordinal)), RankingWeights.Default);

    /// <summary>A maker of snippets for a plan.</summary>
    public static SnippetMaker Maker(QueryPlan plan) => new(Analyzer.Index, plan.Snippets);

    /// <summary>The passages of a text for a query, with «» around highlights.</summary>
    public static IReadOnlyList<string> Passages(string query, string text) => [.. Maker(Plan(query)).Make(text).Select(p => TestCorpus.Marked(p.Snippet))];

    /// <summary>The whole text with «» around highlights.</summary>
    public static string Highlighted(QueryPlan plan, string text) => TestCorpus.Marked(Maker(plan).Highlight(text));

    private sealed class Statistics(Dictionary<string, int> frequent) : ITermStatistics
    {
        public int DocumentCount => 1000;

        public float MeanSectionLength => 200;

        public float MeanReferenceLength => 50;

        public float MeanAboutLength => 50;

        public int ArticleCount => 100;

        public int DocumentFrequency(string term) => frequent.GetValueOrDefault(term, 10);

        public int TitleFrequency(string term) => 1;
    }
}
