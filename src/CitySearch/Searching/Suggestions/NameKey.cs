using System.Text;
using CitySearch.Text;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// The form in which names are compared with what is typed: folded, its letters, digits and Chinese characters alone. Each remembers
/// where it stands in the name, and whether something that separates words stands before it.
/// </summary>
internal sealed class NameKey
{
    private readonly FoldedText _folded = new();
    private readonly StringBuilder _key = new();
    private readonly List<(int Start, int End, bool IsStart, bool IsBreak)> _units = [];

    /// <summary>The key.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Makes this the key of a text, and of no more of it than its first characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many UTF-16 units of a key are wanted.</param>
    public void Set(string text, int longest)
    {
        _folded.Fold(text);
        _key.Clear();
        _units.Clear();
        var last = CharacterClass.Other;
        for (var i = 0; i < _folded.Length && _key.Length < longest; i++)
        {
            var codePoint = _folded.CodePoints[i];
            var kind = CharacterClasses.Of(codePoint);
            if (kind != CharacterClass.Other)
            {
                // Between letters and digits there is no border: a reader types 5g as one.
                var isBreak = kind != last && (last == CharacterClass.Other || kind == CharacterClass.Ideograph || last == CharacterClass.Ideograph);
                Add(codePoint, _folded.Start(i), _folded.End(i), isBreak);
            }

            last = kind;
        }

        Text = _key.ToString();
    }

    /// <summary>Whether a word begins at a place in the key: the first, or one behind what separates words.</summary>
    public bool IsBreak(int at) => _units[at].IsBreak;

    /// <summary>Whether a character begins at a place in the key.</summary>
    public bool IsStart(int at) => _units[at].IsStart;

    /// <summary>Where what stands at a place in the key starts in the text, in UTF-16 units.</summary>
    public int Start(int at) => _units[at].Start;

    /// <summary>Where it ends.</summary>
    public int End(int at) => _units[at].End;

    private void Add(int codePoint, int start, int end, bool isBreak)
    {
        _units.Add((start, end, true, isBreak));
        if (codePoint < 0x10000)
        {
            _key.Append((char)codePoint);
            return;
        }

        _key.Append(new Rune(codePoint));
        _units.Add((start, end, false, false));
    }
}
