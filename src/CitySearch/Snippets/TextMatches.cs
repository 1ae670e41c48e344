using System.Buffers;
using System.Text;
using CitySearch.Analysis;
using CitySearch.Indexing;
using CitySearch.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CitySearch.Snippets;

/// <summary>A stretch of a text that a query's term matches.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Term">The term.</param>
/// <param name="Weight">The term's weight; 0 for what only stands between the terms of a whole stretch of the query.</param>
internal readonly record struct TextMatch(int Start, int End, string Term, float Weight);

/// <summary>Finds what in a text matches a query, as a reader would mark it.</summary>
internal sealed class TextMatches
{
    private readonly SnippetQuery _query;
    private readonly List<Token> _tokens;
    private readonly Dictionary<(string Term, int Position), Token> _byPosition;
    private readonly string _text;
    private readonly List<TextMatch> _matches = [];

    // Terms of stretches that stand whole somewhere (or must), and terms of stretches that do not.
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);
    private readonly HashSet<string> _scattered = new(StringComparer.Ordinal);

    private TextMatches(SnippetQuery query, List<Token> tokens, string text)
    {
        _text = text;
        _query = query;
        _tokens = tokens;
        _byPosition = new Dictionary<(string Term, int Position), Token>(tokens.Count);
        foreach (var token in tokens)
        {
            _byPosition.TryAdd((token.Term, token.Position), token);
        }
    }

    /// <summary>The matches in the order of their starts, the longer first.</summary>
    public static List<TextMatch> Find(Analyzer analyzer, SnippetQuery query, string text)
    {
        var tokens = MatchingTokens(analyzer, query, text);
        if (tokens.Count == 0)
        {
            return [];
        }

        var found = new TextMatches(query, tokens, text);
        found.AddRuns();
        found.AddParts();
        found._matches.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        return found._matches;
    }

    private static List<Token> MatchingTokens(Analyzer analyzer, SnippetQuery query, string text)
    {
        var terms = query.Terms.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = new List<Token>();
        using var stream = analyzer.GetTokenStream(IndexSchema.Text, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offsets = stream.AddAttribute<IOffsetAttribute>();
        var increments = stream.AddAttribute<IPositionIncrementAttribute>();
        var types = stream.AddAttribute<ITypeAttribute>();
        var position = -1;
        var number = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increments.PositionIncrement;
            if (number >= 0 && increments.PositionIncrement > 0 && offsets.StartOffset >= tokens[number].End)
            {
                tokens[number] = tokens[number] with { Width = position - tokens[number].Position };
                number = -1;
            }

            if (terms.TryGetValue(term.Buffer.AsSpan(0, term.Length), out var name, out var known))
            {
                number = types.Type == TokenTypes.Value ? tokens.Count : number;
                tokens.Add(new Token(name, known, position, offsets.StartOffset, offsets.EndOffset));
            }
        }

        stream.End();
        return tokens;
    }

    private void AddRuns()
    {
        var byTerm = _tokens.ToLookup(t => t.Term, StringComparer.Ordinal);
        var places = new List<(int Start, int End)>();
        var stoodFor = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in _query.Runs)
        {
            places.Clear();
            foreach (var spelling in run.Spellings)
            {
                var anchor = spelling[0].Term.Length > 0 ? 0 : 1;
                foreach (var first in byTerm[spelling[anchor].Term])
                {
                    if ((run.Slop > 0 ? AddLoose(spelling, first, run.Slop, byTerm) : AddWhole(spelling, anchor, first)) is { } place)
                    {
                        places.Add(place);
                    }
                }
            }

            AddBeside(run, places);
            (places.Count > 0 || run.IsPhrase ? _whole : _scattered).UnionWith(run.Parts);
            if (places.Count > 0)
            {
                _whole.UnionWith(run.StandsFor);
                stoodFor.UnionWith(run.StandsFor);
            }
        }

        _scattered.ExceptWith(stoodFor);
    }

    /// <summary>Adds a whole stretch of the query whose first term is a token, if it stands there; returns where.</summary>
    private (int Start, int End)? AddWhole(IReadOnlyList<(string Term, int Position)> spelling, int anchor, Token first)
    {
        var whole = new List<Token>(spelling.Count);
        var shift = first.Position - spelling[anchor].Position;
        foreach (var (term, position) in spelling)
        {
            if (term.Length == 0)
            {
                continue;
            }

            if (!_byPosition.TryGetValue((term, shift + position), out var token))
            {
                return null;
            }

            // A number is one term, however many characters write it.
            shift += token.Width - 1;
            whole.Add(token);
        }

        foreach (var token in whole)
        {
            _matches.Add(new TextMatch(token.Start, token.End, token.Term, token.Known.Weight));
        }

        // Stretches of words: what stands between them is part of the whole.
        var start = anchor > 0 ? Before(first.Start) : first.Start;
        var end = whole.Max(t => t.End);
        end = spelling[^1].Term.Length > 0 ? end : After(end);
        _matches.Add(new TextMatch(start, end, first.Term, 0));
        return (start, end);
    }

    /// <summary>Adds the terms of a phrase that may be apart, each at its place next to where it would stand behind the first; returns where they stand.</summary>
    private (int Start, int End)? AddLoose(IReadOnlyList<(string Term, int Position)> spelling, Token first, int slop, ILookup<string, Token> byTerm)
    {
        var near = new List<Token>(spelling.Count) { first };
        int Moved(Token token, int position) => token.Position - position - first.Position;
        var (least, most) = (0, 0);
        foreach (var (term, position) in spelling.Skip(1))
        {
            var token = byTerm[term].DefaultIfEmpty().MinBy(t => t.Term is null ? int.MaxValue : Math.Abs(Moved(t, position)));
            if (token.Term is null)
            {
                return null;
            }

            near.Add(token);
            (least, most) = (Math.Min(least, Moved(token, position)), Math.Max(most, Moved(token, position)));
        }

        // How Lucene measures the slop of a match: the spread of its terms' positions, each less its place in the phrase.
        if (most - least > slop)
        {
            return null;
        }

        foreach (var token in near)
        {
            _matches.Add(new TextMatch(token.Start, token.End, token.Term, token.Known.Weight));
        }

        return (near.Min(t => t.Start), near.Max(t => t.End));
    }

    /// <summary>A place one character of a script without spaces before another, if such a one stands there.</summary>
    private int Before(int at) => at > 0 && Rune.DecodeLastFromUtf16(_text.AsSpan(0, at), out var rune, out var length) == OperationStatus.Done && IsUnspaced(rune) ? at - length : at;

    private int After(int at) => at < _text.Length && Rune.DecodeFromUtf16(_text.AsSpan(at), out var rune, out var length) == OperationStatus.Done && IsUnspaced(rune) ? at + length : at;

    private static bool IsUnspaced(Rune rune) => CharacterClasses.Of(rune.Value) == CharacterClass.Ideograph;

    /// <summary>Adds what of a stretch's parts reaches beyond the whole of it: the + of C++, the bracket before a year.</summary>
    private void AddBeside(SnippetRun run, List<(int Start, int End)> places)
    {
        places.Sort();
        var next = 0;
        foreach (var token in _tokens)
        {
            while (next < places.Count && places[next].End <= token.Start)
            {
                next++;
            }

            if (next < places.Count && places[next].Start < token.End && IsMark(token) && run.Parts.Contains(token.Term))
            {
                _matches.Add(new TextMatch(token.Start, token.End, token.Term, token.Known.Weight));
            }
        }
    }

    private void AddParts()
    {
        var parts = _tokens.FindAll(t => IsMark(t) && IsPart(t.Term));
        var ends = parts.Select(p => p.End).ToHashSet();
        var starts = parts.Select(p => p.Start).ToHashSet();
        foreach (var token in parts)
        {
            _matches.Add(new TextMatch(token.Start, token.End, token.Term, token.Known.Weight));
        }

        foreach (var bridge in _tokens.Where(t => t.Known.IsBridge && IsPart(t.Term)))
        {
            if (Enumerable.Range(bridge.Start + 1, bridge.End - bridge.Start - 1).Any(middle => ends.Contains(middle) && starts.Contains(middle)))
            {
                _matches.Add(new TextMatch(bridge.Start, bridge.End, bridge.Term, bridge.Known.Weight));
            }
        }
    }

    private static bool IsMark(Token token) => token.Known.IsReason && !token.Known.IsBridge;

    /// <summary>Whether a term is looked for by itself; one that stands in several stretches counts for each of them.</summary>
    private bool IsPart(string term) => !_whole.Contains(term) || _scattered.Contains(term);

    /// <summary>A token of the text that is a term of the query. A number written in characters is as many positions wide.</summary>
    private readonly record struct Token(string Term, SnippetTerm Known, int Position, int Start, int End)
    {
        public int Width { get; init; } = 1;
    }
}
