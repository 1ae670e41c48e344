using CitySearch.Text;

namespace CitySearch.Concepts;

/// <summary>
/// Finds the labels inside a text: the longest label at the leftmost place, then on after its end. The names stand
/// sorted, and those that agree with the text so far are a range of them that each further character narrows by binary
/// search; a set of the characters that start a name lets most places be passed at once.
/// </summary>
internal sealed class LabelMatcher
{
    private readonly string[] _keys;
    private readonly LabelEntry[] _entries;
    private readonly ulong[] _starts = new ulong[0x10000 / 64];

    /// <summary>Makes the matcher of a set of names, each by its key.</summary>
    public LabelMatcher(Dictionary<string, LabelEntry> entries)
    {
        _keys = [.. entries.Keys];
        _entries = [.. entries.Values];
        Array.Sort(_keys, _entries, StringComparer.Ordinal);
        foreach (var key in _keys)
        {
            _starts[key[0] / 64] |= 1UL << (key[0] % 64);
        }
    }

    /// <summary>The labels in a text, in order and without overlap.</summary>
    public List<ConceptMention> Find(string text)
    {
        var mentions = new List<ConceptMention>();
        var folded = new FoldedText();
        folded.Fold(text);
        for (var start = 0; start < folded.Length;)
        {
            if (!(IsStart(folded.CodePoints[start]) && IsBorder(folded, start) && Longest(text, folded, start, out var end) is { } entry))
            {
                start++;
                continue;
            }

            var from = folded.Start(start);
            mentions.Add(new ConceptMention(from, folded.End(end - 1) - from, entry.First.Text, entry.First.Kind, entry.Concepts));
            start = end;
        }

        return mentions;
    }

    private bool IsStart(int codePoint)
    {
        var unit = FirstUnit(codePoint);
        return (_starts[unit / 64] >> (unit % 64) & 1) != 0;
    }

    private LabelEntry? Longest(string text, FoldedText folded, int start, out int end)
    {
        end = start;
        LabelEntry? longest = null;
        var range = new Range(0, _keys.Length);
        var depth = 0;
        var gap = 0;
        for (var i = start; i < folded.Length; i++)
        {
            var codePoint = folded.CodePoints[i];
            if (LabelForm.IsSeparator(codePoint))
            {
                if (++gap > LabelForm.LongestGap)
                {
                    break;
                }

                continue;
            }

            gap = 0;
            range = Narrow(range, depth++, FirstUnit(codePoint));
            if (codePoint >= 0x10000)
            {
                range = Narrow(range, depth++, (char)(0xDC00 + (codePoint & 0x3FF)));
            }

            if (range.First == range.End)
            {
                break;
            }

            // The name that ends here, if one does, stands before those that go on.
            if (_keys[range.First].Length == depth && IsBorder(folded, i + 1) && IsFit(_entries[range.First], text, folded, start, i + 1))
            {
                longest = _entries[range.First];
                end = i + 1;
            }
        }

        return longest;
    }

    /// <summary>The part of a range of names, alike before a depth, that has a character there.</summary>
    private Range Narrow(Range range, int depth, char unit) => new(FirstNotBelow(range, depth, unit), FirstNotBelow(range, depth, unit + 1));

    private int FirstNotBelow(Range range, int depth, int unit)
    {
        var (low, high) = (range.First, range.End);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_keys[middle].Length <= depth || _keys[middle][depth] < unit)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static char FirstUnit(int codePoint) => (char)(codePoint < 0x10000 ? codePoint : 0xD7C0 + (codePoint >> 10));

    /// <summary>Whether a label may start or end before a folded code point: neither inside a word of letters nor inside one character of the text.</summary>
    private static bool IsBorder(FoldedText folded, int index)
    {
        if (index == 0 || index == folded.Length)
        {
            return true;
        }

        var isWithinWord = LabelForm.IsWordCharacter(folded.CodePoints[index - 1]) && LabelForm.IsWordCharacter(folded.CodePoints[index]);
        return !isWithinWord && folded.Start(index) != folded.Start(index - 1);
    }

    private static bool IsFit(LabelEntry entry, string text, FoldedText folded, int start, int end)
    {
        if (entry.IsFunctionWord && !entry.IsWritten(text.AsSpan(folded.Start(start), folded.End(end - 1) - folded.Start(start))))
        {
            return false;
        }

        // 公安部门, 公安部署 and 公安部队 do not speak of 公安部.
        if (folded.CodePoints[end - 1] == '部' && end < folded.Length && folded.CodePoints[end] is '门' or '署' or '队')
        {
            return false;
        }

        return !entry.MustStandAlone || (StandsAlone(folded, start, start - 1) && StandsAlone(folded, end - 1, end));
    }

    private static bool StandsAlone(FoldedText folded, int edge, int neighbour) =>
        neighbour < 0 || neighbour >= folded.Length
        || CharacterClasses.Of(folded.CodePoints[edge]) != CharacterClass.Ideograph
        || CharacterClasses.Of(folded.CodePoints[neighbour]) != CharacterClass.Ideograph;

    /// <summary>Some of the sorted names.</summary>
    /// <param name="First">The first.</param>
    /// <param name="End">The one behind the last.</param>
    private readonly record struct Range(int First, int End);
}
