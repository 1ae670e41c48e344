namespace CitySearch.Searching;

/// <summary>Which documents are hits of a query, apart from filters.</summary>
/// <param name="LeastCoverage">The least coverage of a hit.</param>
/// <param name="LeastText">The least text score of a hit.</param>
internal readonly record struct HitRule(float LeastCoverage, float LeastText)
{
    /// <summary>
    /// A document is a hit when it holds a good share of what the best document holds of the query's pairs, words
    /// and numbers; a shared character alone is enough only when no document holds more.
    /// </summary>
    public static HitRule Of(TextScores scores, int reasons, RankingWeights weights) => scores.BestCoverage > 0
        ? new HitRule(weights.LeastCoverage * Math.Min(1f, (float)weights.FullReasons / reasons) * scores.BestCoverage, float.Epsilon)
        : new HitRule(0, Math.Max(float.Epsilon, weights.LeastScore * scores.Best));

    /// <summary>Whether a document is a hit.</summary>
    public bool Holds(float coverage, float text) => coverage >= LeastCoverage && text >= LeastText;
}
