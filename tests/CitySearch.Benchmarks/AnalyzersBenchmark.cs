using System.Globalization;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;

namespace CitySearch.Benchmarks;

/// <summary>The measures of every analyzer of the catalogue on every dataset: the other table of <c>docs/ranking.md</c>.</summary>
internal static class AnalyzersBenchmark
{
    // smartcn needs a package that not every build has.
    private static readonly string[] Names = ["default", "words", "cjk", "standard"];

    public static int Run(string[] folders)
    {
        using var datasets = new Datasets();
        Console.WriteLine("| dataset | analyzer | nDCG@10 | MRR@10 | Recall@100 | median ms | 99th percentile ms | index s | index MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var folder in folders)
        {
            foreach (var name in Names)
            {
                var r = datasets.Evaluate(folder, RankingWeights.Default, name);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {r.Dataset} | {name} | {r.Ndcg:0.0000} | {r.ReciprocalRank:0.0000} | {r.Recall:0.0000} | {r.P50Ms:0.0} | {r.P99Ms:0.0} | {r.IndexSeconds:0.0} | {r.IndexBytes / 1e6:0.0} |"));
            }
        }

        return 0;
    }
}
