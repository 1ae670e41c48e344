using CitySearch.Text;

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
    private static readonly Comparison<Token> ByStart = (a, b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Position != b.Position ? a.Position.CompareTo(b.Position) : string.CompareOrdinal(a.Text, b.Text);

    private readonly List<Token> _base = [];
    private readonly List<Token> _beside = [];
    private int _position = -1;
    private int _nextBase;
    private int _nextBeside;

    /// <summary>How many base tokens there are.</summary>
    public int BaseCount => _base.Count;

    /// <summary>The base token at an index.</summary>
    public Token Base(int index) => _base[index];

    /// <summary>Removes all tokens.</summary>
    public void Clear()
    {
        _base.Clear();
        _beside.Clear();
        _position = -1;
        _nextBase = 0;
        _nextBeside = 0;
    }

    /// <summary>Adds a base token made of a stretch of the folded text.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="first">The stretch's first code point.</param>
    /// <param name="length">Its length in code points.</param>
    /// <param name="type">Its type.</param>
    /// <param name="advances">Whether it takes the next position; otherwise it shares the last one's.</param>
    public void Add(FoldedText text, int first, int length, string type, bool advances)
    {
        _position += advances ? 1 : 0;
        _base.Add(new Token(first, length, null, text.Start(first), text.End(first + length - 1), _position, type));
    }

    /// <summary>Leaves a position without a base token.</summary>
    public void Skip() => _position++;

    /// <summary>Adds a term that stands beside the base tokens; call it after all of those, then <see cref="Order"/>.</summary>
    public void AddBeside(string term, int start, int end, string type) =>
        _beside.Add(new Token(-1, 0, term, start, end, PositionAt(start), type));

    /// <summary>Ends adding: from now on <see cref="TryTake"/> gives the tokens.</summary>
    public void Order() => ShortSort.Sort(_beside, ByStart);

    /// <summary>Takes the next token in the order of their starts, which Lucene asks for; a base token comes before what stands beside it.</summary>
    public bool TryTake(out Token token)
    {
        var hasBase = _nextBase < _base.Count;
        if (_nextBeside < _beside.Count && !(hasBase && IsBefore(_base[_nextBase], _beside[_nextBeside])))
        {
            token = _beside[_nextBeside++];
            return true;
        }

        token = hasBase ? _base[_nextBase++] : default;
        return hasBase;
    }

    private static bool IsBefore(in Token token, in Token beside) =>
        token.Start < beside.Start || (token.Start == beside.Start && token.Position <= beside.Position);

    /// <summary>The position of the first base token that starts at an offset or after it.</summary>
    private int PositionAt(int start)
    {
        var low = 0;
        var high = _base.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_base[middle].Start >= start)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low < _base.Count ? _base[low].Position : Math.Max(_position, 0);
    }
}
