using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CitySearch.Corpus;

namespace CitySearch.Formats.Html;

/// <summary>
/// Reads saved web pages: the article without what a site puts around it, its headings with their anchors, what the
/// head says about it, in the encoding that the page declares or was saved in.
/// </summary>
/// <param name="options">The reading limits.</param>
public sealed class HtmlArticleReader(FormatsOptions options) : IArticleReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".html", ".htm", ".xhtml", ".shtml"];

    /// <inheritdoc/>
    public string Version => "html/2" + options.VersionSuffix;

    /// <inheritdoc/>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        yield return Parse(FileBytes.Read(file, options, cancellationToken), file.Path, cancellationToken);
    }

    /// <summary>Reads an article from the bytes of its file.</summary>
    internal Article Parse(byte[] bytes, string path, CancellationToken cancellationToken = default)
    {
        if (FileBytes.KindOf(bytes) is { } kind)
        {
            throw new ReadingException($"The file is {kind}, not HTML: give it the ending of its format, or take it out of the corpus.");
        }

        var html = HtmlDecoder.Decode(bytes);
        using var document = ParseDocument(html, cancellationToken);
        if (document.QuerySelector("frameset") is not null)
        {
            throw new ReadingException("The page holds only frames: put the framed pages themselves into the corpus.");
        }

        if (document.Body is not { } body)
        {
            return ArticleAssembly.Build(path, new Metadata(), []);
        }

        var root = MainContent.Find(body);
        var blocks = HtmlBlocks.Read(root, out var links, options, cancellationToken);
        if (blocks.Count == 0 && html.Contains("<script", StringComparison.OrdinalIgnoreCase))
        {
            throw new ReadingException("The page has no text, its scripts make it: save it from the browser as a complete page.");
        }

        if (!blocks.Any(block => block.Kind == BlockKind.Heading))
        {
            blocks = FormHeadings.Apply(blocks);
        }

        return ArticleAssembly.Build(path, HtmlMetadata.Read(document, root, html) with { Links = links }, blocks);
    }

    /// <summary>The refusal of a page with too many elements.</summary>
    internal static ReadingException TooManyElements(FormatsOptions options) => new($"The page has more than {options.MaxElements} elements: split it, or raise MaxElements.");

    private IHtmlDocument ParseDocument(string html, CancellationToken cancellationToken)
    {
        var elements = 0;
        var formatting = new FormattingCost(options);
        var nesting = new NestingCost(options);
        var parser = new HtmlParser(
            new HtmlParserOptions
            {
                MaximumDepth = options.MaxNesting,
                SkipComments = true,
                SkipScriptText = true,
                SkipProcessingInstructions = true,
                DisableElementPositionTracking = true,
                OnToken = (token, _) =>
                {
                    formatting.Add(token);
                    nesting.Add(token);
                },
                OnCreated = (_, _) =>
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (++elements > options.MaxElements)
                    {
                        throw TooManyElements(options);
                    }
                },
            },
            BrowsingContext.New(Configuration.Default));
        return parser.ParseDocument(html);
    }
}
