namespace CitySearch.Evaluation;

/// <summary>Measures of a ranking, with the definitions of trec_eval.</summary>
/// <remarks>
/// trec_eval (NIST) orders a ranking by score and equal scores by descending document id, whatever rank a run file
/// states; documents without a judgement are not relevant.
/// </remarks>
public static class RankingMetrics
{
    /// <summary>The ranking as trec_eval orders it: by descending score, equal scores by descending id.</summary>
    public static IReadOnlyList<RankedDocument> Order(IEnumerable<RankedDocument> ranking) =>
        [.. ranking.OrderByDescending(d => d.Score).ThenByDescending(d => d.Id, StringComparer.Ordinal)];

    /// <summary>
    /// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002, as trec_eval's <c>ndcg_cut</c>): the gain of a
    /// document is its grade, discounted by the binary logarithm of its rank plus one; an ideal ranking has 1.
    /// </summary>
    /// <param name="ranking">The ranking, best first.</param>
    /// <param name="judgements">The grades.</param>
    /// <param name="depth">How many ranks count.</param>
    public static double Ndcg(IReadOnlyList<RankedDocument> ranking, IReadOnlyDictionary<string, int> judgements, int depth)
    {
        var ideal = Dcg(judgements.Values.Where(grade => grade > 0).OrderDescending(), depth);
        return ideal > 0 ? Dcg(ranking.Select(d => Math.Max(0, judgements.GetValueOrDefault(d.Id))), depth) / ideal : 0;
    }

    /// <summary>The reciprocal of the rank of the first relevant document; 0 when there is none up to the depth.</summary>
    public static double ReciprocalRank(IReadOnlyList<RankedDocument> ranking, IReadOnlyDictionary<string, int> judgements, int depth)
    {
        for (var i = 0; i < Math.Min(depth, ranking.Count); i++)
        {
            if (judgements.GetValueOrDefault(ranking[i].Id) > 0)
            {
                return 1.0 / (i + 1);
            }
        }

        return 0;
    }

    /// <summary>The share of the relevant documents that stand up to the depth; 0 when nothing is relevant.</summary>
    public static double Recall(IReadOnlyList<RankedDocument> ranking, IReadOnlyDictionary<string, int> judgements, int depth)
    {
        var relevant = judgements.Values.Count(grade => grade > 0);
        return relevant == 0 ? 0 : (double)ranking.Take(depth).Count(d => judgements.GetValueOrDefault(d.Id) > 0) / relevant;
    }

    private static double Dcg(IEnumerable<int> grades, int depth) =>
        grades.Take(depth).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
}
