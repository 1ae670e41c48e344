using System.Buffers;
using Lucene.Net.Analysis;

namespace CitySearch.Snippets;

/// <summary>
/// Chooses the passages of a text that best cover a query: each further passage must add terms that the ones before
/// did not have. Passages begin and end at sentence or clause ends where they can.
/// </summary>
internal sealed class SnippetMaker(Analyzer analyzer, SnippetQuery query)
{
    /// <summary>About how long a passage is, in UTF-16 units.</summary>
    public const int PassageLength = 120;

    /// <summary>The most passages of one text.</summary>
    public const int MostPassages = 3;

    // What a further passage must add, as a share of what the best one has.
    private const float LeastGain = 0.2f;

    // A passage that begins a sentence reads better than one that begins a clause.
    private const float SentenceBonus = 1.05f;

    // Terms that a better passage already shows still say something.
    private const float Repeated = 0.1f;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("。！？；，、：!?;,\n");
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；!?;\n");
    private static readonly SearchValues<char> ClosingMarks = SearchValues.Create("”’」』）》】)]\"");

    /// <summary>The best passages in reading order, with where each starts in the text. Without any match, the beginning of the text.</summary>
    public IReadOnlyList<(Snippet Snippet, int Start)> Make(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var matches = TextMatches.Find(analyzer, query, text);
        var clauses = Clauses(text);
        if (matches.Count == 0)
        {
            return [Cut(text, WindowFrom(clauses, 0, text.Length), matches)];
        }

        var windows = Windows(text, clauses, matches);
        var chosen = new List<Window>();
        var covered = new HashSet<string>(StringComparer.Ordinal);
        var best = 0f;
        while (chosen.Count < MostPassages)
        {
            var (next, gain) = Best(windows, chosen, covered, matches);
            if (next is null || gain < LeastGain * best || gain <= 0)
            {
                break;
            }

            best = Math.Max(best, gain);
            chosen.Add(next);
            covered.UnionWith(matches.Where(m => m.Start >= next.Start && m.End <= next.End).Select(m => m.Term));
        }

        if (chosen.Count == 0)
        {
            // A single match longer than any window.
            chosen.Add(WindowFrom(clauses, 0, text.Length));
        }

        return [.. chosen.OrderBy(w => w.Start).Select(w => Cut(text, w, matches))];
    }

    /// <summary>A whole text as one snippet.</summary>
    public Snippet Highlight(string text) =>
        Cut(text, new Window(0, text.Length, true), TextMatches.Find(analyzer, query, text)).Snippet;

    private static (Window? Window, float Gain) Best(List<Window> windows, List<Window> chosen, HashSet<string> covered, List<TextMatch> matches)
    {
        Window? best = null;
        var bestGain = 0f;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var window in windows)
        {
            if (chosen.Exists(c => window.Start < c.End && c.Start < window.End))
            {
                continue;
            }

            seen.Clear();
            var gain = 0f;
            foreach (var match in matches.Where(m => m.Start >= window.Start && m.End <= window.End))
            {
                gain += match.Weight * (!seen.Add(match.Term) || covered.Contains(match.Term) ? Repeated : 1);
            }

            gain *= window.StartsSentence ? SentenceBonus : 1;
            if (gain > bestGain)
            {
                (best, bestGain) = (window, gain);
            }
        }

        return (best, bestGain);
    }

    /// <summary>The windows that hold matches: one from every clause start near a match, and one around each match in a clause too long for a passage.</summary>
    private static List<Window> Windows(string text, List<Clause> clauses, List<TextMatch> matches)
    {
        var windows = new List<Window>();
        var seen = new HashSet<int>();
        foreach (var match in matches)
        {
            for (var i = clauses.Count - 1; i >= 0; i--)
            {
                if (clauses[i].Start > match.Start)
                {
                    continue;
                }

                if (match.End - clauses[i].Start > PassageLength)
                {
                    break;
                }

                if (seen.Add(i))
                {
                    windows.Add(WindowFrom(clauses, i, text.Length));
                }
            }

            if (!windows.Exists(w => w.Start <= match.Start && match.End <= w.End))
            {
                windows.Add(Around(text, match));
            }
        }

        return windows;
    }

    /// <summary>The longest window of whole clauses from one of them that is not longer than a passage; of a clause longer than that, its beginning.</summary>
    private static Window WindowFrom(List<Clause> clauses, int first, int textLength)
    {
        var start = clauses[first].Start;
        var last = first;
        while (last + 1 < clauses.Count && clauses[last + 1].End - start <= PassageLength)
        {
            last++;
        }

        // Prefer to stop where a sentence ends, unless that leaves a fragment.
        var end = last;
        while (end > first && !clauses[end].EndsSentence && clauses[end - 1].End - start >= PassageLength / 2)
        {
            end--;
        }

        last = clauses[end].EndsSentence ? end : last;
        return new Window(start, Math.Min(clauses[last].End, Math.Min(start + PassageLength, textLength)), clauses[first].StartsSentence);
    }

    private static Window Around(string text, TextMatch match)
    {
        var spare = Math.Max(0, PassageLength - (match.End - match.Start)) / 2;
        return new Window(Math.Max(0, match.Start - spare), Math.Min(text.Length, match.End + spare), false);
    }

    private static List<Clause> Clauses(string text)
    {
        var clauses = new List<Clause>();
        var start = 0;
        var startsSentence = true;
        while (start < text.Length)
        {
            var found = text.AsSpan(start).IndexOfAny(ClauseEnds);
            var end = found < 0 ? text.Length : start + found + 1;
            while (end < text.Length && (ClosingMarks.Contains(text[end]) || ClauseEnds.Contains(text[end]) || char.IsWhiteSpace(text[end])))
            {
                end++;
            }

            var endsSentence = end == text.Length || text.AsSpan(start, end - start).IndexOfAny(SentenceEnds) >= 0;
            clauses.Add(new Clause(start, end, startsSentence, endsSentence));
            startsSentence = endsSentence;
            start = end;
        }

        return clauses;
    }

    private static (Snippet Snippet, int Start) Cut(string text, Window window, List<TextMatch> matches)
    {
        var (start, end) = (window.Start, window.End);
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) && char.IsHighSurrogate(text[start - 1]))
        {
            start--;
        }

        if (end < text.Length && end > 0 && char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]))
        {
            end++;
        }

        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var highlights = new List<Highlight>();
        foreach (var match in matches)
        {
            if (match.Start < start || match.End > end)
            {
                continue;
            }

            var (from, to) = (match.Start - start, match.End - start);
            if (highlights.Count > 0 && highlights[^1] is var last && from <= last.Start + last.Length)
            {
                highlights[^1] = new Highlight(last.Start, Math.Max(last.Start + last.Length, to) - last.Start);
            }
            else
            {
                highlights.Add(new Highlight(from, to - from));
            }
        }

        return (new Snippet(text[start..end], highlights), start);
    }

    private readonly record struct Clause(int Start, int End, bool StartsSentence, bool EndsSentence);

    private sealed record Window(int Start, int End, bool StartsSentence);
}
