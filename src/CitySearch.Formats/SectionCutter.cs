using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Formats;

/// <summary>Cuts blocks into sections: passages under their headings, each with the page or line it starts on.</summary>
/// <param name="labels">The labels of the article's reference list.</param>
internal sealed class SectionCutter(IReadOnlySet<string> labels)
{
    private readonly List<Block> _path = [];
    private readonly List<Block> _body = [];
    private readonly List<Section> _sections = [];

    /// <summary>Takes the next block.</summary>
    public void Add(Block block)
    {
        if (block.Kind != BlockKind.Heading)
        {
            if (block.Text.Length > 0)
            {
                _body.Add(block);
            }

            return;
        }

        EndSection(block.Level);
        while (_path.Count > 0 && _path[^1].Level >= block.Level)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        _path.Add(block);
    }

    /// <summary>Ends the article.</summary>
    public IReadOnlyList<Section> Finish()
    {
        EndSection(0);
        return _sections;
    }

    // A heading without text of its own is seen through its children; without children it is an empty section.
    private void EndSection(int nextLevel)
    {
        var heading = _path.Count > 0 ? _path[^1] : null;
        var headings = _path.Select(block => block.Text).ToArray();
        var first = true;
        foreach (var section in Cut(headings, heading?.Anchor ?? ""))
        {
            _sections.Add(first && heading is { Line: > 0 } ? section with { Line = heading.Line } : section);
            first = false;
        }

        if (first && heading is not null && nextLevel <= heading.Level)
        {
            _sections.Add(new Section { Headings = headings, Anchor = heading.Anchor, Line = heading.Line, Page = PageOf(heading), Text = "" });
        }

        _body.Clear();
    }

    private IEnumerable<Section> Cut(string[] headings, string anchor)
    {
        var starts = new int[_body.Count];
        var offset = 0;
        for (var i = 0; i < _body.Count; i++)
        {
            starts[i] = offset;
            offset += _body[i].Text.Length + 1;
        }

        var text = string.Join('\n', _body.Select(block => block.Text));
        foreach (var piece in Passages.Split(text))
        {
            var passage = text[piece];
            var start = piece.Start.Value + (passage.Length - passage.TrimStart().Length);
            passage = passage.Trim();
            if (passage.Length == 0)
            {
                continue;
            }

            var found = Array.BinarySearch(starts, start);
            var at = found >= 0 ? found : ~found - 1;
            var paragraphs = passage.AsSpan().Count('\n') + 1;
            yield return new Section
            {
                Headings = headings,
                Anchor = anchor,
                Line = _body[at].Line,
                Page = PageOf(_body[at]),
                Text = passage,
                ParagraphLines = _body[at].Line > 0 ? [.. _body.Skip(at).Take(paragraphs).Select(block => block.Line)] : [],
                CitedLabels = CitationMarks.Find(passage, labels),
            };
        }
    }

    private static int? PageOf(Block block) => block.Page > 0 ? block.Page : null;
}
