namespace CitySearch.Searching.Language;

/// <summary>How many characters two words differ by.</summary>
internal static class EditDistance
{
    // Rows that the stack holds; words are shorter.
    private const int MostOnStack = 64;

    /// <summary>
    /// The optimal string alignment distance (Damerau and Levenshtein, no stretch edited twice), in UTF-16 units: insertions, deletions,
    /// replacements and swaps of neighbours; <paramref name="most"/> + 1 when it is greater than that.
    /// </summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var width = b.Length + 1;
        Span<int> before = width <= MostOnStack ? stackalloc int[width] : new int[width];
        Span<int> last = width <= MostOnStack ? stackalloc int[width] : new int[width];
        Span<int> row = width <= MostOnStack ? stackalloc int[width] : new int[width];
        for (var j = 0; j < width; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j < width; j++)
            {
                var distance = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance = Math.Min(distance, before[j - 2] + 1);
                }

                row[j] = distance;
                least = Math.Min(least, distance);
            }

            // A swap out of the row before cannot be within reach either: then this row would hold a value that is.
            if (least > most)
            {
                return most + 1;
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return Math.Min(last[^1], most + 1);
    }
}
