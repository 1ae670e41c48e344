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
