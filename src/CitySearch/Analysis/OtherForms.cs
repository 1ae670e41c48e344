using System.Text;
using CitySearch.Text;

namespace CitySearch.Analysis;

/// <summary>
/// Adds, beside the base tokens of a text, the further forms under which its numbers and mixed tokens are looked for.
/// </summary>
/// <param name="text">The folded text.</param>
/// <param name="tokens">Has the base tokens, and takes the others.</param>
internal readonly struct OtherForms(FoldedText text, TokenList tokens)
{
    // Digits of a number that counts something; longer ones are telephone numbers and the like.
    private const int LongestNumber = 8;

    /// <summary>Adds all forms.</summary>
    /// <param name="hasDigits">Whether the text has digits, without which it has no document or standard numbers.</param>
    public void Add(bool hasDigits)
    {
        AddWordForms();
        AddValues();
        AddDates();
        if (hasDigits)
        {
            AddKeys();
        }
    }

    /// <summary>C++, C# and CIM+ beside C and CIM; the year beside a date written as 20200101.</summary>
    private void AddWordForms()
    {
        var codePoints = text.CodePoints;
        for (var t = 0; t < tokens.BaseCount; t++)
        {
            var token = tokens.Base(t);
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

                tokens.AddBeside(Folded(token.FoldedStart, end - token.FoldedStart), token.Start, text.End(end - 1), TokenTypes.Word);
            }

            if (word.Length <= LongestNumber && word.IndexOfAnyExceptInRange('0', '9') < 0)
            {
                AddCounted(Folded(token.FoldedStart, word.Length), token.FoldedStart, after);
                if (IsDay(word))
                {
                    tokens.AddBeside(Folded(token.FoldedStart, 4), token.Start, text.End(token.FoldedStart + 3), TokenTypes.Word);
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
        var codePoints = text.CodePoints;
        for (var first = 0; first < codePoints.Length; first++)
        {
            if (!ChineseNumerals.IsPart(codePoints[first]))
            {
                continue;
            }

            var end = ChineseNumerals.End(codePoints, first);
            var before = first > 0 ? codePoints[first - 1] : 0;
            var after = end < codePoints.Length ? codePoints[end] : 0;
            if (ChineseNumerals.Value(codePoints[first..end], before, after) is { } value)
            {
                tokens.AddBeside(value, text.Start(first), text.End(end - 1), TokenTypes.Value);
                AddCounted(value, first, end);
            }

            first = end - 1;
        }
    }

    /// <summary>A number with the Han character behind it, as a pair that is the same in every spelling.</summary>
    private void AddCounted(string number, int first, int end)
    {
        var codePoints = text.CodePoints;
        var after = end + 1 < codePoints.Length && codePoints[end] == ' ' ? end + 1 : end;
        if (after < codePoints.Length && CharacterClasses.Of(codePoints[after]) == CharacterClass.Ideograph)
        {
            tokens.AddBeside(number + Folded(after, 1), text.Start(first), text.End(after), TokenTypes.Counted);
        }
    }

    /// <summary>A date, and its month of its year, as one term each that is the same in every spelling.</summary>
    private void AddDates()
    {
        foreach (var date in DateScanner.Find(text))
        {
            tokens.AddBeside($"month:{date.Year:D4}{date.Month:D2}", text.Start(date.First), text.End(date.MonthEnd - 1), TokenTypes.Key);
            if (date.Day > 0)
            {
                tokens.AddBeside($"day:{date.Year:D4}{date.Month:D2}{date.Day:D2}", text.Start(date.First), text.End(date.End - 1), TokenTypes.Key);
            }
        }
    }

    /// <summary>The keys of document and standard numbers, and of a standard written in one word with its code (T0273) the number alone.</summary>
    private void AddKeys()
    {
        var codePoints = text.CodePoints;
        foreach (var number in NumberScanner.Find(text))
        {
            foreach (var key in number.Keys)
            {
                tokens.AddBeside(key.Text, text.Start(key.First), text.End(key.End - 1), TokenTypes.Key);
            }

            var isPartOfWord = number.Digits > 0 && CharacterClasses.Of(codePoints[number.Digits - 1]) is CharacterClass.Letter or CharacterClass.Digit;
            if (number.IsStandard && isPartOfWord)
            {
                tokens.AddBeside(Folded(number.Digits, number.DigitsEnd - number.Digits), text.Start(number.Digits), text.End(number.DigitsEnd - 1), TokenTypes.Word);
            }
        }
    }

    private string Folded(int first, int length)
    {
        var form = new StringBuilder(length);
        foreach (var codePoint in text.CodePoints.Slice(first, length))
        {
            form.Append(new Rune(codePoint));
        }

        return form.ToString();
    }
}
