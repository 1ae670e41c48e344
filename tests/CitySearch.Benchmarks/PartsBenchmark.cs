using System.Diagnostics;
using System.Globalization;
using CitySearch.Concepts;
using CitySearch.Corpus;
using CitySearch.Evaluation;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Searching.Facets;
using CitySearch.Searching.Scoring;
using CitySearch.Searching.Suggestions;
using CitySearch.Snippets;

namespace CitySearch.Benchmarks;

/// <summary>Where the time of a search with ten hits goes, part by part, on a whole dataset: one thread, after a first round that fills the caches.</summary>
internal static class PartsBenchmark
{
    private const int Rounds = 3;

    public static int Run(string folder)
    {
        var index = Directory.CreateTempSubdirectory("citysearch-benchmarks-").FullName;
        try
        {
            var options = new CitySearchOptions { CorpusPath = folder, IndexPath = index };
            new IndexService(options, new ArticleReaders(ArticleReaders.BuiltIn), changed: static () => { }).UpdateAsync().GetAwaiter().GetResult();
            var thesaurus = new ThesaurusFile(options.ThesaurusPath).Current;
            using var holder = new GenerationHolder(options);
            var queries = JudgedDataset.Read(folder).Queries.Select(q => q.Text).ToList();
            for (var round = 1; round <= Rounds; round++)
            {
                holder.Read(generation => Measure(generation, thesaurus, queries, show: round == Rounds));
            }

            return 0;
        }
        finally
        {
            Directory.Delete(index, recursive: true);
        }
    }

    private static bool Measure(SearchGeneration generation, Thesaurus thesaurus, List<string> queries, bool show)
    {
        var weights = RankingWeights.Default;
        var names = new NameIndexes();
        var concepts = new ConceptDocuments();
        var times = new Dictionary<string, List<double>>();
        var allocated = new Dictionary<string, long>();
        var postings = 0L;
        T Time<T>(string part, Func<T> work)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            var result = work();
            (times.TryGetValue(part, out var list) ? list : times[part] = []).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            allocated[part] = allocated.GetValueOrDefault(part) + GC.GetAllocatedBytesForCurrentThread() - bytes;
            return result;
        }

        foreach (var query in queries)
        {
            var request = new SearchRequest(query);
            var plan = Time("plan", () => QueryPlan.Of(query, generation.Analysis, thesaurus, generation.Statistics, weights, generation.Dictionary));
            if (plan.IsEmpty)
            {
                continue;
            }

            postings += generation.Leaves.Sum(leaf => plan.Clauses.Sum(clause => (long)generation.PostingsOf(leaf, clause).Count + generation.AboutOf(leaf, clause).Count));
            using var scores = Time("scores", () => TextScores.Compute(generation, plan.Clauses, weights.About, CancellationToken.None));
            var rule = HitRule.Of(scores, plan, weights);
            var filters = new ResultFilters(generation, request, thesaurus, concepts);
            var result = Time("hits", () => new WholeResult(
                scores, rule, filters.Names, without => HitSelection.Of(generation, scores, plan, rule, filters.Allowed(without), weights, CancellationToken.None),
                found => new SectionRanker(scores, found, plan, generation.Titles, weights, new Freshness(0, 1, default))));
            var groups = Time("ranking", () => result.Page(request.Sort, 0, request.Top, out _));
            var assembler = new HitAssembler(new SnippetMaker(generation.Analyzer.Index, plan.Snippets), null, plan.Clauses, generation, weights);
            Time("snippets", () => groups.Select((group, i) => assembler.Assemble(group, i + 1)).ToList());
            Time("did you mean", () => new DidYouMean(weights).Of(query, result.Total, generation, () => names.Of(generation, thesaurus), CancellationToken.None));
        }

        foreach (var (part, list) in show ? times : [])
        {
            list.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part}: mean {list.Average():0.000} ms, median {list[list.Count / 2]:0.000} ms, 99th percentile {list[list.Count * 99 / 100]:0.000} ms; {allocated[part] / list.Count / 1000} kB allocated"));
        }

        if (show)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{postings / queries.Count} postings a query"));
        }

        return show;
    }
}
