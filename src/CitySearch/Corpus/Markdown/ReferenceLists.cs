using System.Text.RegularExpressions;
using TitleForm = CitySearch.Corpus.Markdown.ReferenceForms.TitleForm;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Finds the reference lists of an article in its lines. It works before the Markdown parser, which would number the
/// entries anew, join those on consecutive lines, and swallow <c>[1]: address</c>.
/// </summary>
internal sealed partial class ReferenceLists
{
    // The level of a title that is a line of text: below every heading.
    private const int LineLevel = 7;

    private readonly List<SourceLine> _lines;
    private readonly List<ReferenceEntry> _entries;

    private ReferenceLists(List<SourceLine> lines, List<ReferenceEntry> entries)
    {
        _lines = lines;
        _entries = entries;
    }

    /// <summary>
    /// Takes the entries and the titles of the lists out of the lines: neither is prose. A heading stays, for its anchor
    /// and for what else may stand below it, as <see cref="LineKind.ListTitle"/>.
    /// </summary>
    /// <param name="lines">The lines, changed in place.</param>
    /// <param name="entries">Where the entries go, in reading order.</param>
    public static void Extract(List<SourceLine> lines, List<ReferenceEntry> entries) => new ReferenceLists(lines, entries).Extract();

    private void Extract()
    {
        var at = 0;
        while (at < _lines.Count)
        {
            if (ReadTitle(at) is not { } title)
            {
                at++;
                continue;
            }

            at = title.Next;
            var main = title.Line;
            while (true)
            {
                var list = new ReferenceListScanner(_lines, at, title.Rest).Scan();
                var taken = IsReferenceList(list, title);
                if (taken)
                {
                    Take(list);
                    TakeTitle(main);
                    TakeTitle(title.Line);
                    at = list.End;
                }

                // «### 中文文献» below «## 参考文献»: the list goes on below it if its entries show it.
                if ((!taken && list.Entries.Count > 0) || SubTitle(list.End, title.Level) is not { } next)
                {
                    break;
                }

                at = next;
                title = title with { Line = list.End, Form = TitleForm.Possible, Rest = null };
            }
        }
    }

    private static bool IsReferenceList(ScannedList list, Title title)
    {
        if (list.Entries.Count == 0)
        {
            return false;
        }

        var bibliographic = list.Entries.Count(entry => entry.IsBibliographic);
        return (title.Form == TitleForm.Sure && (!title.IsPlain || list.Entries.All(entry => entry.Label.Length > 0)))
            || bibliographic * 2 >= list.Entries.Count;
    }

    private void Take(ScannedList list)
    {
        _entries.AddRange(list.Entries);
        foreach (var index in list.Lines)
        {
            // The definition of a link stays, for the links of the text that use it.
            if (!LinkDefinition().IsMatch(_lines[index].Text))
            {
                _lines[index] = _lines[index].Blank();
            }
        }
    }

    // The title itself, and a heading or a bold line that parts the list below it, unless that is a sentence.
    private void TakeTitle(int at)
    {
        if (_lines[at].IsBlank || _lines[at].Kind == LineKind.ListTitle)
        {
            return;
        }

        if (SourceForms.Heading().IsMatch(Bare(at)) || IsUnderlined(at))
        {
            _lines[at] = _lines[at] with { Kind = LineKind.ListTitle };
        }
        else if (_lines[at].Text.AsSpan().IndexOfAny("。！？") < 0 || TitleAndEntry().IsMatch(Bare(at)))
        {
            _lines[at] = _lines[at].Blank();
        }
    }

    private string Bare(int at) => _lines[at].Text.TrimStart(' ', '\t', '>');

    private bool IsUnderlined(int at) => at + 1 < _lines.Count && SourceForms.Underline().IsMatch(_lines[at + 1].Text);

    private Title? ReadTitle(int at)
    {
        var line = _lines[at];
        var text = Bare(at);
        if (line.Kind == LineKind.Verbatim || text.Length == 0)
        {
            return null;
        }

        if (SourceForms.Heading().Match(text) is { Success: true } heading)
        {
            return Create(heading.Groups["text"].Value, at, heading.Groups["level"].Length, at + 1, isPlain: false);
        }

        if (IsUnderlined(at) && ReferenceForms.ReadTitle(text) != TitleForm.None)
        {
            return Create(text, at, _lines[at + 1].Text.Contains('=', StringComparison.Ordinal) ? 1 : 2, at + 2, isPlain: false);
        }

        if (text[0] is '-' or '+' || text.StartsWith("* ", StringComparison.Ordinal))
        {
            return null;
        }

        // The title of a container is followed by the edge's blank line.
        var next = line.Kind == LineKind.Edge ? at + 2 : at + 1;
        if (Create(text, at, LineLevel, next, line.Kind != LineKind.Edge && !SourceForms.IsStrong(text)) is { } whole)
        {
            return whole;
        }

        return text.Length <= 800 && TitleAndEntry().Match(text) is { Success: true } both
            && ReferenceForms.ReadTitle(both.Groups["title"].Value) == TitleForm.Sure
            && !both.Groups["title"].Value.Contains('源', StringComparison.Ordinal) // 资料来源：… below a table is no list
            && (ReferenceForms.TryReadLabel(both.Groups["rest"].Value, out _, out _) || ReferenceForms.IsBibliographic(both.Groups["rest"].Value))
            ? new Title(TitleForm.Sure, at, LineLevel, at + 1, false, both.Groups["rest"].Value)
            : null;
    }

    private static Title? Create(string text, int line, int level, int next, bool isPlain) =>
        ReferenceForms.ReadTitle(text) is var form and not TitleForm.None ? new Title(form, line, level, next, isPlain, null) : null;

    // The line behind a heading (or strong line) that parts one list below the title.
    private int? SubTitle(int at, int level)
    {
        if (at >= _lines.Count || _lines[at].Kind == LineKind.Verbatim)
        {
            return null;
        }

        var heading = SourceForms.Heading().Match(_lines[at].Text);
        return (heading.Success && heading.Groups["level"].Length > level) || SourceForms.IsStrong(_lines[at].Text) ? at + 1 : null;
    }

    /// <summary>The title of a reference list.</summary>
    /// <param name="Form">How sure it is.</param>
    /// <param name="Line">The index of its line.</param>
    /// <param name="Level">Its heading level.</param>
    /// <param name="Next">The line behind it.</param>
    /// <param name="IsPlain">Whether it is a plain line of text.</param>
    /// <param name="Rest">The first entry, where it stands on the title's line.</param>
    private sealed record Title(TitleForm Form, int Line, int Level, int Next, bool IsPlain, string? Rest);

    [GeneratedRegex(@"^ {0,3}\[[0-9]{1,4}\]:\s*<?(?:https?://|[./#])\S+>?(?:\s+[""'(].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex LinkDefinition();

    [GeneratedRegex(@"^(?:\*\*|__)?(?<title>[^：:*_]{2,12})(?:\*\*|__)?[：:](?:\*\*|__)?\s*(?<rest>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleAndEntry();
}
