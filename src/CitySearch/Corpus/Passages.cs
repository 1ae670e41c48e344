using System.Globalization;

namespace CitySearch.Corpus;

/// <summary>
/// Cuts long text into passages. A reader hands over the whole text under one heading; what comes back are its
/// pieces in order, which joined give the text again.
/// </summary>
public static class Passages
{
    /// <summary>
    /// The longest passage in UTF-16 units. About a screen of Chinese text: long enough to hold an argument, short
    /// enough that a hit leads to the place and that length does not drown a match.
    /// </summary>
    public const int MaxLength = 800;

    // A piece is at least this part of the limit, unless the text itself is shorter: no stray tails.
    private const int SmallestPart = 4;

    // From the most to the least welcome place to cut.
    private enum Cut
    {
        Paragraph,
        Sentence,
        Clause,
    }

    /// <summary>
    /// Splits a text at paragraph ends (line feeds), else behind sentence ends, else behind clause ends, else anywhere
    /// between two grapheme clusters (UAX #29), with pieces of similar length.
    /// </summary>
    /// <param name="text">The text; paragraphs are separated by line feeds.</param>
    /// <param name="limit">The longest piece in UTF-16 units; only a single grapheme cluster may be longer.</param>
    /// <returns>Ranges into <paramref name="text"/> in UTF-16 units, in order, without gaps; none for an empty text.</returns>
    public static IReadOnlyList<Range> Split(string text, int limit = MaxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var pieces = new List<Range>();
        var start = 0;
        while (text.Length - start > limit)
        {
            var end = FindCut(text, start, limit);
            pieces.Add(start..end);
            start = end;
        }

        if (start < text.Length)
        {
            pieces.Add(start..text.Length);
        }

        return pieces;
    }

    private static int FindCut(string text, int start, int limit)
    {
        var remaining = text.Length - start;
        var pieces = (remaining + limit - 1) / limit;
        var target = start + ((remaining + pieces - 1) / pieces);
        var earliest = start + Math.Max(1, limit / SmallestPart);
        var latest = Math.Min(start + limit, text.Length - (limit / SmallestPart));
        foreach (var cut in new[] { Cut.Paragraph, Cut.Sentence, Cut.Clause })
        {
            var nearest = -1;
            for (var i = earliest; i <= latest; i++)
            {
                if (IsCut(text, i, cut) && (nearest < 0 || Math.Abs(i - target) < Math.Abs(nearest - target)))
                {
                    nearest = i;
                }
            }

            if (nearest >= 0)
            {
                return nearest;
            }
        }

        return GraphemeBoundary(text, start, Math.Max(target, earliest));
    }

    /// <summary>Whether a cut of that kind lies before position <paramref name="at"/>.</summary>
    private static bool IsCut(string text, int at, Cut cut)
    {
        var before = text[at - 1];
        var after = text[at];
        switch (cut)
        {
            case Cut.Paragraph:
                return before == '\n' && after != '\n';
            case Cut.Clause:
                return before is '，' or '、' or '：' or ',' or ':' or '\t' or ' ' && after is not (' ' or '\t') && !Continues(text, at);
        }

        if (IsCloser(after) || IsSentenceEnd(after) || after == ' ')
        {
            return false;
        }

        var last = at - 1;
        while (last > 0 && at - last < 8 && (IsCloser(text[last]) || text[last] == ' '))
        {
            last--;
        }

        // A full stop also writes numbers and abbreviations: it ends a sentence only before a space.
        return (text[last] == '.' ? before == ' ' : IsSentenceEnd(text[last])) && !Continues(text, at);
    }

    private static bool IsSentenceEnd(char c) => c is '。' or '！' or '？' or '；' or '…' or '!' or '?' or ';' or '.';

    private static bool IsCloser(char c) => c is '”' or '’' or '」' or '』' or '）' or '》' or '】' or ')' or ']' or '"' or '\'';

    // Whether a mark, joiner or selector belongs to the punctuation or space before it. Of the rules that look further
    // back (UAX #29, GB11 to GB13) none concerns such a character.
    private static bool Continues(string text, int at) => StringInfo.GetNextTextElementLength(text.AsSpan(at - 1)) > 1;

    /// <summary>The last grapheme boundary not behind <paramref name="wanted"/>, else the first one behind it.</summary>
    private static int GraphemeBoundary(string text, int start, int wanted)
    {
        var at = start;
        while (at < text.Length)
        {
            var next = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (next > wanted)
            {
                return at > start ? at : next;
            }

            at = next;
        }

        return text.Length;
    }
}
