namespace CitySearch.Searching.Scoring;

/// <summary>A term's documents in one segment, with what each contributes before the term's weight.</summary>
/// <param name="Docs">The documents in order, as segment numbers.</param>
/// <param name="Impacts">Each document's BM25 impact.</param>
internal sealed record Postings(int[] Docs, float[] Impacts)
{
    /// <summary>No documents.</summary>
    public static Postings None { get; } = new([], []);

    /// <summary>The memory it takes, roughly.</summary>
    public long Bytes => 120 + (8L * Docs.Length);
}

/// <summary>What decoded postings depend on.</summary>
/// <param name="Segment">The segment's core.</param>
/// <param name="MeanSectionLength">The mean length their section (or about) impacts were computed with.</param>
/// <param name="MeanReferenceLength">The mean length their reference impacts were computed with.</param>
/// <param name="Term">The term, or what stands for a phrase.</param>
internal readonly record struct PostingsKey(object Segment, float MeanSectionLength, float MeanReferenceLength, string Term);
