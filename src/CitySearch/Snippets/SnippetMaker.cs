using System.Globalization;
using Lucene.Net.Analysis;

namespace CitySearch.Snippets;

/// <summary>
/// Chooses the passages of a text that best cover a query: each further passage must add terms that the ones before
/// did not have. Passages begin and end at sentence or clause ends where they can. It takes time in proportion to the text. One thread uses it at a time.
/// </summary>
/// <param name="analyzer">The analyzer that the index was built with.</param>
/// <param name="query">What to look for.</param>
/// <param name="length">About how long a passage is, in UTF-16 units.</param>
internal sealed class SnippetMaker(Analyzer analyzer, SnippetQuery query, int length = SnippetMaker.PassageLength)
{
    /// <summary>About how long a passage is where nothing else is asked for, in UTF-16 units.</summary>
    public const int PassageLength = 120;

    /// <summary>The most passages of one text.</summary>
    public const int MostPassages = 3;

    private readonly TextMatcher _matcher = new(analyzer, query);

    /// <summary>The best passages in reading order, with where each starts in the text. Without any match, the beginning of the text.</summary>
    public List<PlacedSnippet> Make(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var matches = _matcher.Find(text);
        var pieces = Pieces.Of(text, matches, length);
        var snippets = new List<PlacedSnippet>(MostPassages);
        foreach (var passage in new PassageChoice(pieces, matches, _matcher.TermCount, length).Passages())
        {
            snippets.Add(Cut(text, passage.Start, passage.End, matches));
        }

        return snippets;
    }

    /// <summary>A whole text as one snippet.</summary>
    public Snippet Highlight(string text) => Cut(text, 0, text.Length, _matcher.Find(text)).Snippet;

    private static PlacedSnippet Cut(string text, int start, int end, List<TextMatch> matches)
    {
        // A mark on a space makes a character of the two.
        while (start < end && string.IsNullOrWhiteSpace(StringInfo.GetNextTextElement(text, start)))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var passage = text[start..end];
        return new PlacedSnippet(new Snippet(passage, Highlights(passage, start, matches)), start);
    }

    private static List<Highlight> Highlights(string passage, int start, List<TextMatch> matches)
    {
        var highlights = new List<Highlight>();
        var cluster = 0;
        foreach (var match in matches)
        {
            var from = Math.Max(0, match.Start - start);
            var to = Math.Min(passage.Length, match.End - start);
            if (from >= to)
            {
                continue;
            }

            // A mark on the last character, or a joined one behind it, is part of what a reader sees as that character.
            (from, to, cluster) = ToClusters(passage, from, to, cluster);
            if (highlights.Count > 0 && highlights[^1] is var last && from <= last.Start + last.Length)
            {
                highlights[^1] = new Highlight(last.Start, Math.Max(last.Start + last.Length, to) - last.Start);
            }
            else
            {
                highlights.Add(new Highlight(from, to - from));
            }
        }

        return highlights;
    }

    /// <summary>Widens a stretch to whole grapheme clusters, from a cluster at or before it on; returns the cluster it starts in too.</summary>
    private static (int From, int To, int Cluster) ToClusters(string passage, int from, int to, int cluster)
    {
        var next = cluster;
        while (next <= from)
        {
            cluster = next;
            next += StringInfo.GetNextTextElementLength(passage.AsSpan(next));
        }

        var first = cluster;
        while (next < to)
        {
            next += StringInfo.GetNextTextElementLength(passage.AsSpan(next));
        }

        return (first, next, first);
    }
}

/// <summary>A snippet, and where it starts in its text.</summary>
/// <param name="Snippet">The snippet.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
internal sealed record PlacedSnippet(Snippet Snippet, int Start);
