using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace CitySearch.Indexing;

/// <summary>
/// Writes the exact number of tokens of a field as its norm. Lucene's own similarities round it to one byte, which
/// costs rank quality on short passages. Scores are not computed here: <c>Searching</c> reads the norms itself, and
/// Lucene queries only tell which documents match.
/// </summary>
internal sealed class ExactLengthSimilarity : Similarity
{
    /// <inheritdoc/>
    public override long ComputeNorm(FieldInvertState state) => state.Length;

    /// <inheritdoc/>
    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) => new ConstantWeight();

    /// <inheritdoc/>
    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => new FrequencyScorer();

    private sealed class ConstantWeight : SimWeight
    {
        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost)
        {
        }
    }

    /// <summary>Scores a document by how often the term or phrase occurs in it.</summary>
    private sealed class FrequencyScorer : SimScorer
    {
        public override float Score(int doc, float freq) => freq;

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, Lucene.Net.Util.BytesRef payload) => 1;
    }
}
