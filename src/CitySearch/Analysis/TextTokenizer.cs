using System.Text;
using CitySearch.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CitySearch.Analysis;

/// <summary>
/// The tokenizer of CitySearch's own analyzers: folds the text, leaves runs without spaces to a segmenter, takes runs of
/// letters and digits whole, and adds beside them the other forms of numbers and mixed tokens.
/// Every offset points into the text as given.
/// </summary>
internal sealed class TextTokenizer : Tokenizer
{
    /// <summary>The code points of the longest run of letters and digits that is one token: Lucene refuses terms above 32,766 bytes, and nobody looks for a word of this length whole.</summary>
    public const int LongestWord = 128;

    /// <summary>The UTF-16 units that a code point has at most.</summary>
    public const int MostUnits = 2;

    private readonly ISegmenter _segmenter;
    private readonly bool _isPhrase;
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _increment;
    private readonly ITypeAttribute _type;
    private readonly FoldedText _text = new();
    private readonly TokenList _tokens = new();
    private char[] _input = new char[1024];
    private int _inputLength;
    private int _position;

    /// <summary>A tokenizer over a reader.</summary>
    /// <param name="input">The text.</param>
    /// <param name="segmenter">Cuts runs of characters written without spaces.</param>
    /// <param name="isPhrase">Whether only the base tokens are wanted, for matching the text literally.</param>
    public TextTokenizer(TextReader input, ISegmenter segmenter, bool isPhrase)
        : base(input)
    {
        _segmenter = segmenter;
        _isPhrase = isPhrase;
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
        _type = AddAttribute<ITypeAttribute>();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        ReadInput();
        _position = -1;
        _tokens.Clear();
        var input = _input.AsSpan(0, _inputLength);
        _text.Fold(input);
        AddBaseTokens();
        if (!_isPhrase)
        {
            new OtherForms(_text, _tokens).Add(NumberScanner.MayHoldNumber(input));
        }

        _tokens.Order();
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_tokens.TryTake(out var token))
        {
            return false;
        }

        if (token.Text is not null)
        {
            _term.Append(token.Text);
        }
        else
        {
            var folded = CodePointsOf(token);
            _term.Length = Characters(folded, _term.ResizeBuffer(MostUnits * folded.Length));
        }

        _offset.SetOffset(CorrectOffset(token.Start), CorrectOffset(token.End));
        _increment.PositionIncrement = token.Position - _position;
        _type.Type = token.Type;
        _position = token.Position;
        return true;
    }

    /// <summary>Takes the next token instead of <see cref="IncrementToken"/>, for one who can do without Lucene's attributes.</summary>
    public bool TryTake(out Token token) => _tokens.TryTake(out token);

    /// <summary>The term of a token that is a stretch of the folded text.</summary>
    public ReadOnlySpan<int> CodePointsOf(in Token token) => _text.CodePoints.Slice(token.FoldedStart, token.FoldedLength);

    /// <summary>Writes code points as characters, for which there is room for <see cref="MostUnits"/> each; returns how many.</summary>
    public static int Characters(ReadOnlySpan<int> codePoints, Span<char> characters)
    {
        var length = 0;
        foreach (var codePoint in codePoints)
        {
            if (codePoint < 0x10000)
            {
                characters[length++] = (char)codePoint;
            }
            else
            {
                length += new Rune(codePoint).EncodeToUtf16(characters[length..]);
            }
        }

        return length;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        var end = CorrectOffset(_inputLength);
        _offset.SetOffset(end, end);
    }

    private void ReadInput()
    {
        _inputLength = 0;
        int read;
        while ((read = m_input.Read(_input, _inputLength, _input.Length - _inputLength)) > 0)
        {
            _inputLength += read;
            if (_inputLength == _input.Length)
            {
                Array.Resize(ref _input, _input.Length * 2);
            }
        }
    }

    private void AddBaseTokens()
    {
        var codePoints = _text.CodePoints;
        for (var i = 0; i < codePoints.Length;)
        {
            var isRun = CharacterClasses.Of(codePoints[i]) == CharacterClass.Ideograph;
            var end = i;
            while (end < codePoints.Length && IsInRun(codePoints[end], isRun) && (isRun || end - i < LongestWord))
            {
                end++;
            }

            if (end == i)
            {
                i++;
                continue;
            }

            if (isRun)
            {
                _segmenter.AddRun(_text, i, end - i, _tokens);
            }
            else
            {
                _tokens.Add(_text, i, end - i, TokenTypes.Word, advances: true);
            }

            i = end;
        }
    }

    private static bool IsInRun(int codePoint, bool isRun) => CharacterClasses.Of(codePoint) switch
    {
        CharacterClass.Ideograph => isRun,
        CharacterClass.Letter or CharacterClass.Digit => !isRun,
        _ => false,
    };
}
