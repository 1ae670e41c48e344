using CitySearch.Text;

namespace CitySearch.Analysis;

/// <summary>
/// Single characters and overlapping pairs, a pair at the position of its first character. As a phrase the pairs
/// alone, which hold the same text in fewer and rarer terms.
/// </summary>
/// <remarks>
/// Pairs do for Chinese what words do elsewhere without needing to know the words, and single characters keep what the
/// pairs split: Nie and Ren, Chinese information retrieval: using characters or words?, Information Processing and
/// Management 35(4), 1999.
/// </remarks>
internal sealed class NgramSegmenter(bool isPhrase) : ISegmenter
{
    /// <inheritdoc/>
    public void AddRun(FoldedText text, int first, int length, TokenList tokens)
    {
        if (isPhrase && length > 1)
        {
            AddPairs(text, first, length, tokens);
            return;
        }

        var last = first + length - 1;
        for (var i = first; i <= last; i++)
        {
            tokens.Add(text, i, 1, TokenTypes.Han, advances: true);
            if (i < last)
            {
                tokens.Add(text, i, 2, TokenTypes.Pair, advances: false);
            }
        }
    }

    private static void AddPairs(FoldedText text, int first, int length, TokenList tokens)
    {
        for (var i = first; i < first + length - 1; i++)
        {
            tokens.Add(text, i, 2, TokenTypes.Pair, advances: true);
        }

        // The last character has a position in the index; what follows it in the phrase stands behind that.
        tokens.Skip();
    }
}
