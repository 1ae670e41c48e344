namespace CitySearch.Searching.Scoring;

/// <summary>
/// A term's documents in one segment, with what each contributes before the term's weight, as the inner loops of every search read them.
/// An impact is kept in 16 bits, in equal steps from 0 to what none reaches: to 17 millionths, whether the postings are sparse or dense, so that
/// a document scores the same in every segment.
/// </summary>
internal abstract class Postings
{
    /// <summary>The step of impacts, which are below <see cref="Bm25.K1"/> + 1.</summary>
    protected const float Step = (Bm25.K1 + 1) / ushort.MaxValue;

    // From this share of a segment's documents on, going through all of them eight at a time takes less than going through those that there are.
    private const int DenseShare = 8;

    /// <summary>No documents.</summary>
    public static Postings None { get; } = new SparsePostings([], []);

    /// <summary>How many documents there are.</summary>
    public abstract int Count { get; }

    /// <summary>The memory it takes, roughly.</summary>
    public abstract long Bytes { get; }

    /// <summary>Keeps postings.</summary>
    /// <param name="docs">The documents in order, as segment numbers.</param>
    /// <param name="impacts">Each document's BM25 impact.</param>
    /// <param name="maxDoc">The number of documents of the segment.</param>
    public static Postings Of(ReadOnlySpan<int> docs, ReadOnlySpan<float> impacts, int maxDoc) =>
        docs.IsEmpty ? None : docs.Length > maxDoc / DenseShare ? new DensePostings(docs, impacts, maxDoc) : new SparsePostings(docs, impacts);

    /// <summary>Whether a document is among them.</summary>
    public bool Holds(int doc) => StepsOf(doc) > 0;

    /// <summary>The impact of a document; 0 where it is not among them.</summary>
    public float ImpactOf(int doc) => StepsOf(doc) * Step;

    /// <summary>The documents in order.</summary>
    public abstract int[] Documents();

    /// <summary>Adds what each document contributes.</summary>
    /// <param name="text">The scores of the segment's documents.</param>
    /// <param name="weight">The term's weight.</param>
    public abstract void AddTo(Span<float> text, float weight);

    /// <summary>Adds what each document contributes, and the same to the coverage of each.</summary>
    /// <param name="text">The scores of the segment's documents.</param>
    /// <param name="coverage">Their coverage.</param>
    /// <param name="weight">The term's weight.</param>
    /// <param name="gain">What the term counts for coverage.</param>
    public abstract void AddTo(Span<float> text, Span<float> coverage, float weight, float gain);

    /// <summary>An impact in steps, never 0.</summary>
    protected static ushort Steps(float impact) => (ushort)Math.Clamp(MathF.Round(impact / Step), 1, ushort.MaxValue);

    /// <summary>The impact of a document in steps; 0 where it is not among them.</summary>
    protected abstract int StepsOf(int doc);
}
