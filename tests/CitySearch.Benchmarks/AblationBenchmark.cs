using System.Globalization;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;

namespace CitySearch.Benchmarks;

/// <summary>What each part of the ranking is worth, in nDCG@10 and in time: the table of <c>docs/ranking.md</c>.</summary>
internal static class AblationBenchmark
{
    private static readonly (string Name, RankingWeights Weights)[] Variants =
    [
        ("all", RankingWeights.Default),
        ("without prior", RankingWeights.Default with { Prior = 0 }),
        ("without siblings", RankingWeights.Default with { Siblings = 0 }),
        ("without title penalty", RankingWeights.Default with { TitlePenalty = 0 }),
        ("without whole-query phrase", RankingWeights.Default with { Phrase = 0 }),
        ("words weigh as one term", RankingWeights.Default with { Word = 1 }),
        ("text alone", RankingWeights.Default with { Prior = 0, Siblings = 0, TitlePenalty = 0, Phrase = 0 }),
    ];

    public static int Run(string[] folders)
    {
        using var datasets = new Datasets();
        Console.WriteLine("| ranking | " + string.Join(" | ", folders.Select(f => $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(f))} nDCG@10 | median ms")) + " |");
        Console.WriteLine("|---|" + string.Concat(folders.Select(_ => "---|---|")));
        foreach (var (name, weights) in Variants)
        {
            var cells = folders.Select(folder => datasets.Evaluate(folder, weights)).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Ndcg:0.0000} | {r.P50Ms:0.0}"));
            Console.WriteLine($"| {name} | {string.Join(" | ", cells)} |");
        }

        return 0;
    }
}
