using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>Builds an article's sections from its headings and lines of text.</summary>
/// <param name="lines">The lines that the text was read from.</param>
/// <param name="labels">The labels of the article's reference list.</param>
/// <param name="hasGitHubAnchors">Whether headings get their anchors by GitHub's rule.</param>
internal sealed partial class SectionBuilder(IReadOnlyList<SourceLine> lines, IReadOnlySet<string> labels, bool hasGitHubAnchors = false) : ITextSink
{
    private readonly HeadingAnchors _anchors = new(hasGitHubAnchors);
    private readonly List<(int Level, string Text)> _path = [];
    private readonly List<TextLine> _body = [];
    private readonly List<Section> _sections = [];
    private readonly List<(int Level, string Text)> _headings = [];
    private readonly List<(string Destination, int Line)> _links = [];
    private string _anchor = "";
    private int _headingLine;
    private bool _isListTitle;

    /// <summary>All headings in order.</summary>
    public IReadOnlyList<(int Level, string Text)> Headings => _headings;

    /// <summary>The links in order, with their lines in the file.</summary>
    public IReadOnlyList<(string Destination, int Line)> Links => _links;

    /// <summary>Ends the article.</summary>
    public IReadOnlyList<Section> Finish()
    {
        EndSection(0);
        return _sections;
    }

    /// <inheritdoc/>
    public void Heading(int level, string text, string anchorText, int line)
    {
        var anchor = OwnAnchor().Match(text);
        if (anchor.Success)
        {
            text = text[..anchor.Index];
        }

        if (text.Length == 0)
        {
            return;
        }

        EndSection(level);
        while (_path.Count > 0 && _path[^1].Level >= level)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        _path.Add((level, text));
        _headings.Add((level, text));
        _anchor = anchor.Success ? _anchors.Take(anchor.Groups[1].Value) : _anchors.Next(anchorText);
        _headingLine = Number(line);
        _isListTitle = lines[line].Kind == LineKind.ListTitle || ReferenceForms.ReadTitle(text) == ReferenceForms.TitleForm.Sure;
    }

    /// <inheritdoc/>
    public void Text(TextLine text)
    {
        _body.Add(text);
        foreach (var address in Addresses.Find(text.Text))
        {
            Link(address, text.Marks[0].Line);
        }
    }

    /// <inheritdoc/>
    public void Link(string destination, int line) => _links.Add((destination, Number(line)));

    private int Number(int line) => lines.Count == 0 ? 0 : lines[Math.Clamp(line, 0, lines.Count - 1)].Number;

    // A heading without text of its own is seen through its children; without children it is an empty section, unless
    // it is the title of a reference list: that is as little prose as the list.
    private void EndSection(int nextLevel)
    {
        var first = true;
        foreach (var section in Cut())
        {
            _sections.Add(first && _path.Count > 0 ? section with { Line = _headingLine } : section);
            first = false;
        }

        if (first && _path.Count > 0 && nextLevel <= _path[^1].Level && !_isListTitle)
        {
            _sections.Add(new Section { Headings = Path(), Anchor = _anchor, Line = _headingLine, Text = "" });
        }

        _body.Clear();
    }

    private IEnumerable<Section> Cut()
    {
        var marks = new List<(int Offset, int Line)>();
        var offset = 0;
        foreach (var line in _body)
        {
            marks.AddRange(line.Marks.Select(mark => (offset + mark.Offset, Number(mark.Line))));
            offset += line.Text.Length + 1;
        }

        var text = string.Join('\n', _body.Select(line => line.Text));
        var headings = Path();
        foreach (var piece in Passages.Split(text))
        {
            var passage = text[piece];
            var start = piece.Start.Value + (passage.Length - passage.TrimStart().Length);
            passage = passage.Trim();
            if (passage.Length == 0)
            {
                continue;
            }

            var paragraphs = new List<int>();
            for (var at = 0; at >= 0; at = passage.IndexOf('\n', at) is >= 0 and var feed ? feed + 1 : -1)
            {
                paragraphs.Add(LineAt(marks, start + at));
            }

            yield return new Section
            {
                Headings = headings,
                Anchor = _anchor,
                Line = paragraphs[0],
                Text = passage,
                ParagraphLines = paragraphs,
                LineMarks = [.. marks.Where(mark => mark.Offset > start && mark.Offset < start + passage.Length && text[mark.Offset - 1] != '\n').Select(mark => new LineMark(mark.Offset - start, mark.Line))],
                CitedLabels = CitationMarks.Find(passage, labels),
            };
        }
    }

    private string[] Path() => [.. _path.Select(heading => heading.Text)];

    private static int LineAt(List<(int Offset, int Line)> marks, int offset)
    {
        var at = marks.BinarySearch((offset, int.MaxValue));
        return marks[Math.Max(0, (at < 0 ? ~at : at) - 1)].Line;
    }

    // «## 标题 {#name}» and «{#name .class}», as markdown-it-attrs in VitePress reads it.
    [GeneratedRegex(@"\s*\{#([^\s{}]+)(?:\s[^{}]*)?\}$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnAnchor();
}
