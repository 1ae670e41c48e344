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
    private int _next;
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
        _next = 0;
        _position = -1;
        _tokens.Clear();
        var input = _input.AsSpan(0, _inputLength);
        _text.Fold(input);
        AddBaseTokens();
        if (!_isPhrase)
        {
            var baseTokens = _tokens.Count;
            AddWordForms();
            AddValues();
            AddKeys(input);
            if (_tokens.Count > baseTokens)
            {
                _tokens.Sort();
            }
        }
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ClearAttributes();
        if (_next == _tokens.Count)
        {
            return false;
        }

        var token = _tokens[_next++];
        if (token.Text is not null)
        {
            _term.Append(token.Text);
        }
        else
        {
            AppendFolded(token.FoldedStart, token.FoldedLength);
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

    private void AppendFolded(int first, int length)
    {
        Span<char> units = stackalloc char[2];
        foreach (var codePoint in _text.CodePoints.Slice(first, length))
        {
            if (codePoint < 0x10000)
            {
                _term.Append((char)codePoint);
            }
            else
            {
                new Rune(codePoint).EncodeToUtf16(units);
                _term.Append(units[0]).Append(units[1]);
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

    /// <summary>C++, C# and CIM+ beside C and CIM; the year beside a date written as 20200101.</summary>
    private void AddWordForms()
    {
        var codePoints = _text.CodePoints;
        var baseTokens = _tokens.Count;
        for (var t = 0; t < baseTokens; t++)
        {
            var token = _tokens[t];
            if (token.Type != TokenTypes.Word)
            {
                continue;
            }

            var after = token.FoldedStart + token.FoldedLength;
            if (after < codePoints.Length && codePoints[after] is '+' or '#' && CharacterClasses.Of(codePoints[after - 1]) == CharacterClass.Letter)
            {
                var end = after + 1;
                if (end < codePoints.Length && codePoints[end] == codePoints[after])
                {
                    end++;
                }

                _tokens.AddBeside(Folded(token.FoldedStart, end - token.FoldedStart), token.Start, _text.End(end - 1), TokenTypes.Word);
            }

            if (token.FoldedLength == 8 && IsDay(codePoints.Slice(token.FoldedStart, 8)))
            {
                _tokens.AddBeside(Folded(token.FoldedStart, 4), token.Start, _text.End(token.FoldedStart + 3), TokenTypes.Word);
            }
        }
    }

    private static bool IsDay(ReadOnlySpan<int> word)
    {
        var number = 0;
        foreach (var c in word)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }

            number = (number * 10) + (c - '0');
        }

        return number / 10000 is >= 1900 and < 2100 && number / 100 % 100 is >= 1 and <= 12 && number % 100 is >= 1 and <= 31;
    }

    private void AddValues()
    {
        var codePoints = _text.CodePoints;
        for (var i = 0; i < codePoints.Length; i++)
        {
            var first = i;
            while (i < codePoints.Length && ChineseNumerals.IsPart(codePoints[i]))
            {
                i++;
            }

            if (i > first)
            {
                var before = first > 0 ? codePoints[first - 1] : 0;
                var after = i < codePoints.Length ? codePoints[i] : 0;
                if (ChineseNumerals.Value(codePoints[first..i], before, after) is { } value)
                {
                    _tokens.AddBeside(value, _text.Start(first), _text.End(i - 1), TokenTypes.Value);
                }
            }
        }
    }

    private void AddKeys(ReadOnlySpan<char> input)
    {
        if (!input.ContainsAnyInRange('0', '9') && !input.ContainsAnyInRange('０', '９'))
        {
            return;
        }

        foreach (var number in NumberScanner.Find(_text))
        {
            foreach (var key in number.Keys)
            {
                _tokens.AddBeside(key, number.Start, number.Start + number.Length, TokenTypes.Key);
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
