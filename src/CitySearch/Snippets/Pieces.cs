using System.Globalization;

namespace CitySearch.Snippets;

/// <summary>How good a place in a text is to begin or end a passage, from bad to good.</summary>
internal enum Break
{
    /// <summary>Inside of a clause that is longer than a passage should be.</summary>
    None,

    /// <summary>Behind an enumeration comma or between words.</summary>
    Pause,

    /// <summary>Behind a clause.</summary>
    Clause,

    /// <summary>Behind a sentence or a paragraph, or the text's beginning or end.</summary>
    Sentence,
}

/// <summary>A piece of a text that no passage cuts.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends: where the next one starts.</param>
/// <param name="Before">What stands at its start.</param>
/// <param name="After">What stands at its end.</param>
internal readonly record struct Piece(int Start, int End, Break Before, Break After);

/// <summary>
/// Cuts a text into pieces at sentence, clause and enumeration marks, with the closing quotes, brackets and spaces behind
/// them; what is still too long between words or, at last, between any two grapheme clusters (UAX #29). A match is cut only
/// when it is longer than a passage.
/// </summary>
internal sealed class Pieces
{
    // What has no mark for longer than this is cut between words.
    private const int LongestPiece = 60;

    private readonly string _text;
    private readonly List<(int Start, int End)> _uncut;
    private readonly List<Piece> _pieces = [];
    private Break _before = Break.Sentence;

    private Pieces(string text, List<TextMatch> matches, int passageLength)
    {
        _text = text;
        _uncut = Uncut(matches, passageLength);
    }

    /// <summary>The pieces in order, which joined give the text.</summary>
    public static List<Piece> Of(string text, List<TextMatch> matches, int passageLength)
    {
        var pieces = new Pieces(text, matches, passageLength);
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && !IsMark(text[at]))
            {
                at++;
            }

            var (end, kind) = at == text.Length ? (at, Break.Sentence) : pieces.EndOf(at);
            at = end;
            if (kind != Break.None && !pieces.IsInsideMatch(end))
            {
                pieces.Add(start, end, kind);
                start = end;
            }
        }

        return pieces._pieces;
    }

    /// <summary>Where the mark at an offset ends with all that belongs to it, and what it ends.</summary>
    private (int End, Break Kind) EndOf(int mark)
    {
        var kind = Break.None;
        var end = mark;
        while (end < _text.Length)
        {
            var c = _text[end];
            if (IsMark(c))
            {
                kind = KindAt(end) is var k && k > kind ? k : kind;
            }
            else if (!IsClosing(c) && !char.IsWhiteSpace(c) && !(c == '"' && kind == Break.Sentence))
            {
                break;
            }

            end += StringInfo.GetNextTextElementLength(_text.AsSpan(end));
        }

        return (end, end == _text.Length ? Break.Sentence : kind);
    }

    private static bool IsMark(char c) => c is '。' or '！' or '？' or '；' or '…' or '，' or '：' or '、' or '!' or '?' or ';' or ',' or ':' or '.' or '\n';

    private static bool IsClosing(char c) => c is '”' or '’' or '」' or '』' or '）' or '》' or '】' or '〉' or ')' or ']';

    private Break KindAt(int at)
    {
        switch (_text[at])
        {
            case '。' or '！' or '？' or '；' or '\n':
                return Break.Sentence;
            case '，' or '：' or '…':
                return Break.Clause;
            case '、':
                return Break.Pause;
        }

        // ASCII marks are also parts of numbers, times and addresses: 10,000; 12:30; http://; ?q=.
        var next = at + 1 < _text.Length ? _text[at + 1] : ' ';
        var isInside = next != '"' && next != ')' && next < '\u2000' && !char.IsWhiteSpace(next);
        return isInside ? Break.None : _text[at] is ',' or ':' ? Break.Clause : Break.Sentence;
    }

    /// <summary>The stretches of overlapping matches, of those that fit into a passage.</summary>
    private static List<(int Start, int End)> Uncut(List<TextMatch> matches, int passageLength)
    {
        var stretches = new List<(int Start, int End)>();
        foreach (var match in matches)
        {
            if (stretches.Count > 0 && stretches[^1] is var last && match.Start < last.End)
            {
                stretches[^1] = (last.Start, Math.Max(last.End, match.End));
            }
            else
            {
                stretches.Add((match.Start, match.End));
            }
        }

        stretches.RemoveAll(s => s.End - s.Start > passageLength);
        return stretches;
    }

    private bool IsInsideMatch(int at)
    {
        var (low, high) = (0, _uncut.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _uncut[middle].End > at ? (low, middle) : (middle + 1, high);
        }

        return low < _uncut.Count && _uncut[low].Start < at;
    }

    private void Add(int start, int end, Break after)
    {
        while (end - start > LongestPiece)
        {
            var (cut, kind) = Cut(start, end);
            if (cut >= end)
            {
                break;
            }

            _pieces.Add(new Piece(start, cut, _before, kind));
            _before = kind;
            start = cut;
        }

        _pieces.Add(new Piece(start, end, _before, after));
        _before = after;
    }

    /// <summary>The last place to cut within a piece's length: between words if there is one, else between clusters; else the first place behind.</summary>
    private (int Cut, Break Kind) Cut(int start, int end)
    {
        var (between, betweenWords) = (-1, -1);
        var at = start;
        while (at < end && (at - start <= LongestPiece || between < 0))
        {
            at += StringInfo.GetNextTextElementLength(_text.AsSpan(at));
            if (at >= end || (at - start > LongestPiece && between >= 0))
            {
                break;
            }

            if (!IsInsideMatch(at))
            {
                between = at;
                betweenWords = char.IsWhiteSpace(_text[at - 1]) && !char.IsWhiteSpace(_text[at]) ? at : betweenWords;
            }
        }

        return betweenWords >= 0 ? (betweenWords, Break.Pause) : between >= 0 ? (between, Break.None) : (end, Break.None);
    }
}
