namespace CitySearch.Searching.Scoring;

/// <summary>Which documents are hits of a query, apart from filters.</summary>
/// <param name="LeastCoverage">The least coverage of a hit; 0 where words do not decide, and what is let through is a hit.</param>
internal readonly record struct HitRule(float LeastCoverage)
{
    /// <summary>
    /// A document is a hit when it holds a good share of what the best document holds of the query's pairs, words
    /// and numbers. A shared character out of a word is never enough: who asks for 本田 has no use for 本地.
    /// </summary>
    public static HitRule Of(TextScores scores, int reasons, RankingWeights weights) =>
        new(Math.Max(float.Epsilon, weights.LeastCoverage * Math.Min(1f, (float)weights.FullReasons / reasons) * scores.BestCoverage));

    /// <summary>The rule of a plan: none where operators and fields alone decide.</summary>
    public static HitRule Of(TextScores scores, QueryPlan plan, RankingWeights weights) => plan.AsksForWords ? Of(scores, plan.Reasons, weights) : new(0);

    /// <summary>Whether a document is a hit.</summary>
    public bool Holds(float coverage, float text) => LeastCoverage == 0 || (coverage >= LeastCoverage && text > 0);
}
