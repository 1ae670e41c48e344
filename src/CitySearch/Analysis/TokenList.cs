namespace CitySearch.Analysis;

/// <summary>A token as it is made, before it becomes Lucene's attributes.</summary>
/// <param name="FoldedStart">The first folded code point of its term; -1 when <paramref name="Text"/> holds the term.</param>
/// <param name="FoldedLength">How many folded code points the term has.</param>
/// <param name="Text">The term, when it is not a stretch of the folded text.</param>
/// <param name="Start">Where it starts in the original, in UTF-16 units.</param>
/// <param name="End">Where it ends in the original.</param>
/// <param name="Position">Its position among the tokens.</param>
/// <param name="Type">One of <see cref="TokenTypes"/>.</param>
internal readonly record struct Token(int FoldedStart, int FoldedLength, string? Text, int Start, int End, int Position, string Type);

/// <summary>
/// The tokens of a text. A segmenter adds base tokens, each at the next position or at the last one; what is found
/// beside them (values, keys) shares the position of the base token it starts at, so phrases do not see it.
/// </summary>
internal sealed class TokenList
{
    private readonly List<Token> _tokens = [];
    private int _position = -1;

    /// <summary>How many tokens there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>The token at an index.</summary>
    public Token this[int index] => _tokens[index];

    /// <summary>Removes all tokens.</summary>
    public void Clear()
    {
        _tokens.Clear();
        _position = -1;
    }

    /// <summary>Adds a base token made of a stretch of the folded text.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="first">The stretch's first code point.</param>
    /// <param name="length">Its length in code points.</param>
    /// <param name="type">Its type.</param>
    /// <param name="advances">Whether it takes the next position; otherwise it shares the last one's.</param>
    public void Add(Text.FoldedText text, int first, int length, string type, bool advances)
    {
        _position += advances ? 1 : 0;
        _tokens.Add(new Token(first, length, null, text.Start(first), text.End(first + length - 1), _position, type));
    }

    /// <summary>Adds a term that stands beside the base tokens; call it after all of those, then <see cref="Sort"/>.</summary>
    public void AddBeside(string term, int start, int end, string type) =>
        _tokens.Add(new Token(-1, 0, term, start, end, PositionAt(start), type));

    /// <summary>Puts the tokens in the order of their starts, which Lucene asks for.</summary>
    public void Sort()
    {
        // Stable: a term beside a base token that starts with it comes after it.
        var ordered = _tokens.OrderBy(t => t.Start).ThenBy(t => t.Position).ToList();
        _tokens.Clear();
        _tokens.AddRange(ordered);
    }

    /// <summary>The position of the first base token that starts at an offset or after it.</summary>
    private int PositionAt(int start)
    {
        var low = 0;
        var high = _tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_tokens[middle].FoldedStart < 0 || _tokens[middle].Start >= start)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < _tokens.Count && _tokens[low].FoldedStart >= 0 ? _tokens[low].Position : Math.Max(_position, 0);
    }
}
