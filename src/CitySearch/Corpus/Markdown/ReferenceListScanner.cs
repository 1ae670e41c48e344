using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>What may be a reference list.</summary>
/// <param name="Entries">Its entries.</param>
/// <param name="Lines">The indexes of the lines that they stand on.</param>
/// <param name="End">The line at which it ends.</param>
internal sealed record ScannedList(IReadOnlyList<ReferenceEntry> Entries, IReadOnlyList<int> Lines, int End);

/// <summary>Reads the lines behind the title of a reference list up to where it ends: a heading or clearly other text.</summary>
/// <param name="lines">The lines of the article.</param>
/// <param name="start">The line behind the title.</param>
/// <param name="first">The first entry, where it stands on the title's own line.</param>
internal sealed partial class ReferenceListScanner(List<SourceLine> lines, int start, string? first)
{
    // Titles alone make an entry up to this length; longer lines need a year, an address or the like.
    private const int LongestBareTitle = 100;

    private readonly List<ReferenceEntry> _entries = [];
    private readonly List<int> _taken = [];
    private EntryDraft? _draft;

    // Whether the entries are marked as such: by a label or bullet, or by saying when or where.
    private bool _strict;

    /// <summary>Reads the list.</summary>
    public ScannedList Scan()
    {
        if (first is not null)
        {
            _strict = ReferenceForms.TryReadLabel(first, out var label, out var body);
            Open(label, body, lines[start - 1].Number);
        }

        var at = start;
        var blankBefore = first is null;
        while (at < lines.Count)
        {
            var line = lines[at];
            var text = Clean(line.Text);
            if (line.Kind != LineKind.Text)
            {
                break;
            }

            if (text.Length == 0 || SourceForms.Break().IsMatch(line.Text))
            {
                blankBefore = true;
                at++;
                continue;
            }

            var next = EndsList(line.Text, text, at) ? at : ReadEntry(text, at, blankBefore);
            if (next == at)
            {
                break;
            }

            at = next;
            blankBefore = false;
        }

        Close();
        return new ScannedList(_entries, _taken, at);
    }

    // The title of a list ends the one before it, so that a thousand titles do not each read on to the end of the file.
    private bool EndsList(string line, string text, int at) =>
        SourceForms.Heading().IsMatch(line)
        || line.TrimStart().StartsWith('|')
        || ReferenceForms.ReadTitle(text) != ReferenceForms.TitleForm.None
        || (SourceForms.IsStrong(line) && !ReferenceForms.TryReadLabel(text, out _, out _) && !ReferenceForms.IsBibliographic(text))
        || (at + 1 < lines.Count && SourceForms.Underline().IsMatch(lines[at + 1].Text)
            && !ReferenceForms.TryReadLabel(text, out _, out _) && !ReferenceForms.IsBibliographic(text));

    /// <summary>Reads the entry, or the paragraph of entries, at a line. Returns the line behind it, or the line itself when it is none.</summary>
    private int ReadEntry(string text, int at, bool blankBefore)
    {
        if (ReferenceForms.TryReadLabel(text, out var label, out var body) || ListItem().IsMatch(lines[at].Text))
        {
            Open(label, body, lines[at].Number);
            _strict = true;
            _taken.Add(at);
            return at + 1;
        }

        if (_draft is not null && (!blankBefore || _draft.IsEmpty))
        {
            // Behind an entry without a blank line: its wrapped rest, unless both say when or where by themselves.
            if (_draft.IsComplete && ReferenceForms.IsBibliographic(text))
            {
                Open("", text, lines[at].Number);
            }
            else
            {
                _draft.Append(text);
            }

            _taken.Add(at);
            return at + 1;
        }

        return ReadParagraph(at);
    }

    // Lines without labels: each is an entry, unless the paragraph was wrapped at a width.
    private int ReadParagraph(int at)
    {
        var end = at;
        while (end < lines.Count && lines[end].Kind == LineKind.Text && Clean(lines[end].Text) is { Length: > 0 } text
            && (end == at || !(EndsList(lines[end].Text, text, end) || ReferenceForms.TryReadLabel(text, out _, out _) || SourceForms.Break().IsMatch(lines[end].Text))))
        {
            end++;
        }

        var texts = Enumerable.Range(at, end - at).Select(i => Clean(lines[i].Text)).ToList();
        var width = texts.Max(Width);
        var dated = texts.Any(ReferenceForms.IsComplete);
        var entries = new List<EntryDraft>();
        for (var i = 0; i < texts.Count; i++)
        {
            var wrapped = i > 0 && (char.IsWhiteSpace(lines[at + i].Text[0])
                || (dated && !entries[^1].IsComplete && Width(texts[i - 1]) * 10 >= width * 7));
            if (wrapped)
            {
                entries[^1].Append(texts[i]);
            }
            else
            {
                entries.Add(new EntryDraft("", texts[i], lines[at + i].Number));
            }
        }

        if (!Belongs(entries[0].ToString()))
        {
            return at;
        }

        foreach (var entry in entries)
        {
            Open(entry);
        }

        _taken.AddRange(Enumerable.Range(at, end - at));
        return end;
    }

    // Where the entries so far are marked as such, so must be a paragraph; otherwise a title may stand alone.
    private bool Belongs(string text)
    {
        if (ReferenceForms.IsBibliographic(text))
        {
            return true;
        }

        return !_strict && !(_draft is not null && ReferenceForms.IsBibliographic(_draft.ToString()))
            && text.Length <= LongestBareTitle && text.AsSpan().IndexOfAny("。！？…") < 0;
    }

    private void Open(string label, string text, int line) => Open(new EntryDraft(label, text, line));

    private void Open(EntryDraft draft)
    {
        Close();
        _draft = draft;
    }

    private void Close()
    {
        if (_draft is { IsEmpty: false })
        {
            var entry = new ReferenceEntry(_draft.Label, _draft.Line, _draft.ToString());
            _entries.Add(entry);
            _strict = _strict || entry.IsBibliographic;
        }

        _draft = null;
    }

    // Quote marks before, hard breaks behind, and the tags of an HTML list around a line.
    private static string Clean(string line)
    {
        var text = line.Trim().TrimStart('>', ' ', '\t').TrimEnd('\\');
        return ListTags().Replace(text, "").Trim();
    }

    private static int Width(string text) => text.Length + text.Count(TextCollector.IsWide);

    [GeneratedRegex(@"</?(?:ol|ul|li|p|div|br|small|font|center)\b[^<>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ListTags();

    [GeneratedRegex(@"^\s*<li\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ListItem();
}
