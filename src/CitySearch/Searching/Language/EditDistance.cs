namespace CitySearch.Searching.Language;

/// <summary>How many characters two words differ by.</summary>
internal static class EditDistance
{
    /// <summary>
    /// The optimal string alignment distance (Damerau and Levenshtein, no stretch edited twice), in UTF-16 units: insertions, deletions,
    /// replacements and swaps of neighbours; <paramref name="most"/> + 1 when it is greater than that.
    /// </summary>
    public static int Of(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return Math.Min(last[b.Length], most + 1);
    }
}
