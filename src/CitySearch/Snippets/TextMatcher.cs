using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using CitySearch.Analysis;
using CitySearch.Text;
using Lucene.Net.Analysis;

namespace CitySearch.Snippets;

/// <summary>A stretch of a text that a query's term matches.</summary>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Term">The term's number.</param>
/// <param name="Weight">The term's weight; 0 for what only stands between the terms of a whole stretch of the query.</param>
internal readonly record struct TextMatch(int Start, int End, int Term, float Weight);

/// <summary>
/// Finds what in a text matches a query, as a reader would mark it. The query's terms are numbered once, so that a text, of which a page has many,
/// costs no more memory than its matches. One thread uses it at a time.
/// </summary>
internal sealed class TextMatcher
{
    private readonly TermTokens _finder;
    private readonly SnippetTerm[] _terms;
    private readonly Run[] _runs;

    // Of the text that is looked at.
    private readonly List<TermToken> _tokens = [];
    private readonly List<TextMatch> _matches = [];
    private readonly List<(int Start, int End)> _places = [];
    private readonly List<TermToken> _together = [];
    private readonly HashSet<int> _ends = [];
    private readonly HashSet<int> _starts = [];
    private readonly TermState[] _states;

    // For each term its first token, and for each token the next one of its term; -1 for none.
    private readonly int[] _firsts;
    private readonly List<int> _nexts = [];

    /// <summary>Prepares a query.</summary>
    /// <param name="analyzer">The analyzer that the index was built with.</param>
    /// <param name="query">What to look for.</param>
    public TextMatcher(Analyzer analyzer, SnippetQuery query)
    {
        var numbers = new Dictionary<string, int>(query.Terms.Count, StringComparer.Ordinal);
        _terms = new SnippetTerm[query.Terms.Count];
        foreach (var (term, known) in query.Terms)
        {
            _terms[numbers.Count] = known;
            numbers.Add(term, numbers.Count);
        }

        _finder = new TermTokens(analyzer, numbers);
        _states = new TermState[_terms.Length];
        _firsts = new int[_terms.Length];
        _runs = [.. query.Runs.Select(run => new Run(
            [.. run.Spellings.Select(Numbered)],
            Known(run.Parts), Known(run.StandsFor), run.IsPhrase, run.Slop))];

        (int Term, int Position)[] Numbered(IReadOnlyList<PhraseTerm> spelling)
        {
            var numbered = new (int, int)[spelling.Count];
            for (var i = 0; i < numbered.Length; i++)
            {
                numbered[i] = (spelling[i].Term.Length > 0 ? numbers[spelling[i].Term] : Run.AnyCharacter, spelling[i].Position);
            }

            return numbered;
        }

        int[] Known(IReadOnlySet<string> terms)
        {
            var known = new List<int>(terms.Count);
            foreach (var term in terms)
            {
                if (numbers.TryGetValue(term, out var number))
                {
                    known.Add(number);
                }
            }

            return [.. known];
        }
    }

    [System.Flags]
    private enum TermState : byte
    {
        /// <summary>A term of no stretch.</summary>
        None = 0,

        /// <summary>A term of a stretch that stands whole somewhere, or must.</summary>
        Whole = 1,

        /// <summary>A term of a stretch that does not.</summary>
        Scattered = 2,

        /// <summary>A term for which a label stands.</summary>
        StoodFor = 4,
    }

    /// <summary>How many terms are numbered.</summary>
    public int TermCount => _terms.Length;

    /// <summary>The matches in the order of their starts, the longer first. The list is the next text's too.</summary>
    public List<TextMatch> Find(string text)
    {
        _matches.Clear();
        _finder.Find(text, _tokens);
        if (_tokens.Count > 0)
        {
            Array.Clear(_states);
            ChainTokens();
            AddRuns(text);
            AddParts();
            ShortSort.Sort(_matches, static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        }

        return _matches;
    }

    private void ChainTokens()
    {
        foreach (ref var first in _firsts.AsSpan())
        {
            first = -1;
        }

        CollectionsMarshal.SetCount(_nexts, _tokens.Count);
        for (var i = _tokens.Count - 1; i >= 0; i--)
        {
            _nexts[i] = _firsts[_tokens[i].Term];
            _firsts[_tokens[i].Term] = i;
        }
    }

    private void AddRuns(string text)
    {
        foreach (var run in _runs)
        {
            _places.Clear();
            foreach (var spelling in run.Spellings)
            {
                var anchor = spelling[0].Term == Run.AnyCharacter ? 1 : 0;
                for (var i = FirstOf(spelling[anchor].Term); i >= 0; i = _nexts[i])
                {
                    if ((run.Slop > 0 ? AddLoose(spelling, _tokens[i], run.Slop) : AddWhole(spelling, anchor, _tokens[i], text)) is { } place)
                    {
                        _places.Add(place);
                    }
                }
            }

            AddBeside(run);
            Mark(run.Parts, _places.Count > 0 || run.IsPhrase ? TermState.Whole : TermState.Scattered);
            if (_places.Count > 0)
            {
                Mark(run.StandsFor, TermState.Whole | TermState.StoodFor);
            }
        }
    }

    private void Mark(int[] terms, TermState state)
    {
        foreach (var term in terms)
        {
            _states[term] |= state;
        }
    }

    /// <summary>Adds a whole stretch of the query whose first term is a token, if it stands there; returns where.</summary>
    private (int Start, int End)? AddWhole((int Term, int Position)[] spelling, int anchor, TermToken first, string text)
    {
        _together.Clear();
        var shift = first.Position - spelling[anchor].Position;
        var end = 0;
        foreach (var (term, position) in spelling)
        {
            if (term == Run.AnyCharacter)
            {
                continue;
            }

            if (At(term, shift + position) is not { } token)
            {
                return null;
            }

            // A number is one term, however many characters write it.
            shift += token.Width - 1;
            end = Math.Max(end, token.End);
            _together.Add(token);
        }

        AddTogether();

        // Stretches of words: what stands between them is part of the whole.
        var start = anchor > 0 ? Before(text, first.Start) : first.Start;
        end = spelling[^1].Term == Run.AnyCharacter ? After(text, end) : end;
        _matches.Add(new TextMatch(start, end, first.Term, 0));
        return (start, end);
    }

    /// <summary>Adds the terms of a phrase that may be apart, each at its place next to where it would stand behind the first; returns where they stand.</summary>
    private (int Start, int End)? AddLoose((int Term, int Position)[] spelling, TermToken first, int slop)
    {
        _together.Clear();
        _together.Add(first);
        var (least, most) = (0, 0);
        var (start, end) = (first.Start, first.End);
        foreach (var (term, position) in spelling.AsSpan(1))
        {
            if (Nearest(term, first.Position + position, slop) is not { } token)
            {
                return null;
            }

            _together.Add(token);
            var moved = token.Position - position - first.Position;
            (least, most) = (Math.Min(least, moved), Math.Max(most, moved));
            (start, end) = (Math.Min(start, token.Start), Math.Max(end, token.End));
        }

        // How Lucene measures the slop of a match: the spread of its terms' positions, each less its place in the phrase.
        if (most - least > slop)
        {
            return null;
        }

        AddTogether();
        return (start, end);
    }

    private void AddTogether()
    {
        foreach (var token in _together)
        {
            Add(token);
        }
    }

    private void Add(TermToken token) => _matches.Add(new TextMatch(token.Start, token.End, token.Term, _terms[token.Term].Weight));

    private int FirstOf(int term) => term == Run.AnyCharacter ? -1 : _firsts[term];

    /// <summary>The first token of a term at a position.</summary>
    private TermToken? At(int term, int position) => Nearest(term, position, 0);

    /// <summary>The token of a term that is nearest to a position, the first of two as near; none that is further away than a distance.</summary>
    private TermToken? Nearest(int term, int position, int distance)
    {
        TermToken? nearest = null;
        for (var i = FirstFrom((long)position - distance); i < _tokens.Count && _tokens[i].Position <= (long)position + distance; i++)
        {
            if (_tokens[i].Term == term && (nearest is not { } best || Math.Abs(_tokens[i].Position - position) < Math.Abs(best.Position - position)))
            {
                nearest = _tokens[i];
            }
        }

        return nearest;
    }

    /// <summary>The first token at a position or behind it. Tokens are in the order of their positions.</summary>
    private int FirstFrom(long position)
    {
        var (low, high) = (0, _tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _tokens[middle].Position < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A place one character of a script without spaces before another, if such a one stands there.</summary>
    private static int Before(string text, int at) => at > 0 && Rune.DecodeLastFromUtf16(text.AsSpan(0, at), out var rune, out var length) == OperationStatus.Done && IsUnspaced(rune) ? at - length : at;

    private static int After(string text, int at) => at < text.Length && Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == OperationStatus.Done && IsUnspaced(rune) ? at + length : at;

    private static bool IsUnspaced(Rune rune) => CharacterClasses.Of(rune.Value) == CharacterClass.Ideograph;

    /// <summary>Adds what of a stretch's parts reaches beyond the whole of it: the + of C++, the bracket before a year.</summary>
    private void AddBeside(Run run)
    {
        _places.Sort();
        var next = 0;
        foreach (var token in _tokens)
        {
            while (next < _places.Count && _places[next].End <= token.Start)
            {
                next++;
            }

            if (next < _places.Count && _places[next].Start < token.End && IsMark(token) && Array.IndexOf(run.Parts, token.Term) >= 0)
            {
                Add(token);
            }
        }
    }

    private void AddParts()
    {
        _together.Clear();
        foreach (var token in _tokens)
        {
            if (IsMark(token) && IsPart(token.Term))
            {
                _together.Add(token);
            }
        }

        AddTogether();
        _ends.Clear();
        _starts.Clear();
        foreach (var part in _together)
        {
            _ends.Add(part.End);
            _starts.Add(part.Start);
        }

        foreach (var token in _tokens)
        {
            if (_terms[token.Term].IsBridge && IsPart(token.Term) && JoinsParts(token))
            {
                Add(token);
            }
        }
    }

    /// <summary>Whether a part ends and another starts inside a token.</summary>
    private bool JoinsParts(TermToken bridge)
    {
        for (var middle = bridge.Start + 1; middle < bridge.End; middle++)
        {
            if (_ends.Contains(middle) && _starts.Contains(middle))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMark(TermToken token) => _terms[token.Term] is { IsReason: true, IsBridge: false };

    /// <summary>Whether a term is looked for by itself; one that stands in several stretches counts for each of them.</summary>
    private bool IsPart(int term) => (_states[term] & TermState.Whole) == 0 || (_states[term] & (TermState.Scattered | TermState.StoodFor)) == TermState.Scattered;

    /// <summary>A <see cref="SnippetRun"/> with its terms as numbers.</summary>
    private sealed record Run((int Term, int Position)[][] Spellings, int[] Parts, int[] StandsFor, bool IsPhrase, int Slop)
    {
        /// <summary>Stands for any character of a script without spaces.</summary>
        public const int AnyCharacter = -1;
    }
}
