namespace CitySearch.Searching.Scoring;

/// <summary>
/// BM25 as in Robertson and Zaragoza (2009), "The Probabilistic Relevance Framework: BM25 and Beyond", with Lucene's
/// never negative inverse document frequency.
/// </summary>
internal static class Bm25
{
    /// <summary>How soon further occurrences of a term stop to count.</summary>
    public const float K1 = 1.2f;

    /// <summary>How much a long passage is held against it.</summary>
    public const float B = 0.75f;

    /// <summary>The weight of a term that <paramref name="frequency"/> of <paramref name="count"/> documents hold.</summary>
    public static float Idf(int count, int frequency) => (float)Math.Log(1 + ((count - Math.Min(count, frequency) + 0.5) / (frequency + 0.5)));

    /// <summary>What an occurrence count contributes in a document of a given length, before the term's weight.</summary>
    public static float Impact(float occurrences, float length, float meanLength) =>
        occurrences * (K1 + 1) / (occurrences + (K1 * (1 - B + (B * length / meanLength))));
}
