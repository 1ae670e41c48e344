using System.Text;
using CitySearch.Text;
using ICU4N.Globalization;
using ICU4N.Text;

namespace CitySearch.Analysis;

/// <summary>
/// Words of ICU's dictionary (UAX #29 with its dictionary-based break engine), and overlapping pairs over stretches that the dictionary cuts into single characters.
/// </summary>
internal sealed class DictionarySegmenter : ISegmenter
{
    private readonly BreakIterator _breaks = BreakIterator.GetWordInstance(new UCultureInfo("zh"));
    private readonly StringBuilder _run = new();
    private readonly List<int> _indexAt = [];

    /// <inheritdoc/>
    public void AddRun(FoldedText text, int first, int length, TokenList tokens)
    {
        // _indexAt gives the code point at each UTF-16 unit of the run.
        _run.Clear();
        _indexAt.Clear();
        for (var i = first; i < first + length; i++)
        {
            var rune = new Rune(text.CodePoints[i]);
            _run.Append(rune);
            for (var unit = 0; unit < rune.Utf16SequenceLength; unit++)
            {
                _indexAt.Add(i);
            }
        }

        _indexAt.Add(first + length);
        _breaks.SetText(_run.ToString());
        var unknown = first;
        var start = first;
        for (var boundary = _breaks.Next(); boundary != BreakIterator.Done; boundary = _breaks.Next())
        {
            var end = _indexAt[boundary];
            if (end - start > 1)
            {
                AddPairs(text, unknown, start - unknown, tokens);
                tokens.Add(text, start, end - start, TokenTypes.Word, advances: true);
                unknown = end;
            }

            start = end;
        }

        AddPairs(text, unknown, first + length - unknown, tokens);
    }

    private static void AddPairs(FoldedText text, int first, int length, TokenList tokens)
    {
        if (length == 1)
        {
            tokens.Add(text, first, 1, TokenTypes.Word, advances: true);
        }

        for (var i = first; i + 1 < first + length; i++)
        {
            tokens.Add(text, i, 2, TokenTypes.Pair, advances: true);
        }
    }
}
