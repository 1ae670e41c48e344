using System.Text;

namespace CitySearch.Text;

/// <summary>Folds text to the form in which it is compared: width, case, accents and script.</summary>
public static class TextFolding
{
    /// <summary>The folded form of a text, without offsets.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var table = FoldingTable.Current;
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var single = table.Single(rune.Value);
            if (single >= 0)
            {
                Append(folded, single);
                continue;
            }

            foreach (var c in table.Expansion(rune.Value))
            {
                Append(folded, c);
            }
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder text, int codePoint)
    {
        if (Composition.MayJoin(codePoint) && Composition.Join(text.Length > 0 ? text[^1] : 0, codePoint) is >= 0 and var joined)
        {
            // A joined code point is of the basic plane; behind a low surrogate nothing joins, and a mark is dropped.
            if (text.Length > 0)
            {
                text[^1] = (char)joined;
            }
        }
        else if (codePoint < 0x10000)
        {
            text.Append((char)codePoint);
        }
        else
        {
            text.Append(new Rune(codePoint));
        }
    }
}
