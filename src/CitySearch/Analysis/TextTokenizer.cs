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
    // Lucene refuses terms above 32,766 bytes; nobody looks for a word of this length whole.
    private const int LongestWord = 128;

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
            SetTerm(_text.CodePoints.Slice(token.FoldedStart, token.FoldedLength));
        }

        _offset.SetOffset(CorrectOffset(token.Start), CorrectOffset(token.End));
        _increment.PositionIncrement = token.Position - _position;
        _type.Type = token.Type;
        _position = token.Position;
        return true;
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

    private void SetTerm(ReadOnlySpan<int> folded)
    {
        // Two units at most a code point.
        var buffer = _term.ResizeBuffer(folded.Length * 2);
        var length = 0;
        foreach (var codePoint in folded)
        {
            if (codePoint < 0x10000)
            {
                buffer[length++] = (char)codePoint;
            }
            else
            {
                length += new Rune(codePoint).EncodeToUtf16(buffer.AsSpan(length));
            }
        }

        _term.Length = length;
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
