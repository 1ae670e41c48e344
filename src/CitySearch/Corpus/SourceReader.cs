namespace CitySearch.Corpus;

/// <summary>One material of a source, read as if it were a file.</summary>
internal sealed class SourceReader(IArticleSource source, SourceMaterial material) : IArticleReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions => [];

    /// <inheritdoc/>
    public string Version => $"{source.Name}:{source.Version}";

    /// <inheritdoc/>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        yield return source.Read(material, cancellationToken) with { Id = file.Path, Path = file.Path };
    }
}
