using CitySearch.Corpus.JsonLines;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Corpus;

/// <summary>The readers of a corpus, by file name ending. Where two take the same ending, the later one wins.</summary>
public sealed class ArticleReaders
{
    private readonly Dictionary<string, IArticleReader> _byExtension = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The engine's own readers.</summary>
    public static IReadOnlyList<IArticleReader> BuiltIn { get; } = [new MarkdownArticleReader(), new JsonLinesReader()];

    /// <summary>The engine's own readers with the limits of a host.</summary>
    internal static IReadOnlyList<IArticleReader> Own(CitySearchOptions options) => [new MarkdownArticleReader(options.MaxFileBytes), new JsonLinesReader()];

    /// <summary>The given readers.</summary>
    public ArticleReaders(IEnumerable<IArticleReader> readers)
    {
        foreach (var reader in readers)
        {
            foreach (var extension in reader.Extensions)
            {
                _byExtension[extension] = reader;
            }
        }
    }

    /// <summary>The reader that takes a file of this name, or <see langword="null"/>.</summary>
    public IArticleReader? For(string fileName) => _byExtension.GetValueOrDefault(Path.GetExtension(fileName));
}
