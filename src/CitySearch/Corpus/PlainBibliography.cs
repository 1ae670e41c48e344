using CitySearch.Corpus.Markdown;

namespace CitySearch.Corpus;

/// <summary>
/// Reads files that are nothing but a reference list: Markdown or plain text in the corpus's folder <c>references</c>, most
/// of which are entries. An introduction and headings between the entries are passed over. Any other file of the folder
/// is an article like those elsewhere.
/// </summary>
internal static class PlainBibliography
{
    private const string Folder = "references/";

    /// <summary>Whether a file is in the folder of reference lists.</summary>
    /// <param name="path">Its path below the corpus folder.</param>
    public static bool IsInFolder(string path) => path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase);

    /// <summary>The entries, each with its line and label; <see langword="null"/> when the lines are another kind of text.</summary>
    /// <param name="lines">The lines of the file below its front matter.</param>
    public static IReadOnlyList<PlainEntry>? Read(IReadOnlyList<SourceLine> lines)
    {
        var drafts = new List<(EntryDraft Draft, bool IsLabelled)>();
        var isApart = true;
        foreach (var line in lines)
        {
            var text = line.Text.Trim().TrimStart('\uFEFF');
            if (line.Kind != LineKind.Text || text.Length == 0 || SourceForms.Heading().IsMatch(line.Text) || SourceForms.Break().IsMatch(line.Text))
            {
                isApart = true;
            }
            else if (ReferenceForms.TryReadLabel(text, out var label, out var body))
            {
                drafts.Add((new EntryDraft(label, body, line.Number), true));
                isApart = false;
            }
            else if (isApart || drafts.Count == 0 || (drafts[^1].Draft.IsComplete && ReferenceForms.IsBibliographic(text)))
            {
                drafts.Add((new EntryDraft("", text, line.Number), false));
                isApart = false;
            }
            else
            {
                drafts[^1].Draft.Append(text);
            }
        }

        var whole = drafts.ConvertAll(d => (d.Draft, Text: d.Draft.ToString(), d.IsLabelled));
        var entries = whole.FindAll(d => ReferenceForms.IsBibliographic(d.Text));
        if (entries.Count == 0 || entries.Count * 2 < whole.Count)
        {
            return null;
        }

        return [.. whole.Where(d => d.Text.Length > 0 && (d.IsLabelled || ReferenceForms.IsBibliographic(d.Text))).Select(d => new PlainEntry(d.Draft.Label, d.Draft.Line, d.Text))];
    }
}
