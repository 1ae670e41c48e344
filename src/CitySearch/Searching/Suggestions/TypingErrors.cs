using CitySearch.Text;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// What it costs to take one text for another that was meant: the error model of a noisy channel (Kernighan, Church and Gale 1990), its
/// costs in the place of negative logarithms of probabilities. People who type pinyin mistake sounds; what is copied or scanned mistakes
/// shapes; anything that is typed loses, doubles and swaps characters (Damerau 1964).
/// </summary>
internal static class TypingErrors
{
    /// <summary>Two characters that are next to each other, in the wrong order.</summary>
    public const float Swapped = 1.4f;

    /// <summary>The least that it costs to type a character for another that shares no reading with it, to leave one out or to type one too many.</summary>
    public const float LeastOfOtherSound = SimilarShape;

    private const float SameSound = 0.7f;
    private const float SimilarShape = 1;
    private const float NearSound = 1.2f;
    private const float Missing = 1.9f;
    private const float Doubled = 1.6f;
    private const float Extra = 2.2f;
    private const float Unrelated = 9;

    /// <summary>What it costs to have typed one folded character for another.</summary>
    public static float Substituted(char typed, char meant)
    {
        if (typed == meant)
        {
            return 0;
        }

        var best = SimilarShapes.Of(typed).Contains(meant, StringComparison.Ordinal) ? SimilarShape : Unrelated;
        foreach (var a in PinyinTable.Current.Readings(typed))
        {
            foreach (var b in PinyinTable.Current.Readings(meant))
            {
                best = Math.Min(best, a == b ? SameSound : AreNear(a, b) ? NearSound : Unrelated);
            }
        }

        return best;
    }

    /// <summary>The characters that may have been meant by a folded one, itself not among them: those of its sounds and of its shape.</summary>
    public static IEnumerable<char> MeantBy(char typed) =>
        PinyinTable.Current.Readings(typed).SelectMany(PinyinTable.Current.CharactersOf).Concat(SimilarShapes.Of(typed)).Where(c => c != typed).Distinct();

    /// <summary>What it costs to have typed one text for another; infinite when it is more than a limit.</summary>
    /// <param name="typed">The text as typed, folded.</param>
    /// <param name="meant">The text that was meant, folded.</param>
    /// <param name="limit">The limit.</param>
    public static float Cost(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, float limit)
    {
        // By how much what was typed may run ahead of what was meant on the way, for all to stay within the limit: mostly by one at most.
        var ahead = typed.Length - meant.Length;
        var (low, high) = (Math.Min(0, ahead), Math.Max(0, ahead));
        while (Detour(low - 1, ahead) <= limit)
        {
            low--;
        }

        while (Detour(high + 1, ahead) <= limit)
        {
            high++;
        }

        var width = meant.Length + 1;
        Span<float> before = stackalloc float[width];
        Span<float> last = stackalloc float[width];
        Span<float> row = stackalloc float[width];
        for (var j = 0; j < width; j++)
        {
            last[j] = j * Missing;
        }

        var leastBefore = 0f;
        for (var i = 1; i <= typed.Length; i++)
        {
            row.Fill(float.PositiveInfinity);
            var least = row[0] = i <= high ? i * Extra : float.PositiveInfinity;
            var end = Math.Min(width, i - low + 1);
            for (var j = Math.Max(1, i - high); j < end; j++)
            {
                var extra = i > 1 && typed[i - 1] == typed[i - 2] ? Doubled : Extra;
                var cost = Math.Min(last[j] + extra, row[j - 1] + Missing);
                if (last[j - 1] < limit)
                {
                    cost = Math.Min(cost, last[j - 1] + Substituted(typed[i - 1], meant[j - 1]));
                }

                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1] && typed[i - 1] != typed[i - 2])
                {
                    cost = Math.Min(cost, before[j - 2] + Swapped);
                }

                row[j] = cost;
                least = Math.Min(least, cost);
            }

            // Swapped characters pass over a row.
            if (least > limit && leastBefore + Swapped > limit)
            {
                return float.PositiveInfinity;
            }

            leastBefore = least;
            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[^1] <= limit ? last[^1] : float.PositiveInfinity;
    }

    /// <summary>The least that it costs to run ahead by so much on the way, and to be ahead by another number at the end.</summary>
    private static float Detour(int ahead, int atEnd) => Drift(ahead) + Drift(atEnd - ahead);

    private static float Drift(int ahead) => ahead > 0 ? ahead * Math.Min(Doubled, Extra) : -ahead * Missing;

    /// <summary>Whether two syllables are one to those who do not tell apart z from zh, n from ng at the end, and n from l at the beginning.</summary>
    private static bool AreNear(string a, string b) => Initial(a) == Initial(b) && Rest(a).SequenceEqual(Rest(b));

    private static char Initial(string syllable) => syllable[0] == 'n' ? 'l' : syllable[0];

    private static ReadOnlySpan<char> Rest(string syllable)
    {
        var rest = syllable.AsSpan(syllable.Length > 1 && syllable[1] == 'h' ? 2 : 1);
        return rest is [.., 'n', 'g'] && (rest.Length > 2 ? rest[^3] : syllable[0]) != 'o' ? rest[..^1] : rest;
    }
}
