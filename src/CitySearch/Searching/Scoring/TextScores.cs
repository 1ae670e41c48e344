namespace CitySearch.Searching.Scoring;

/// <summary>
/// The text scores of all documents for one query, term at a time: each term's decoded postings are added into one
/// array a segment. With postings in memory this costs about a nanosecond a posting and knows every score exactly,
/// which the signals on top of it need: the best score, a section's siblings, the count of hits.
/// </summary>
internal sealed class TextScores : IDisposable
{
    private readonly LeafScores[] _leaves;

    private TextScores(LeafScores[] leaves) => _leaves = leaves;

    /// <summary>The scores of each segment.</summary>
    public IReadOnlyList<LeafScores> Leaves => _leaves;

    /// <summary>The best text score of any document.</summary>
    public float Best { get; private set; }

    /// <summary>The best coverage of any document.</summary>
    public float BestCoverage { get; private set; }

    /// <summary>Scores all documents.</summary>
    /// <param name="generation">The index.</param>
    /// <param name="clauses">The clauses of the query.</param>
    /// <param name="aboutWeight">What a term counts that a section is about without saying it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static TextScores Compute(SearchGeneration generation, IReadOnlyList<ScoringClause> clauses, float aboutWeight, CancellationToken cancellationToken)
    {
        var scores = new TextScores([.. generation.Leaves.Select(leaf => new LeafScores(leaf))]);
        try
        {
            foreach (var leaf in scores._leaves)
            {
                foreach (var clause in clauses)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    leaf.Add(clause, generation.PostingsOf(leaf.Leaf, clause));
                    leaf.AddAbout(clause, generation.AboutOf(leaf.Leaf, clause), aboutWeight);
                }

                leaf.KeepLive();
                scores.Best = Math.Max(scores.Best, LeafScores.Max(leaf.Text));
                scores.BestCoverage = Math.Max(scores.BestCoverage, LeafScores.Max(leaf.Coverage));
            }
        }
        catch
        {
            scores.Dispose();
            throw;
        }

        return scores;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var leaf in _leaves)
        {
            leaf.Dispose();
        }
    }
}
