using System.Diagnostics;
using System.Globalization;
using CitySearch.Corpus;
using CitySearch.Evaluation;
using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Benchmarks;

/// <summary>What facets, further pages, relatives and whole articles cost on a whole dataset, one thread.</summary>
internal static class FacetsBenchmark
{
    private const int Articles = 200;

    public static int Run(string folder, string? thesaurus)
    {
        var index = Directory.CreateTempSubdirectory("citysearch-benchmarks-").FullName;
        try
        {
            var options = new CitySearchOptions { CorpusPath = folder, IndexPath = index, ConceptsPath = thesaurus };
            new IndexService(options, new ArticleReaders(ArticleReaders.BuiltIn), changed: static () => { }).UpdateAsync().GetAwaiter().GetResult();
            using var search = new SearchService(options);
            var queries = JudgedDataset.Read(folder).Queries.Select(q => q.Text).ToList();
            Measure("search with snippets", queries.Select(q => new SearchRequest(q)), search);
            Measure("with snippets and all facets", queries.Select(q => new SearchRequest(q) { Facets = true }), search);
            Measure("with facets and two filters", queries.Select(q => new SearchRequest(q) { Facets = true, Filters = [new(FacetNames.Kind, "article"), new(FacetNames.Concept, "智慧城市")] }), search);
            Measure("with snippets, page 20", queries.Select(q => new SearchRequest(q) { Page = 20 }), search);
            Measure("with snippets, by date", queries.Select(q => new SearchRequest(q) { Sort = HitOrder.Date }), search);
            var ids = queries.Select(q => search.Search(new SearchRequest(q), CancellationToken.None).Hits is [var best, ..] ? best.Id : null).OfType<string>().Distinct().Take(Articles).ToList();
            Measure("related", ids, id => search.RelatedAsync(id).GetAwaiter().GetResult());
            Measure("whole article", ids, id => search.GetArticleAsync(id).GetAwaiter().GetResult());
            return 0;
        }
        finally
        {
            Directory.Delete(index, recursive: true);
        }
    }

    private static void Measure(string name, IEnumerable<SearchRequest> requests, SearchService search) =>
        Measure(name, requests, request => search.Search(request, CancellationToken.None));

    private static void Measure<T>(string name, IEnumerable<T> cases, Action<T> run)
    {
        var times = new List<double>();
        foreach (var one in cases)
        {
            var started = Stopwatch.GetTimestamp();
            run(one);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var first = times[0];
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {times.Count} times, median {times[times.Count / 2]:0.0} ms, 99th percentile {times[times.Count * 99 / 100]:0.0} ms; the first {first:0.0} ms"));
    }
}
