using System.Globalization;
using System.Text;

namespace CitySearch.Searching.Language;

/// <summary>A word of a query while it is read: its characters, and which of them can be marks.</summary>
internal sealed class QueryWord
{
    private readonly StringBuilder _text = new();
    private readonly List<bool> _literal = [];

    /// <summary>Adds characters.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="isLiteral">Whether they were escaped or stand where nothing is a mark.</param>
    public void Append(ReadOnlySpan<char> text, bool isLiteral)
    {
        _text.Append(text);
        for (var i = 0; i < text.Length; i++)
        {
            _literal.Add(isLiteral);
        }
    }

    /// <summary>The word as text, as the beginning of words, or as a fuzzy word.</summary>
    /// <param name="count">Counts an operator, or says that no more may be.</param>
    public Operand ToOperand(Func<bool> count)
    {
        var text = _text.ToString();
        if (Beginning(text) is { } beginning && count())
        {
            return new Operand(new PrefixNode(beginning), null);
        }

        return Fuzzy(text) is { } fuzzy && count() ? new Operand(fuzzy, null) : new Operand(new TextNode(text), text);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private string? Beginning(string text) =>
        text.Length > 1 && IsMark(text.Length - 1, QueryMarks.IsStar) && QueryMarks.EndsInWord(text.AsSpan(0, text.Length - 1), inLetter: false) ? text[..^1] : null;

    /// <summary>5~10 and 2016~ are numbers: a fuzzy word has a letter, and one right before a tilde that a digit follows.</summary>
    private FuzzyNode? Fuzzy(string text)
    {
        if (text.Length > 1 && IsMark(text.Length - 1, QueryMarks.IsTilde))
        {
            var word = text[..^1];
            return QueryMarks.HasLetter(word) && QueryMarks.EndsInWord(word, inLetter: false) ? new FuzzyNode(word, null) : null;
        }

        return text.Length > 2 && IsMark(text.Length - 1, c => c is '1' or '2') && IsMark(text.Length - 2, QueryMarks.IsTilde) && QueryMarks.EndsInWord(text.AsSpan(0, text.Length - 2), inLetter: true)
            ? new FuzzyNode(text[..^2], CharUnicodeInfo.GetDecimalDigitValue(text[^1]))
            : null;
    }

    private bool IsMark(int at, Func<char, bool> mark) => !_literal[at] && mark(_text[at]);
}
