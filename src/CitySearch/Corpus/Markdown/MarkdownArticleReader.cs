using System.Text.RegularExpressions;
using CitySearch.Corpus.References;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Reads a Markdown article as VuePress and VitePress, Hugo, Jekyll and Docusaurus publish it and Obsidian shows it: front
/// matter, containers, shortcodes, tags of components, tables, footnotes, and the reference list at its end. Drafts are
/// passed over, as their generators do. Nothing in the text is an error; text that the Markdown parser refuses
/// (thousands of nested quotes) is read line by line.
/// </summary>
public sealed partial class MarkdownArticleReader : IArticleReader
{
    /// <summary>The default of the largest file: what is larger is no article; the text of a whole library is a few megabytes.</summary>
    internal const long DefaultMaxBytes = 64L << 20;

    private readonly long _maxBytes;

    private readonly MarkdownText _markdown = new();

    /// <summary>A reader with the default limit, 64 MB.</summary>
    public MarkdownArticleReader()
        : this(DefaultMaxBytes)
    {
    }

    /// <summary>A reader with a limit.</summary>
    /// <param name="maxBytes">The largest file, in bytes; the length is looked at before anything is read.</param>
    public MarkdownArticleReader(long maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        _maxBytes = maxBytes;
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".md", ".markdown", ".mdx"];

    /// <inheritdoc/>
    public string Version => _maxBytes == DefaultMaxBytes ? "markdown/4" : $"markdown/4({_maxBytes})";

    /// <inheritdoc/>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var article = Parse(ReadBytes(file), file.Path, out var isDraft, cancellationToken);
        if (!isDraft)
        {
            yield return article;
        }
    }

    /// <summary>Reads an article from the bytes of its file.</summary>
    /// <param name="bytes">The file: UTF-8, or what its byte order mark says.</param>
    /// <param name="path">Its path below the corpus folder, with forward slashes.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal Article Parse(byte[] bytes, string path, CancellationToken cancellationToken = default) => Parse(bytes, path, out _, cancellationToken);

    private Article Parse(byte[] bytes, string path, out bool isDraft, CancellationToken cancellationToken)
    {
        var all = SourceLines.Split(bytes);
        var matter = FrontMatter.Read(all, out var length);
        var below = all.GetRange(length, all.Count - length);
        var site = new SiteMarkup(path, matter, below);
        var lines = SourceLines.Prepare(below, site);
        isDraft = matter.IsDraft;
        if (PlainBibliography.IsInFolder(path) && PlainBibliography.Read(lines) is { } list)
        {
            return Bibliography(list, path, matter, lines);
        }

        var entries = new List<ReferenceEntry>();
        Footnotes.Extract(lines, entries);
        ReferenceLists.Extract(lines, entries);

        var links = new List<(string Destination, int Line)>();
        var references = ReadReferences(entries, links);
        var builder = new SectionBuilder(lines, references.Select(reference => reference.Label).Where(label => label.Length > 0).ToHashSet(StringComparer.Ordinal), site.HasGitHubAnchors);
        _markdown.Read(lines, builder, cancellationToken);
        var sections = builder.Finish();
        links.AddRange(builder.Links);

        return new Article
        {
            Id = path,
            Path = path,
            Title = matter.Title ?? FirstHeading(builder.Headings, site.IsNote) ?? FileName(path),
            Date = matter.Date ?? DateText.Parse(PostName().Match(path).Groups["date"].Value),
            Authors = matter.Authors,
            Tags = [.. matter.Tags.Union(site.Tags, StringComparer.Ordinal)],
            Source = matter.Source,
            Description = matter.Description,
            Permalink = matter.Permalink ?? AddressOf(path, matter.Slug),
            Aliases = matter.Aliases,
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

    // The only first-level heading wherever it stands, else the first heading; the title of a reference list is none. A note is called by its file.
    private static string? FirstHeading(IReadOnlyList<(int Level, string Text)> headings, bool isNote)
    {
        var candidates = headings.Where(heading => ReferenceForms.ReadTitle(heading.Text) == ReferenceForms.TitleForm.None).ToList();
        var top = candidates.Where(heading => heading.Level == 1).Take(2).ToList();
        return top.Count == 1 ? top[0].Text : isNote ? null : candidates.Select(heading => heading.Text).FirstOrDefault();
    }

    private static string FileName(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        name = PostName().Match(path) is { Success: true } post ? name[post.Groups["date"].Length..].TrimStart('-') : name;
        return name.Length > 0 ? name : path;
    }

    // Hugo publishes what lies below its folder content.
    private static string? AddressOf(string path, string? slug)
    {
        if (slug is null or ['/', ..])
        {
            return slug;
        }

        var folder = System.IO.Path.GetDirectoryName("/" + path)!.Replace('\\', '/');
        var content = folder.LastIndexOf("/content", StringComparison.Ordinal);
        folder = content >= 0 && (content + 8 == folder.Length || folder[content + 8] == '/') ? folder[(content + 8)..] : folder;
        return $"{folder.TrimEnd('/')}/{slug.Trim('/')}/";
    }

    private byte[] ReadBytes(CorpusFile file)
    {
        try
        {
            var info = new FileInfo(file.FullPath);
            return info.Length <= _maxBytes
                ? File.ReadAllBytes(file.FullPath)
                : throw new ReadingException($"The file is larger than {Size(_maxBytes)}: split it, or raise MaxFileBytes.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ReadingException($"The file cannot be opened: {exception.Message}", exception);
        }
    }

    private static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MB" : $"{bytes} bytes";

    // Jekyll: _posts/2019-06-10-title.md.
    [GeneratedRegex(@"(?:^|/)(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})-[^/]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PostName();
}
