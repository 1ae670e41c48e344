namespace CitySearch.Indexing;

/// <summary>
/// What an index was built with. When it differs from what the program would build with, the index is rebuilt beside
/// the old one and swapped in.
/// </summary>
/// <param name="Analyzer">The analyzer's own fingerprint: its name, rules and data.</param>
internal sealed record Fingerprint(string Analyzer)
{
    private static readonly string Schema = $"schema/{IndexSchema.Version} ";

    /// <summary>Whether what an index with this fingerprint stores can be read by this program.</summary>
    public static bool IsOfThisSchema(string fingerprint) => fingerprint.StartsWith(Schema, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Schema + Analyzer;
}
