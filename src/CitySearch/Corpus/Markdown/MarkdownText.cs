using System.Globalization;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CitySearch.Corpus.Markdown;

/// <summary>Receives what a Markdown text shows, in reading order. Line indexes count the given lines from 0.</summary>
internal interface ITextSink
{
    /// <summary>A heading.</summary>
    /// <param name="level">Its level, 1 to 6.</param>
    /// <param name="text">Its text.</param>
    /// <param name="anchorText">The part of it that makes the anchor.</param>
    /// <param name="line">Its line.</param>
    void Heading(int level, string text, string anchorText, int line);

    /// <summary>A line of text.</summary>
    void Text(TextLine text);

    /// <summary>A link, as written.</summary>
    void Link(string destination, int line);
}

/// <summary>Parses Markdown and hands on what it shows.</summary>
internal sealed class MarkdownText
{
    // What VuePress shows: CommonMark, tables, ~~strikethrough~~, emoji codes, tags of components; emphasis beside
    // Chinese punctuation as it is meant. Links in plain text are found in the text, footnotes before the parser.
    private readonly MarkdownPipeline _pipeline = BuildPipeline();

    /// <summary>Parses the lines; text that the parser refuses is handed on line by line.</summary>
    public void Read(IReadOnlyList<SourceLine> lines, ITextSink sink, CancellationToken cancellationToken)
    {
        if (Parse(string.Join('\n', lines.Select(line => line.Text))) is { } document)
        {
            foreach (var block in document)
            {
                cancellationToken.ThrowIfCancellationRequested();
                AddBlock(block, sink, "");
            }
        }
        else
        {
            ReadPlain(lines, sink);
        }
    }

    /// <summary>The text of one entry of a reference list: plain, on one line, with the addresses of its links.</summary>
    /// <param name="entry">Its Markdown.</param>
    /// <param name="links">Where the destinations of links go, as written.</param>
    public string EntryText(string entry, ICollection<string> links)
    {
        // The full stop before it keeps «2019. …» or «# …» from becoming a block, and emphasis opens behind it.
        if (Parse("." + entry) is not [ParagraphBlock { Inline: { } inline }])
        {
            return entry.Trim();
        }

        var text = new TextCollector();
        new InlineText(text, links, withAddresses: true).Add(inline);
        text.EndLine();
        return string.Join(' ', text.Lines.Select(line => line.Text))[1..].Trim();
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
            .UseEmojiAndSmiley(enableSmileys: false)
            .UseCjkFriendlyEmphasis()
            .UsePreciseSourceLocation();
        builder.InlineParsers.InsertBefore<AutolinkInlineParser>(new TagInlineParser());
        return builder.Build();
    }

    private MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdig.Markdown.Parse(markdown, _pipeline);
        }
        catch (ArgumentException)
        {
            return null; // nested deeper than the parser goes
        }
    }

    private static void AddBlock(Block block, ITextSink sink, string prefix)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddHeading(heading, sink);
                break;
            case Table table:
                AddTable(table, sink);
                break;
            case ListBlock list:
                var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
                foreach (var item in list)
                {
                    AddChildren((ContainerBlock)item, sink, list.IsOrdered ? prefix + number++.ToString(CultureInfo.InvariantCulture) + list.OrderedDelimiter + " " : prefix);
                    prefix = "";
                }

                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock container:
                AddChildren(container, sink, prefix);
                break;
            case HtmlBlock html:
                AddHtml(html, sink);
                break;
            case CodeBlock code:
                for (var i = 0; i < code.Lines.Count; i++)
                {
                    // A fence is the first line of its block.
                    AddLine(code.Lines.Lines[i].ToString().TrimEnd(), code.Line + i + (code is FencedCodeBlock ? 1 : 0), sink);
                }

                break;
            case LeafBlock { Inline: { } inline }:
                AddParagraph(inline, block.Line, sink, prefix);
                break;
        }
    }

    private static void AddChildren(ContainerBlock container, ITextSink sink, string prefix)
    {
        foreach (var child in container)
        {
            AddBlock(child, sink, prefix);
            prefix = "";
        }
    }

    private static void AddHeading(HeadingBlock heading, ITextSink sink)
    {
        var (text, links) = (new TextCollector { Line = heading.Line }, new List<string>());
        new InlineText(text, links).Add(heading.Inline);
        text.EndLine();
        // The parser counts an underlined heading from its underline.
        var line = heading.IsSetext ? Math.Max(0, heading.Line - 1 - LineBreaks(heading.Inline)) : heading.Line;
        AddLinks(links, line, sink);
        sink.Heading(heading.Level, string.Join(' ', text.Lines.Select(line => line.Text)), InlineText.AnchorText(heading.Inline), line);
    }

    private static int LineBreaks(ContainerInline? text) => text?.FindDescendants<LeafInline>().Sum(inline => inline switch
    {
        LineBreakInline => 1,
        HtmlInline html => html.Tag.Count('\n'),
        _ => 0,
    }) ?? 0;

    private static void AddParagraph(ContainerInline inline, int line, ITextSink sink, string prefix)
    {
        var (text, links) = (new TextCollector { Line = line }, new List<string>());
        text.Append(prefix);
        new InlineText(text, links).Add(inline);
        Finish(text, links, line, sink);
    }

    private static void AddTable(Table table, ITextSink sink)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            var (text, links) = (new TextCollector { Line = row.Line }, new List<string>());
            var lines = new List<string>();
            foreach (var cell in row.OfType<TableCell>().SelectMany(cell => cell).OfType<LeafBlock>())
            {
                new InlineText(text, links).Add(cell.Inline);
                text.EndLine();
                lines.Add(string.Join(' ', text.Lines.Select(line => line.Text)));
                text.Lines.Clear();
            }

            AddLinks(links, row.Line, sink);
            AddLine(string.Join('\t', lines).Trim(), row.Line, sink);
        }
    }

    private static void AddHtml(HtmlBlock html, ITextSink sink)
    {
        var (text, links) = (new TextCollector { Line = html.Line }, new List<string>());
        HtmlText.Add(html.Lines.ToString(), text, links);
        Finish(text, links, html.Line, sink);
    }

    private static void Finish(TextCollector text, List<string> links, int line, ITextSink sink)
    {
        text.EndLine();
        AddLinks(links, line, sink);
        text.Lines.ForEach(sink.Text);
    }

    private static void AddLinks(List<string> links, int line, ITextSink sink) => links.ForEach(link => sink.Link(link, line));

    private static void AddLine(string text, int line, ITextSink sink)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            sink.Text(new TextLine(text, [(0, line)]));
        }
    }

    private static void ReadPlain(IReadOnlyList<SourceLine> lines, ITextSink sink)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text.Trim();
            var level = text.AsSpan().IndexOfAnyExcept('#');
            if (lines[i].Kind != LineKind.Verbatim && level is >= 1 and <= 6 && text[level] is ' ' or '\t')
            {
                sink.Heading(level, text[level..].Trim(), text[level..].Trim(), i);
            }
            else
            {
                AddLine(text, i, sink);
            }
        }
    }
}
