using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;
using CitySearch.Corpus.References;
using CitySearch.Formats.Bibliographies;

namespace CitySearch.Formats.Text;

/// <summary>
/// Reads plain text in the encodings that Chinese texts have been saved in. Headings show by their form (第一章, 一、,
/// 第三条), paragraphs by indentation and blank lines where the lines were broken at a width.
/// </summary>
/// <param name="options">The reading limits.</param>
public sealed class TextArticleReader(FormatsOptions options) : IArticleReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc/>
    public string Version => "text/2" + options.VersionSuffix;

    /// <inheritdoc/>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = Decode(FileBytes.Read(file, options, cancellationToken));
        if (TaggedRecords.IsLike(text))
        {
            var contents = new BibliographyContents();
            TaggedRecords.Read(text, contents, cancellationToken);
            return contents.ToArticles(file.Path);
        }

        return [Parse(text, file.Path)];
    }

    /// <summary>Reads an article, or the reference list of a file in the corpus's folder of those, from the bytes of its file.</summary>
    internal Article Parse(byte[] bytes, string path) => Parse(Decode(bytes), path);

    private static Article Parse(string text, string path)
    {
        var lines = TextLine.Split(text);
        return PlainBibliography.IsInFolder(path) && PlainBibliography.Read([.. lines.Select(line => new SourceLine(line.Text, line.Number))]) is { } list
            ? new Article
            {
                Id = path,
                Path = path,
                Title = Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name ? name : path,
                IsBibliography = true,
                References = [.. list.Select(entry => new CitedReference(entry.Label, entry.Paragraph, ReferenceParser.Parse(entry.Text)))],
            }
            : ArticleAssembly.Build(path, new Metadata(), TextBlocks.Read(lines));
    }

    private string Decode(byte[] bytes) => BibliographyText.Decode(bytes, "text", options);
}
