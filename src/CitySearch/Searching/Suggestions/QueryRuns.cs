using CitySearch.Text;

namespace CitySearch.Searching.Suggestions;

/// <summary>A run of characters of one sort in a query.</summary>
/// <param name="Text">The characters, folded.</param>
/// <param name="Starts">Where each of its UTF-16 units stands in the query.</param>
/// <param name="End">Where it ends in the query.</param>
/// <param name="IsHan">Whether it is of characters written without spaces; otherwise it is of letters of the English alphabet.</param>
internal sealed record QueryRun(string Text, int[] Starts, int End, bool IsHan)
{
    /// <summary>Where a part of the run ends in the query.</summary>
    /// <param name="end">Where the part ends in the run.</param>
    public int EndOf(int end) => end < Starts.Length ? Starts[end] : End;
}

/// <summary>Finds the runs of a query that may be misspelt: runs of Chinese characters, and words of English letters alone.</summary>
internal static class QueryRuns
{
    /// <summary>The runs in order. Numbers, words with digits in them, and characters beyond the basic plane are none.</summary>
    public static List<QueryRun> Of(string query)
    {
        var runs = new List<QueryRun>();
        var folded = new FoldedText();
        folded.Fold(query);
        for (var i = 0; i < folded.Length;)
        {
            var isHan = CharacterClasses.Of(folded.CodePoints[i]) == CharacterClass.Ideograph;
            var end = i;
            while (end < folded.Length && (isHan ? CharacterClasses.Of(folded.CodePoints[end]) == CharacterClass.Ideograph : IsWordCharacter(folded.CodePoints[end])))
            {
                end++;
            }

            if (end > i)
            {
                Add(runs, folded, i, end, isHan);
            }

            i = Math.Max(end, i + 1);
        }

        return runs;
    }

    private static void Add(List<QueryRun> runs, FoldedText folded, int from, int to, bool isHan)
    {
        var text = new char[to - from];
        var starts = new int[text.Length];
        for (var i = from; i < to; i++)
        {
            if (folded.CodePoints[i] > char.MaxValue || (!isHan && folded.CodePoints[i] is not (>= 'a' and <= 'z')))
            {
                return;
            }

            (text[i - from], starts[i - from]) = ((char)folded.CodePoints[i], folded.Start(i));
        }

        runs.Add(new QueryRun(new string(text), starts, folded.End(to - 1), isHan));
    }

    private static bool IsWordCharacter(int codePoint) => CharacterClasses.Of(codePoint) is CharacterClass.Letter or CharacterClass.Digit;
}
