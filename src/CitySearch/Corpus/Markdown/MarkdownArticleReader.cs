using CitySearch.Corpus.References;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Reads a Markdown article as VuePress and VitePress publish it: front matter, containers, tags of components,
/// tables, footnotes, and the reference list at its end. Nothing in the text is an error; text that the Markdown
/// parser refuses (thousands of nested quotes) is read line by line.
/// </summary>
public sealed class MarkdownArticleReader : IArticleReader
{
    // An article of this size is no article; the text of a whole library is a few megabytes.
    private const long MaxBytes = 64L << 20;

    private readonly MarkdownText _markdown = new();

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown"];

    /// <inheritdoc/>
    public string Version => "markdown/4";

    /// <inheritdoc/>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        yield return Parse(ReadBytes(file), file.Path, cancellationToken);
    }

    /// <summary>Reads an article from the bytes of its file.</summary>
    /// <param name="bytes">The file: UTF-8, or what its byte order mark says.</param>
    /// <param name="path">Its path below the corpus folder, with forward slashes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal Article Parse(byte[] bytes, string path, CancellationToken cancellationToken = default)
    {
        var all = SourceLines.Split(bytes);
        var matter = FrontMatter.Read(all, out var length);
        var lines = SourceLines.Prepare(all.Skip(length));
        if (PlainBibliography.IsInFolder(path) && PlainBibliography.Read(lines) is { } list)
        {
            return Bibliography(list, path, matter, lines);
        }

        var entries = new List<ReferenceEntry>();
        Footnotes.Extract(lines, entries);
        ReferenceLists.Extract(lines, entries);

        var links = new List<(string Destination, int Line)>();
        var references = ReadReferences(entries, links);
        var builder = new SectionBuilder(lines, references.Select(reference => reference.Label).Where(label => label.Length > 0).ToHashSet(StringComparer.Ordinal));
        _markdown.Read(lines, builder, cancellationToken);
        var sections = builder.Finish();
        links.AddRange(builder.Links);

        return new Article
        {
            Id = path,
            Path = path,
            Title = matter.Title ?? FirstHeading(builder.Headings) ?? FileName(path),
            Date = matter.Date,
            Authors = matter.Authors,
            Tags = matter.Tags,
            Source = matter.Source,
            Description = matter.Description,
            Permalink = matter.Permalink,
            Sections = sections,
            References = references,
            Links = [.. links.OrderBy(link => link.Line).Select(link => link.Destination).Distinct(StringComparer.Ordinal)],
        };
    }

    private Article Bibliography(IReadOnlyList<PlainEntry> list, string path, FrontMatter matter, List<SourceLine> lines) => new()
    {
        Id = path,
        Path = path,
        Title = matter.Title ?? lines.Select(line => SourceForms.Heading().Match(line.Text)).FirstOrDefault(heading => heading.Success)?.Groups["text"].Value ?? FileName(path),
        IsBibliography = true,
        References = ReadReferences([.. list.Select(entry => new ReferenceEntry(entry.Label, entry.Paragraph, entry.Text))], []),
    };

    private List<CitedReference> ReadReferences(List<ReferenceEntry> entries, List<(string Destination, int Line)> links)
    {
        var references = new List<CitedReference>();
        foreach (var entry in entries.OrderBy(entry => entry.Line))
        {
            var destinations = new List<string>();
            var text = _markdown.EntryText(entry.Markdown, destinations);
            if (text.Length > 0)
            {
                references.Add(new CitedReference(entry.Label, entry.Line, ReferenceParser.Parse(text)));
            }

            destinations.AddRange(Addresses.Find(text));
            links.AddRange(destinations.Select(destination => (destination, entry.Line)));
        }

        return references;
    }

    // The only first-level heading wherever it stands, else the first heading; the title of a reference list is none.
    private static string? FirstHeading(IReadOnlyList<(int Level, string Text)> headings)
    {
        var candidates = headings.Where(heading => ReferenceForms.ReadTitle(heading.Text) == ReferenceForms.TitleForm.None).ToList();
        var top = candidates.Where(heading => heading.Level == 1).Take(2).ToList();
        return top.Count == 1 ? top[0].Text : candidates.Select(heading => heading.Text).FirstOrDefault();
    }

    private static string FileName(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return name.Length > 0 ? name : path;
    }

    private static byte[] ReadBytes(CorpusFile file)
    {
        try
        {
            var info = new FileInfo(file.FullPath);
            return info.Length <= MaxBytes
                ? File.ReadAllBytes(file.FullPath)
                : throw new ReadingException($"The file is larger than {MaxBytes >> 20} MB: split it, or take it out of the corpus.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ReadingException($"The file cannot be opened: {exception.Message}", exception);
        }
    }
}
