using System.Xml;
using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Formats.Docx;

/// <summary>
/// Reads Word documents (Office Open XML, ISO/IEC 29500, in its transitional and strict form): headings by style and
/// outline, numbered lists with their numbers, tables row by row, footnotes and endnotes.
/// </summary>
/// <param name="options">The reading limits.</param>
public sealed class DocxArticleReader(FormatsOptions options) : IArticleReader
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".docx", ".docm", ".dotx"];

    /// <inheritdoc/>
    public string Version => "docx/1" + options.VersionSuffix;

    /// <inheritdoc/>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        yield return Parse(FileBytes.Read(file, options, cancellationToken), file.Path, cancellationToken);
    }

    /// <summary>Reads an article from the bytes of its file.</summary>
    internal Article Parse(byte[] bytes, string path, CancellationToken cancellationToken = default)
    {
        RefuseOthers(bytes);
        try
        {
            using var package = new DocxPackage(bytes, options);
            return Parse(package, path, cancellationToken);
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            throw new ReadingException("The document is damaged: open it in a word processor and save it again.", exception);
        }
    }

    private Article Parse(DocxPackage package, string path, CancellationToken cancellationToken)
    {
        var root = package.RelationshipsOf("");
        var main = root.Find(relationship => relationship.Type == "officeDocument")?.Target ?? "word/document.xml";
        if (!package.Has(main) || !main.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && !main.EndsWith("document.xml", StringComparison.OrdinalIgnoreCase))
        {
            throw new ReadingException("The file is a zip archive but no Word document: give it the ending of its format, or take it out of the corpus.");
        }

        var parts = package.RelationshipsOf(main);
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in parts.Where(part => part.Type == "hyperlink" && part.IsExternal))
        {
            links.TryAdd(link.Id, link.Target);
        }

        var none = new DocxNotes(new Dictionary<string, string>(), isRoman: false);
        using var styles = Part("styles");
        using var numbering = Part("numbering");
        var context = new DocxContext(DocxStyles.Read(styles), DocxNumbering.Read(numbering), none, none, links);
        var footnotes = Notes("footnotes");
        var endnotes = Notes("endnotes");
        using var document = package.Open(main);
        var blocks = DocxText.Read(
            document,
            context with { Footnotes = new DocxNotes(footnotes, isRoman: false), Endnotes = new DocxNotes(endnotes, isRoman: footnotes.Count > 0) },
            out var cited,
            options,
            cancellationToken);

        blocks = Headings(blocks);
        var properties = root.Find(relationship => relationship.Type == "core-properties") is { } core && package.Has(core.Target)
            ? ReadProperties(package.Open(core.Target))
            : [];
        return ArticleAssembly.Build(
            path,
            new Metadata
            {
                Title = DocumentProperties.Title(properties.GetValueOrDefault("title"), blocks),
                Authors = DocumentProperties.Authors(properties.GetValueOrDefault("creator")),
                Tags = [.. FrontMatter.SplitNames(properties.GetValueOrDefault("keywords") ?? "").Distinct(StringComparer.Ordinal)],
                Description = properties.GetValueOrDefault("description") is { Length: > 0 } description ? description : null,
                Links = cited,
            },
            blocks);

        XmlReader? Part(string type) => parts.Find(part => part.Type == type) is { } found && package.Has(found.Target) ? package.Open(found.Target) : null;

        Dictionary<string, string> Notes(string type)
        {
            using var part = Part(type);
            return part is null ? [] : DocxText.ReadNotes(part, context, options, cancellationToken);
        }
    }

    // Where no style says so, headings show by their form. A title stands above every heading.
    private static List<Block> Headings(List<Block> blocks)
    {
        var hasTitle = blocks.Any(block => block is { Kind: BlockKind.Heading, Level: DocxStyles.TitleLevel });
        if (!blocks.Any(block => block.Kind == BlockKind.Heading && block.Level != DocxStyles.TitleLevel) && !hasTitle)
        {
            return FormHeadings.Apply(blocks);
        }

        return hasTitle ? [.. blocks.Select(block => block.Kind == BlockKind.Heading ? block with { Level = block.Level + 1 } : block)] : blocks;
    }

    private static Dictionary<string, string> ReadProperties(XmlReader reader)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        using (reader)
        {
            var name = "";
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                {
                    name = reader.LocalName;
                }
                else if (reader.NodeType == XmlNodeType.Text && reader.Value.Length < 2000)
                {
                    properties[name] = reader.Value.Trim();
                }
            }
        }

        return properties;
    }

    private static void RefuseOthers(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(CompoundFile))
        {
            // The name of the stream that holds a document encrypted with a password ([MS-OFFCRYPTO], 2.3.4.4).
            throw bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? new ReadingException("The document is protected by a password: save a copy without one.")
                : new ReadingException("The file is a Word 97-2003 document (.doc) under the ending .docx: open it in a word processor and save it as .docx.");
        }

        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            throw new ReadingException(FileBytes.KindOf(bytes) is { } kind
                ? $"The file is {kind}, not a Word document (.docx): give it the ending of its format, or save it as .docx."
                : "The file is damaged, or no Word document (.docx): open it in a word processor and save it again.");
        }
    }
}
