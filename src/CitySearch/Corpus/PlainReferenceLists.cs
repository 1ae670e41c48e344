using CitySearch.Corpus.Markdown;

namespace CitySearch.Corpus;

/// <summary>A paragraph of an article that is not written in Markdown, as the search for reference lists sees it.</summary>
/// <param name="Text">The visible text on one line.</param>
/// <param name="HeadingLevel">1 and up for a heading, 0 for text.</param>
/// <param name="IsRow">Whether it is a row of a table, which no reference list runs through.</param>
/// <param name="IsApart">Whether something shows that it does not go on from the paragraph before it: a blank line, a mark of the format.</param>
internal readonly record struct PlainParagraph(string Text, int HeadingLevel = 0, bool IsRow = false, bool IsApart = true);

/// <summary>An entry of a reference list.</summary>
/// <param name="Label">Its label without brackets, or empty.</param>
/// <param name="Paragraph">The index of the paragraph in which it begins; in a file of entries alone, its line counted from 1.</param>
/// <param name="Text">Its text without the label.</param>
internal sealed record PlainEntry(string Label, int Paragraph, string Text);

/// <summary>
/// Finds reference lists in the paragraphs of any format by the rules that hold for Markdown: the titles, labels and
/// forms of entries are the same wherever an article was written.
/// </summary>
internal static class PlainReferenceLists
{
    private const int DeepestHeading = 6;

    /// <summary>Finds the entries.</summary>
    /// <param name="paragraphs">The paragraphs of the article in reading order.</param>
    /// <param name="remaining">
    /// What is left of each paragraph as text: <see langword="null"/> for one that is all entry, a part for a title
    /// with its first entry on one line.
    /// </param>
    public static IReadOnlyList<PlainEntry> Extract(IReadOnlyList<PlainParagraph> paragraphs, out IReadOnlyList<string?> remaining)
    {
        // The number of a line is the paragraph it stands for, counted from 1; the lines between them are blank.
        var lines = new List<SourceLine>(paragraphs.Count * 2);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if (paragraph.IsApart)
            {
                lines.Add(new SourceLine("", i + 1));
            }

            lines.Add(paragraph.HeadingLevel > 0
                ? new SourceLine($"{new string('#', Math.Min(paragraph.HeadingLevel, DeepestHeading))} {paragraph.Text}", i + 1)
                : new SourceLine(paragraph.Text, i + 1, paragraph.IsRow ? LineKind.Verbatim : LineKind.Text));
        }

        var before = lines.ToArray();
        var entries = new List<ReferenceEntry>();
        ReferenceLists.Extract(lines, entries);

        var starts = entries.Select(entry => entry.Line - 1).ToHashSet();
        var left = paragraphs.Select(paragraph => (string?)paragraph.Text).ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            var at = before[i].Number - 1;
            if (lines[i].Text != before[i].Text)
            {
                left[at] = lines[i].IsBlank ? null : lines[i].Text;
            }
            else if (starts.Contains(at) && paragraphs[at].HeadingLevel == 0 && !before[i].IsBlank)
            {
                left[at] = null; // «[1]: address», which Markdown keeps for its links
            }
        }

        remaining = left;
        return [.. entries.OrderBy(entry => entry.Line).Select(entry => new PlainEntry(entry.Label, entry.Line - 1, entry.Markdown))];
    }

    /// <summary>Whether a heading is the title of a reference list, which names no article.</summary>
    public static bool IsTitle(string heading) => ReferenceForms.ReadTitle(heading) != ReferenceForms.TitleForm.None;

    /// <summary>Whether a footnote reads as a bibliographic entry.</summary>
    public static bool IsEntry(string note) => ReferenceForms.IsBibliographic(note);

    /// <summary>Splits the label off a line that starts an entry or an item of a list.</summary>
    public static bool TryReadLabel(string line, out string label, out string body) => ReferenceForms.TryReadLabel(line, out label, out body);
}
