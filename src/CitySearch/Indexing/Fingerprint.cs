namespace CitySearch.Indexing;

/// <summary>
/// What an index was built with. When it differs from what the program would build with, the index is rebuilt beside
/// the old one and swapped in.
/// </summary>
/// <param name="Analyzer">The analyzer's own fingerprint: its name, rules and data.</param>
internal sealed record Fingerprint(string Analyzer)
{
    /// <inheritdoc/>
    public override string ToString() => $"schema/{IndexSchema.Version} {Analyzer}";
}
