using CitySearch.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CitySearch.Snippets;

/// <summary>A stretch of a text that a query's term matches.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Term">The term.</param>
/// <param name="Weight">The term's weight.</param>
internal readonly record struct TextMatch(int Start, int End, string Term, float Weight);

/// <summary>Finds what in a text matches a query, as a reader would mark it.</summary>
internal static class TextMatches
{
    /// <summary>The matches in the order of their starts.</summary>
    public static List<TextMatch> Find(Analyzer analyzer, SnippetQuery query, string text)
    {
        var tokens = MatchingTokens(analyzer, query, text);
        var whole = new HashSet<string>(StringComparer.Ordinal);
        var matches = new List<TextMatch>();
        var positions = Positions(tokens);
        foreach (var run in query.Runs)
        {
            var found = AddWhole(run, tokens, positions, matches);
            if (found || run.IsPhrase)
            {
                whole.UnionWith(run.Terms.Select(t => t.Term));
            }
        }

        // A term that stands in two stretches counts for each of them by itself.
        foreach (var run in query.Runs.Where(r => !r.IsPhrase && !r.Terms.All(t => whole.Contains(t.Term))))
        {
            whole.ExceptWith(run.Terms.Select(t => t.Term));
        }

        AddParts(query, tokens, whole, matches);
        matches.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        return matches;
    }

    private static List<Token> MatchingTokens(Analyzer analyzer, SnippetQuery query, string text)
    {
        var terms = ((Dictionary<string, SnippetTerm>)query.Terms).GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = new List<Token>();
        using var stream = analyzer.GetTokenStream(IndexSchema.Text, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offsets = stream.AddAttribute<IOffsetAttribute>();
        var increments = stream.AddAttribute<IPositionIncrementAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increments.PositionIncrement;
            if (terms.TryGetValue(term.Buffer.AsSpan(0, term.Length), out var name, out var known))
            {
                tokens.Add(new Token(name, known, position, offsets.StartOffset, offsets.EndOffset));
            }
        }

        stream.End();
        return tokens;
    }

    private static Dictionary<(string Term, int Position), Token> Positions(List<Token> tokens)
    {
        var positions = new Dictionary<(string Term, int Position), Token>(tokens.Count);
        foreach (var token in tokens)
        {
            positions.TryAdd((token.Term, token.Position), token);
        }

        return positions;
    }

    private static bool AddWhole(SnippetRun run, List<Token> tokens, Dictionary<(string Term, int Position), Token> positions, List<TextMatch> matches)
    {
        if (run.Terms.Count == 0)
        {
            return false;
        }

        var found = false;
        foreach (var first in tokens)
        {
            if (first.Term != run.Terms[0].Term)
            {
                continue;
            }

            var start = first.Start;
            var end = first.End;
            var all = true;
            foreach (var (term, position) in run.Terms)
            {
                if (!positions.TryGetValue((term, first.Position + position), out var token))
                {
                    all = false;
                    break;
                }

                start = Math.Min(start, token.Start);
                end = Math.Max(end, token.End);
            }

            if (all)
            {
                found = true;
                foreach (var (term, position) in run.Terms)
                {
                    var token = positions[(term, first.Position + position)];
                    matches.Add(new TextMatch(token.Start, token.End, term, token.Known.Weight));
                }

                // Stretches of words: what stands between them is part of the whole.
                matches.Add(new TextMatch(start, end, first.Term, 0));
            }
        }

        return found;
    }

    private static void AddParts(SnippetQuery query, List<Token> tokens, HashSet<string> whole, List<TextMatch> matches)
    {
        var parts = tokens.Where(t => t.Known.IsReason && !t.Known.IsBridge && !whole.Contains(t.Term)).ToList();
        if (parts.Count == 0 && matches.Count == 0 && !query.Runs.All(r => r.IsPhrase))
        {
            parts = [.. tokens.Where(t => !whole.Contains(t.Term))];
        }

        var ends = parts.Select(p => p.End).ToHashSet();
        var starts = parts.Select(p => p.Start).ToHashSet();
        foreach (var token in parts)
        {
            matches.Add(new TextMatch(token.Start, token.End, token.Term, token.Known.Weight));
        }

        foreach (var bridge in tokens.Where(t => t.Known.IsBridge && !whole.Contains(t.Term)))
        {
            var middle = bridge.Start + ((bridge.End - bridge.Start) / 2);
            if (ends.Contains(middle) && starts.Contains(middle))
            {
                matches.Add(new TextMatch(bridge.Start, bridge.End, bridge.Term, bridge.Known.Weight));
            }
        }
    }

    private readonly record struct Token(string Term, SnippetTerm Known, int Position, int Start, int End);
}
