using System.Text;
using CitySearch.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CitySearch.Analysis;

/// <summary>
/// The tokenizer of CitySearch's own analyzers: folds the text, leaves runs without spaces to a segmenter, takes runs of
/// letters and digits whole, and adds beside them the forms under which numbers and mixed tokens are also looked for.
/// Every offset points into the text as given.
/// </summary>
internal sealed class TextTokenizer : Tokenizer
{
    // Lucene refuses terms above 32,766 bytes; nobody looks for a word of this length whole.
    private const int LongestWord = 128;

    // Digits of a number that counts something; longer ones are telephone numbers and the like.
    private const int LongestNumber = 8;

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
            AddWordForms();
            AddValues();
            if (NumberScanner.MayHoldNumber(input))
            {
                AddKeys();
            }
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

    /// <summary>C++, C# and CIM+ beside C and CIM; the year beside a date written as 20200101.</summary>
    private void AddWordForms()
    {
        var codePoints = _text.CodePoints;
        for (var t = 0; t < _tokens.BaseCount; t++)
        {
            var token = _tokens.Base(t);
            if (token.Type != TokenTypes.Word)
            {
                continue;
            }

            var word = codePoints.Slice(token.FoldedStart, token.FoldedLength);
            var after = token.FoldedStart + token.FoldedLength;
            if (after < codePoints.Length && codePoints[after] is '+' or '#' && HasLetter(word))
            {
                var end = after + 1;
                if (end < codePoints.Length && codePoints[end] == codePoints[after])
                {
                    end++;
                }

                _tokens.AddBeside(Folded(token.FoldedStart, end - token.FoldedStart), token.Start, _text.End(end - 1), TokenTypes.Word);
            }

            if (word.Length <= LongestNumber && word.IndexOfAnyExceptInRange('0', '9') < 0)
            {
                AddCounted(Folded(token.FoldedStart, word.Length), token.FoldedStart, after);
                if (IsDay(word))
                {
                    _tokens.AddBeside(Folded(token.FoldedStart, 4), token.Start, _text.End(token.FoldedStart + 3), TokenTypes.Word);
                }
            }
        }
    }

    private static bool HasLetter(ReadOnlySpan<int> word)
    {
        foreach (var c in word)
        {
            if (CharacterClasses.Of(c) == CharacterClass.Letter)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDay(ReadOnlySpan<int> word)
    {
        var number = 0;
        foreach (var c in word)
        {
            number = (number * 10) + (c - '0');
        }

        return word.Length == 8 && number / 10000 is >= 1900 and < 2100 && number / 100 % 100 is >= 1 and <= 12 && number % 100 is >= 1 and <= 31;
    }

    /// <summary>36 beside 三十六.</summary>
    private void AddValues()
    {
        var codePoints = _text.CodePoints;
        for (var first = 0; first < codePoints.Length; first++)
        {
            var end = ChineseNumerals.End(codePoints, first);
            if (end == first)
            {
                continue;
            }

            var before = first > 0 ? codePoints[first - 1] : 0;
            var after = end < codePoints.Length ? codePoints[end] : 0;
            if (ChineseNumerals.Value(codePoints[first..end], before, after) is { } value)
            {
                _tokens.AddBeside(value, _text.Start(first), _text.End(end - 1), TokenTypes.Value);
                AddCounted(value, first, end);
            }

            first = end - 1;
        }
    }

    /// <summary>A number with the Han character behind it, as a pair that is the same in every spelling.</summary>
    private void AddCounted(string number, int first, int end)
    {
        var codePoints = _text.CodePoints;
        var after = end + 1 < codePoints.Length && codePoints[end] == ' ' ? end + 1 : end;
        if (after < codePoints.Length && CharacterClasses.Of(codePoints[after]) == CharacterClass.Ideograph)
        {
            _tokens.AddBeside(number + Folded(after, 1), _text.Start(first), _text.End(after), TokenTypes.Counted);
        }
    }

    /// <summary>The keys of document and standard numbers, and of a standard written in one word with its code (T0273) the number alone.</summary>
    private void AddKeys()
    {
        var codePoints = _text.CodePoints;
        foreach (var number in NumberScanner.Find(_text))
        {
            foreach (var key in number.Keys)
            {
                _tokens.AddBeside(key.Text, _text.Start(key.First), _text.End(key.End - 1), TokenTypes.Key);
            }

            var isPartOfWord = number.Digits > 0 && CharacterClasses.Of(codePoints[number.Digits - 1]) is CharacterClass.Letter or CharacterClass.Digit;
            if (number.IsStandard && isPartOfWord)
            {
                _tokens.AddBeside(Folded(number.Digits, number.DigitsEnd - number.Digits), _text.Start(number.Digits), _text.End(number.DigitsEnd - 1), TokenTypes.Word);
            }
        }
    }

    private string Folded(int first, int length)
    {
        var text = new StringBuilder(length);
        foreach (var codePoint in _text.CodePoints.Slice(first, length))
        {
            text.Append(new Rune(codePoint));
        }

        return text.ToString();
    }
}
