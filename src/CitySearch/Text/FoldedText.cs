using System.Text;

namespace CitySearch.Text;

/// <summary>
/// A text folded to the form in which it is compared, each folded code point tied to the stretch of the original it
/// came from. A character that becomes several (ﬁ, ㎡) gives each of them its whole stretch; one that becomes none (an
/// accent, a variation selector) or joins the one before it (the voicing mark of ｶﾞ) belongs to that one's stretch.
/// </summary>
internal sealed class FoldedText
{
    private int[] _codePoints = new int[256];
    private int[] _starts = new int[256];
    private int[] _ends = new int[256];

    /// <summary>How many folded code points there are.</summary>
    public int Length { get; private set; }

    /// <summary>The folded code points.</summary>
    public ReadOnlySpan<int> CodePoints => _codePoints.AsSpan(0, Length);

    /// <summary>Where a folded code point's stretch starts, in UTF-16 units into the original.</summary>
    public int Start(int index) => _starts[index];

    /// <summary>Where a folded code point's stretch ends.</summary>
    public int End(int index) => _ends[index];

    /// <summary>Makes this the folded form of a text; a lone surrogate is kept as U+FFFD.</summary>
    public void Fold(ReadOnlySpan<char> text)
    {
        Length = 0;
        EnsureRoom(text.Length);
        var table = FoldingTable.Current;
        for (var i = 0; i < text.Length;)
        {
            int codePoint = text[i];
            var width = 1;
            if (char.IsSurrogate(text[i]))
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out width);
                codePoint = rune.Value;
            }

            var single = table.Single(codePoint);
            if (single >= 0)
            {
                Add(single, i, i + width);
            }
            else
            {
                var expansion = table.Expansion(codePoint);
                if (expansion.Length == 0)
                {
                    ExtendLast(i + width);
                }

                foreach (var c in expansion)
                {
                    Add(c, i, i + width);
                }
            }

            i += width;
        }
    }

    private void Add(int codePoint, int start, int end)
    {
        if (Composition.MayJoin(codePoint) && Composition.Join(Length > 0 ? _codePoints[Length - 1] : 0, codePoint) is >= 0 and var joined)
        {
            if (Length > 0)
            {
                _codePoints[Length - 1] = joined;
                ExtendLast(end);
            }

            return;
        }

        if (Length == _codePoints.Length)
        {
            EnsureRoom(Length + 1);
        }

        _codePoints[Length] = codePoint;
        _starts[Length] = start;
        _ends[Length] = end;
        Length++;
    }

    /// <summary>Lets the stretch of the last character of the original, in all that it became, end later.</summary>
    private void ExtendLast(int end)
    {
        for (var i = Length - 1; i >= 0 && _starts[i] == _starts[Length - 1]; i--)
        {
            _ends[i] = end;
        }
    }

    private void EnsureRoom(int length)
    {
        if (length > _codePoints.Length)
        {
            var size = Math.Max(length, _codePoints.Length + (_codePoints.Length / 2));
            Array.Resize(ref _codePoints, size);
            Array.Resize(ref _starts, size);
            Array.Resize(ref _ends, size);
        }
    }
}
