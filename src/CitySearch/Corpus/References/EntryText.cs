using System.Globalization;

namespace CitySearch.Corpus.References;

/// <summary>
/// An entry with its shadow: the same text, unit for unit, in which punctuation of every width and shape reads alike.
/// Forms are found in the shadow, pieces are cut from the entry at the same offsets.
/// </summary>
/// <remarks>
/// GB/T 7714-2015 (7) prescribes half-width marks, the edition of 2025 full-width ones except for full stop and square
/// brackets, and writers mix them; the shadow makes them one.
/// </remarks>
internal sealed class EntryText
{
    /// <summary>Stands in the shadow where something has been taken out; it ends a field on both sides.</summary>
    public const char Hole = '\0';

    private readonly string _entry;
    private readonly int[] _depths;
    private readonly int[] _partners;
    private readonly char[] _shadow;
    private string? _shadowText;

    /// <summary>Makes the shadow of an entry.</summary>
    public EntryText(string entry)
    {
        _entry = entry;
        _shadow = new char[entry.Length];
        for (var i = 0; i < entry.Length; i++)
        {
            _shadow[i] = Plain(entry[i]);
        }

        _depths = new int[entry.Length];
        _partners = new int[entry.Length];
        Pair();
    }

    /// <summary>The entry.</summary>
    public string Entry => _entry;

    /// <summary>The length, of the entry and of the shadow.</summary>
    public int Length => _entry.Length;

    /// <summary>The shadow.</summary>
    public string Shadow => _shadowText ??= new string(_shadow);

    /// <summary>How many pairs of marks enclose the unit at an offset; a mark counts itself.</summary>
    public int Depth(int index) => _depths[index];

    /// <summary>The other mark of a pair, or -1 where there is none.</summary>
    public int Partner(int index) => _partners[index];

    /// <summary>Whether the entry has a Chinese full stop at an offset, which ends a field whatever follows.</summary>
    public bool IsChineseStop(int index) => _entry[index] is '。' or '｡';

    /// <summary>The entry between two offsets.</summary>
    public string Cut(int start, int end) => _entry[start..end];

    /// <summary>Takes a span out of the shadow.</summary>
    public void Remove(int start, int end)
    {
        _shadow.AsSpan(start, end - start).Clear(); // to holes
        _shadowText = null;
    }

    /// <summary>The nearest offset before another one that holds no space, or -1.</summary>
    public int Before(int index)
    {
        do
        {
            index--;
        }
        while (index >= 0 && _shadow[index] == ' ');

        return index;
    }

    /// <summary>The nearest offset from a given one on that holds no space, or the length.</summary>
    public int From(int index)
    {
        while (index < _shadow.Length && _shadow[index] == ' ')
        {
            index++;
        }

        return index;
    }

    /// <summary>The unit of the shadow at an offset; a hole outside the entry.</summary>
    public char At(int index) => index >= 0 && index < _shadow.Length ? _shadow[index] : Hole;

    /// <summary>Whether a field can end before or begin behind this unit of the shadow.</summary>
    public static bool IsBreak(char c) => c is Hole or '.' or ',' or ';' or ':' or '、';

    /// <summary>Whether a unit is Han.</summary>
    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9FFF') or '〇' or '々' or (>= '\uF900' and <= '\uFAFF') or (>= '\uD840' and <= '\uD8BF') or (>= '\uDC00' and <= '\uDFFF');

    private static char Plain(char c) => c switch
    {
        '。' or '｡' => '.',
        '【' or '〔' or '〖' or '﹝' => '[',
        '】' or '〕' or '〗' or '﹞' => ']',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '─' => '-',
        '〜' => '~',
        '•' or '‧' or '・' or '･' => '·',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ when char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format => ' ',
        _ => c,
    };

    private static char Closing(char c) => c switch
    {
        '《' => '》', '〈' => '〉', '「' => '」', '『' => '』', '“' => '”', '(' => ')', '[' => ']', '{' => '}', _ => Hole,
    };

    /// <summary>Finds the pairs of marks; a mark without its other half is a character like any other.</summary>
    private void Pair()
    {
        Array.Fill(_partners, -1);
        var open = new Stack<int>();
        var waiting = new Dictionary<char, int>();
        for (var i = 0; i < _shadow.Length; i++)
        {
            var c = _shadow[i];
            if (c == '"')
            {
                // The straight quotation mark opens and closes alike.
                c = waiting.GetValueOrDefault('"') > 0 ? '"' : Hole;
                if (c == Hole)
                {
                    open.Push(i);
                    waiting['"'] = 1;
                    continue;
                }
            }
            else if (Closing(c) is var closing and not Hole)
            {
                open.Push(i);
                waiting[closing] = waiting.GetValueOrDefault(closing) + 1;
                continue;
            }

            if (waiting.GetValueOrDefault(c) > 0)
            {
                Close(open, waiting, c, i);
            }
        }

        var depth = 0;
        for (var i = 0; i < _shadow.Length; i++)
        {
            depth += _partners[i] > i ? 1 : 0;
            _depths[i] = depth;
            depth -= _partners[i] >= 0 && _partners[i] < i ? 1 : 0;
        }
    }

    private void Close(Stack<int> open, Dictionary<char, int> waiting, char mark, int at)
    {
        while (true)
        {
            var start = open.Pop();
            var closing = _shadow[start] == '"' ? '"' : Closing(_shadow[start]);
            waiting[closing]--;
            if (closing == mark)
            {
                _partners[start] = at;
                _partners[at] = start;
                return;
            }
        }
    }
}
