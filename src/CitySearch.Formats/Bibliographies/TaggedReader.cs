using CitySearch.Corpus;

namespace CitySearch.Formats.Bibliographies;

/// <summary>
/// Reads RIS files and the exports for EndNote, RefWorks and NoteExpress as bibliographies. Sites give these exports the
/// ending .txt too: there the first record shows them, see <see cref="Text.TextArticleReader"/>.
/// </summary>
/// <param name="options">The reading limits.</param>
public sealed class TaggedReader(FormatsOptions options) : IArticleReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".ris", ".enw", ".net"];

    /// <inheritdoc/>
    public string Version => "ris/1" + options.VersionSuffix;

    /// <inheritdoc/>
    /// <remarks>Records that cannot be read are reported behind the bibliography of the others.</remarks>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Parse(FileBytes.Read(file, options, cancellationToken), cancellationToken).ToArticles(file.Path);
    }

    /// <summary>Reads the records of a file's bytes.</summary>
    /// <exception cref="ReadingException">The file holds no record.</exception>
    internal BibliographyContents Parse(byte[] bytes, CancellationToken cancellationToken = default)
    {
        var contents = new BibliographyContents();
        var text = BibliographyText.Decode(bytes, "RIS", options);
        TaggedRecords.Read(text, contents, cancellationToken);
        return contents.Records.Count > 0 || string.IsNullOrWhiteSpace(text)
            ? contents
            : throw new ReadingException("The file holds no record of RIS, EndNote, RefWorks or NoteExpress: export it again, or take it out of the corpus.");
    }
}
