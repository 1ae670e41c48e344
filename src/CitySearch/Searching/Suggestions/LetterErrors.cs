namespace CitySearch.Searching.Suggestions;

/// <summary>Counts letters that are wrong, missing, too many or swapped with their neighbour (Damerau 1964, as optimal string alignment).</summary>
internal static class LetterErrors
{
    /// <summary>The number of errors between two words; more than the limit when it is more.</summary>
    public static int Count(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int limit)
    {
        var width = meant.Length + 1;
        Span<int> before = width <= 64 ? stackalloc int[width] : new int[width];
        Span<int> last = width <= 64 ? stackalloc int[width] : new int[width];
        Span<int> row = width <= 64 ? stackalloc int[width] : new int[width];
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var count = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                {
                    count = Math.Min(count, before[j - 2] + 1);
                }

                row[j] = count;
                least = Math.Min(least, count);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[^1];
    }
}
