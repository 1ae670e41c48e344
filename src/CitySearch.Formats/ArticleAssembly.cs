using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;
using CitySearch.Corpus.References;

namespace CitySearch.Formats;

/// <summary>Makes an article of the blocks that a reader found: takes out the reference list, cuts the text into passages under their headings.</summary>
internal static class ArticleAssembly
{
    /// <summary>
    /// Stands in the marks of notes (<c>[…1]</c>) until it is known whether the article has a reference list with the
    /// same labels; then a note is called 注1, else 1.
    /// </summary>
    public const char NoteSign = '\uE000';

    private const string NoteName = "注";

    /// <summary>Makes the article.</summary>
    /// <param name="path">The file's path below the corpus folder, with forward slashes.</param>
    /// <param name="metadata">What the file says about itself.</param>
    /// <param name="blocks">The blocks in reading order.</param>
    public static Article Build(string path, Metadata metadata, IReadOnlyList<Block> blocks)
    {
        var text = new List<Block>(blocks.Count);
        var references = new List<(int At, CitedReference Reference)>();
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Note)
            {
                text.Add(block);
            }
            else if (PlainReferenceLists.IsEntry(block.Text))
            {
                references.Add((text.Count, new CitedReference(block.Label, block.Line, ReferenceParser.Parse(block.Text))));
            }
            else
            {
                text.Add(block with { Kind = BlockKind.Paragraph, Text = $"[{NoteSign}{block.Label}] {block.Text}" });
            }
        }

        var entries = PlainReferenceLists.Extract(
            [.. text.Select(block => new PlainParagraph(block.Text, block.Kind == BlockKind.Heading ? block.Level : 0, block.Kind == BlockKind.Row, block.IsApart))],
            out var remaining);
        references.AddRange(entries.Select(entry => (entry.Paragraph, new CitedReference(entry.Label, text[entry.Paragraph].Line, ReferenceParser.Parse(entry.Text)))));
        var listed = entries.Select(entry => entry.Label).ToHashSet(StringComparer.Ordinal);
        var noteName = references.Take(references.Count - entries.Count).Any(note => listed.Contains(note.Reference.Label)) ? NoteName : "";
        for (var i = 0; i < references.Count - entries.Count; i++)
        {
            references[i] = references[i] with { Reference = references[i].Reference with { Label = noteName + references[i].Reference.Label } };
        }

        var cited = references.OrderBy(reference => reference.At).Select(reference => reference.Reference).ToList();

        var body = new List<Block>(text.Count);
        for (var i = 0; i < text.Count; i++)
        {
            if (remaining[i] is { } left)
            {
                body.Add(text[i].Kind == BlockKind.Heading ? text[i] : text[i] with { Text = left.Replace(NoteSign.ToString(), noteName, StringComparison.Ordinal) });
            }
        }

        var head = HeadLines.Read(body);
        var sections = new SectionCutter(cited.Select(reference => reference.Label).Where(label => label.Length > 0).ToHashSet(StringComparer.Ordinal));
        body.ForEach(sections.Add);
        return new Article
        {
            Id = path,
            Path = path,
            Title = metadata.Title ?? TopHeading(body) ?? FileName(path),
            Date = metadata.Date ?? head.Date,
            Authors = metadata.Authors.Count > 0 ? metadata.Authors : head.Authors,
            Tags = metadata.Tags,
            Source = metadata.Source ?? head.Source,
            Description = metadata.Description,
            Permalink = metadata.Permalink,
            Sections = sections.Finish(),
            References = cited,
            Links = [.. metadata.Links.Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>The only first-level heading wherever it stands, else the first heading; the title of a reference list is none.</summary>
    private static string? TopHeading(List<Block> body)
    {
        var candidates = body.Where(block => block.Kind == BlockKind.Heading && !PlainReferenceLists.IsTitle(block.Text)).ToList();
        var top = candidates.Where(heading => heading.Level == 1).Take(2).ToList();
        return top.Count == 1 ? top[0].Text : candidates.Select(heading => heading.Text).FirstOrDefault();
    }

    private static string FileName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.Length > 0 ? name : path;
    }
}
