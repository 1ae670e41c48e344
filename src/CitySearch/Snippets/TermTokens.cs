using CitySearch.Analysis;
using CitySearch.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CitySearch.Snippets;

/// <summary>A token of a text that is a term of a query.</summary>
/// <param name="Term">The term's number.</param>
/// <param name="Position">The token's position in the text.</param>
/// <param name="Start">Where it starts, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct TermToken(int Term, int Position, int Start, int End)
{
    /// <summary>How many positions it is wide: a number written in characters is one term, and as wide as its characters.</summary>
    public int Width { get; init; } = 1;
}

/// <summary>Finds the tokens of texts that are terms of a query. One thread uses it at a time.</summary>
internal sealed class TermTokens
{
    private const int NoNumber = -1;

    private readonly Analyzer _analyzer;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;

    // Whether a term begins with a character of this hash: most of a text's terms need not be looked up.
    private readonly bool[] _begins = new bool[256];

    // Of the text that is looked at: its tokens, and which of them is a number whose end has not come.
    private List<TermToken> _tokens = [];
    private int _number = NoNumber;

    /// <summary>Prepares a query.</summary>
    /// <param name="analyzer">The analyzer that the index was built with.</param>
    /// <param name="numbers">The numbers of the query's terms.</param>
    public TermTokens(Analyzer analyzer, Dictionary<string, int> numbers)
    {
        _analyzer = analyzer;
        _numbers = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var term in numbers.Keys)
        {
            if (term.Length > 0)
            {
                _begins[(byte)term[0]] = true;
            }
        }
    }

    /// <summary>Finds the tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Takes them in place of what it holds, in the order of their positions.</param>
    public void Find(string text, List<TermToken> tokens)
    {
        tokens.Clear();
        _tokens = tokens;
        _number = NoNumber;
        using var stream = _analyzer.GetTokenStream(IndexSchema.Text, text);
        if (stream is TextTokenizer tokenizer)
        {
            Find(tokenizer);
        }
        else
        {
            Find(stream);
            stream.End();
        }
    }

    private void Find(TokenStream stream)
    {
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offsets = stream.AddAttribute<IOffsetAttribute>();
        var increments = stream.AddAttribute<IPositionIncrementAttribute>();
        var types = stream.AddAttribute<ITypeAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increments.PositionIncrement;
            EndNumber(increments.PositionIncrement > 0, position, offsets.StartOffset);
            AddIfKnown(term.Buffer.AsSpan(0, term.Length), new TermToken(-1, position, offsets.StartOffset, offsets.EndOffset), types.Type);
        }
    }

    /// <summary>The same of CitySearch's own tokens, of which most are none of the query's: these never become Lucene's attributes.</summary>
    private void Find(TextTokenizer tokenizer)
    {
        Span<char> room = stackalloc char[TextTokenizer.MostUnits * TextTokenizer.LongestWord];
        var position = -1;
        tokenizer.Reset();
        while (tokenizer.TryTake(out var token))
        {
            EndNumber(token.Position > position, token.Position, token.Start);
            position = token.Position;
            var found = new TermToken(-1, token.Position, token.Start, token.End);
            if (token.Text is not null)
            {
                AddIfKnown(token.Text, found, token.Type);
            }
            else if (tokenizer.CodePointsOf(token) is var folded && (folded[0] > char.MaxValue || _begins[(byte)folded[0]]))
            {
                var characters = folded.Length <= TextTokenizer.LongestWord ? room : new char[TextTokenizer.MostUnits * folded.Length];
                AddIfKnown(characters[..TextTokenizer.Characters(folded, characters)], found, token.Type);
            }
        }
    }

    /// <summary>A number ends where a position begins behind it, and is as wide as the positions it spans.</summary>
    private void EndNumber(bool begins, int position, int start)
    {
        if (_number >= 0 && begins && start >= _tokens[_number].End)
        {
            _tokens[_number] = _tokens[_number] with { Width = position - _tokens[_number].Position };
            _number = NoNumber;
        }
    }

    /// <summary>Adds a token if its term is one of the query's.</summary>
    private void AddIfKnown(ReadOnlySpan<char> term, TermToken token, string type)
    {
        if (!term.IsEmpty && _begins[(byte)term[0]] && _numbers.TryGetValue(term, out var known))
        {
            _number = type == TokenTypes.Value ? _tokens.Count : _number;
            _tokens.Add(token with { Term = known });
        }
    }
}
