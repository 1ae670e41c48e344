using CitySearch.Text;

namespace CitySearch.Searching.Suggestions;

/// <summary>What was typed, in the form of keys of names.</summary>
internal sealed class TypedText
{
    // Whoever has typed this much needs no completion; what is beyond is not read.
    private const int LongestPrefix = 64;

    private readonly bool[] _isBreak;

    /// <summary>Reads what was typed.</summary>
    public TypedText(string prefix)
    {
        var key = new NameKey();
        // ü is typed as v, and folding would take its dots away.
        key.Set(prefix.Length > 4 * LongestPrefix ? prefix[..(4 * LongestPrefix)] : prefix.Replace('ü', 'v').Replace('Ü', 'v'), LongestPrefix);
        Text = key.Text;
        _isBreak = new bool[Text.Length];
        for (var i = 1; i < Text.Length; i++)
        {
            _isBreak[i] = key.IsStart(i) && key.IsBreak(i);
        }
    }

    /// <summary>The letters, digits and Chinese characters, folded.</summary>
    public string Text { get; }

    /// <summary>Whether letters from a place on, which may be a syllable, were typed without a border among them.</summary>
    public bool AreTogether(int at, int length)
    {
        for (var i = at; i < at + length; i++)
        {
            if (!char.IsAsciiLetterLower(Text[i]) || (i > at && _isBreak[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The numbers of letters from a place on that can stand for one character in the middle of a name: its initial, or a whole
    /// syllable.
    /// </summary>
    public List<int> Steps(int at)
    {
        var steps = new List<int>();
        for (var length = 1; length <= Math.Min(PinyinTable.LongestSyllable, Text.Length - at) && AreTogether(at, length); length++)
        {
            var letters = Text.AsSpan(at, length);
            if (length == 1 || letters is "zh" or "ch" or "sh" || PinyinTable.Current.IsSyllable(letters))
            {
                steps.Add(length);
            }
        }

        return steps;
    }

    /// <summary>Whether all from a place on can be the beginning of one character's syllable.</summary>
    public bool EndsWithin(int at)
    {
        var rest = Text.Length - at;
        return rest <= PinyinTable.LongestSyllable && AreTogether(at, rest) && PinyinTable.Current.BeginsSyllable(Text.AsSpan(at));
    }
}
