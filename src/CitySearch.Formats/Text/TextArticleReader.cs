using CitySearch.Corpus;

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
    public string Version => "text/1" + options.VersionSuffix;

    /// <inheritdoc/>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        yield return Parse(FileBytes.Read(file, options, cancellationToken), file.Path);
    }

    /// <summary>Reads an article from the bytes of its file.</summary>
    internal Article Parse(byte[] bytes, string path)
    {
        if (FileBytes.KindOf(bytes) is { } kind)
        {
            throw new ReadingException($"The file is {kind}, not text: give it the ending of its format, or take it out of the corpus.");
        }

        var text = TextDecoder.Decode(bytes);
        return text.Length <= options.MaxCharacters
            ? ArticleAssembly.Build(path, new Metadata(), TextBlocks.Read(TextLine.Split(text)))
            : throw new ReadingException($"The text is longer than {options.MaxCharacters} characters: split it, or raise MaxCharacters.");
    }
}
