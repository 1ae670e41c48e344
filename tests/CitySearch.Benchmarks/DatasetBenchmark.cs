using System.Diagnostics;
using System.Globalization;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;

namespace CitySearch.Benchmarks;

/// <summary>Index speed and size, memory, search times: the figures of a whole dataset.</summary>
internal static class DatasetBenchmark
{
    private const double Megabyte = 1e6;

    public static int Run(string[] folders)
    {
        using var datasets = new Datasets();
        foreach (var folder in folders)
        {
            var report = datasets.Evaluate(folder, RankingWeights.Default);
            var corpus = Path.Combine(folder, Evaluation.JudgedDataset.CorpusFile);
            var bytes = File.Exists(corpus) ? new FileInfo(corpus).Length : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Dataset}: {bytes / Megabyte:0.0} MB of text indexed in {report.IndexSeconds:0.0} s ({bytes / Megabyte / report.IndexSeconds:0.0} MB/s) to {report.IndexBytes / Megabyte:0.0} MB ({(double)report.IndexBytes / Math.Max(1, bytes):0.00} of the text); "
                + $"search with snippets, {report.Queries} queries: median {report.P50Ms:0.0} ms, 99th percentile {report.P99Ms:0.0} ms; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / Megabyte:0} MB; "
                + $"nDCG@10 {report.Ndcg:0.0000}, MRR@10 {report.ReciprocalRank:0.0000}, Recall@100 {report.Recall:0.0000}"));
        }

        return 0;
    }
}
