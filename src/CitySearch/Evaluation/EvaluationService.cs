using System.Diagnostics;
using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;

namespace CitySearch.Evaluation;

/// <summary>Evaluates with the indexer and the search host of a <see cref="CitySearchOptions"/>.</summary>
internal sealed class EvaluationService(CitySearchOptions options, ArticleReaders readers) : IEvaluationService
{
    private const int GainDepth = 10;
    private const int RecallDepth = 100;

    /// <inheritdoc/>
    public Task<EvaluationReport> EvaluateAsync(EvaluationRequest request, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(() => Evaluate(request, RankingWeights.Default, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Evaluates with other weights than those in use, to learn what each is worth.</summary>
    public EvaluationReport Evaluate(EvaluationRequest request, RankingWeights weights, IProgress<IndexProgress>? progress, CancellationToken cancellationToken)
    {
        var dataset = JudgedDataset.Read(request.Dataset, request.Split);
        var before = request.Against is { } against ? RunFile.Read(against) : null;
        var indexPath = request.IndexPath ?? Path.Combine(Path.GetTempPath(), $"citysearch-eval-{Guid.NewGuid():N}");
        var judged = new CitySearchOptions
        {
            CorpusPath = File.Exists(Path.Combine(request.Dataset, JudgedDataset.CorpusFile)) ? request.Dataset : options.CorpusPath,
            IndexPath = indexPath,
            Analyzer = request.Analyzer ?? options.Analyzer,
            ConceptsPath = options.ConceptsPath,
            PostingsCacheBytes = options.PostingsCacheBytes,
        };
        try
        {
            var index = new CorpusIndexer(judged, readers).Run(rebuild: false, progress, cancellationToken);
            using var search = new SearchService(judged, weights);
            var run = dataset.Queries.Select(q => (Query: q, Ranking: Rank(search, q, cancellationToken))).ToList();
            if (request.RunFile is { } path)
            {
                RunFile.Write(path, run.Select(r => KeyValuePair.Create(r.Query.Id, r.Ranking)));
            }

            var times = Times(search, dataset, cancellationToken);
            return new EvaluationReport
            {
                Dataset = dataset.Name,
                Split = dataset.Split,
                Analyzer = index.Analyzer,
                Queries = dataset.Queries.Count,
                Ndcg = Mean(run.Select(r => Ndcg(r.Query, r.Ranking))),
                ReciprocalRank = Mean(run.Select(r => RankingMetrics.ReciprocalRank(r.Ranking, r.Query.Judgements, GainDepth))),
                Recall = Mean(run.Select(r => RankingMetrics.Recall(r.Ranking, r.Query.Judgements, RecallDepth))),
                P50Ms = Percentile(times, 0.5),
                P99Ms = Percentile(times, 0.99),
                IndexSeconds = Math.Round(index.Seconds, 2),
                IndexBytes = new IndexFolder(indexPath).SizeInBytes(),
                Against = before is null ? null : RunComparison.Of(run.ConvertAll(r => Compared(r.Query, r.Ranking, before))),
            };
        }
        finally
        {
            if (request.IndexPath is null && Directory.Exists(indexPath))
            {
                Directory.Delete(indexPath, recursive: true);
            }
        }
    }

    private static IReadOnlyList<RankedDocument> Rank(SearchService search, JudgedQuery query, CancellationToken cancellationToken) =>
        RankingMetrics.Order(search.RankSections(query.Text, RecallDepth, cancellationToken));

    private static double Ndcg(JudgedQuery query, IReadOnlyList<RankedDocument> ranking) => RankingMetrics.Ndcg(ranking, query.Judgements, GainDepth);

    private static ChangedQuery Compared(JudgedQuery query, IReadOnlyList<RankedDocument> ranking, IReadOnlyDictionary<string, IReadOnlyList<RankedDocument>> before) =>
        new(query.Id, query.Text, Ndcg(query, before.GetValueOrDefault(query.Id) ?? []), Ndcg(query, ranking));

    /// <summary>The times of whole searches, one after the other, on an index that has just answered the same queries.</summary>
    private static double[] Times(SearchService search, JudgedDataset dataset, CancellationToken cancellationToken)
    {
        var times = new double[dataset.Queries.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            search.Search(new SearchRequest(dataset.Queries[i].Text), cancellationToken);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        return times;
    }

    private static double Mean(IEnumerable<double> values) => Math.Round(values.Average(), 4);

    // Nearest rank.
    private static double Percentile(double[] sorted, double share) => Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)], 2);
}
