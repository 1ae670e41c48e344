namespace CitySearch.Evaluation;

/// <summary>A query on which two runs differ.</summary>
/// <param name="Query">The query's id.</param>
/// <param name="Text">The query.</param>
/// <param name="Before">nDCG@10 of the run compared with.</param>
/// <param name="Now">nDCG@10 of this run.</param>
public sealed record ChangedQuery(string Query, string Text, double Before, double Now);

/// <summary>This run against another one over the same queries, by nDCG@10.</summary>
/// <param name="Before">The other run's mean.</param>
/// <param name="Now">This run's mean.</param>
/// <param name="Better">Queries on which this run is better.</param>
/// <param name="Worse">Queries on which it is worse.</param>
/// <param name="PValue">
/// The chance that two runs of equal worth differ by as much: a paired two-sided randomisation test, which Smucker,
/// Allan and Carterette (CIKM 2007) recommend for comparing rankings.
/// </param>
/// <param name="MostChanged">The queries that changed most, the greatest change first.</param>
public sealed record RunComparison(double Before, double Now, int Better, int Worse, double PValue, IReadOnlyList<ChangedQuery> MostChanged)
{
    private const int Rounds = 10_000;
    private const int Seed = 20191;
    private const int Shown = 20;

    /// <summary>Compares the values of two runs, query by query.</summary>
    public static RunComparison Of(IReadOnlyList<ChangedQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var differences = queries.Select(q => q.Now - q.Before).ToArray();
        return new RunComparison(
            queries.Average(q => q.Before),
            queries.Average(q => q.Now),
            differences.Count(d => d > 0),
            differences.Count(d => d < 0),
            PValueOf(differences),
            [.. queries.Where(q => q.Now != q.Before).OrderByDescending(q => Math.Abs(q.Now - q.Before)).ThenBy(q => q.Query, StringComparer.Ordinal).Take(Shown)]);
    }

    /// <summary>How often the sum of the differences with random signs is at least as far from 0 as it is.</summary>
    private static double PValueOf(double[] differences)
    {
        // A seed of its own: the same two runs always give the same answer.
        var random = new Random(Seed);
        var changed = Array.FindAll(differences, d => d != 0);
        var observed = Math.Abs(changed.Sum());
        var asFar = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var sum = 0.0;
            foreach (var difference in changed)
            {
                sum += random.Next(2) == 0 ? difference : -difference;
            }

            asFar += Math.Abs(sum) >= observed - 1e-12 ? 1 : 0;
        }

        return (asFar + 1.0) / (Rounds + 1);
    }
}
