using CitySearch.Indexing;
using CitySearch.Text;

namespace CitySearch.Searching.Materials;

/// <summary>Finds the ids that someone may have meant who gave one that there is not.</summary>
internal static class SimilarIds
{
    private const int Most = 3;

    private const double LeastLikeness = 0.6;

    // No path that someone types is longer.
    private const int LongestCompared = 300;

    // Paths of one folder are all somewhat alike: only what is nearly as like as the best one is meant.
    private const double ShareOfBest = 0.85;

    /// <summary>The articles' ids most like a text: those that hold it, or else those that differ in few characters.</summary>
    /// <remarks>A reference's id is a hash: nothing is like it.</remarks>
    public static IReadOnlyList<string> Of(string id, SearchGeneration generation)
    {
        var asked = TextFolding.Fold(id);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in generation.Leaves)
        {
            var terms = leaf.Reader.GetTerms(IndexSchema.Head)?.GetEnumerator();
            while (terms?.MoveNext() == true)
            {
                ids.Add(terms.Term.Utf8ToString());
            }
        }

        // Terms of articles that were deleted stay for a while, and bibliographies are among them.
        var reader = new MaterialReader(generation);
        var alike = ids
            .Select(other => (Id: other, Likeness: Likeness(asked, TextFolding.Fold(other))))
            .Where(other => other.Likeness >= LeastLikeness)
            .OrderByDescending(other => other.Likeness).ThenBy(other => other.Id.Length).ThenBy(other => other.Id, StringComparer.Ordinal)
            .Where(other => reader.FindArticle(other.Id) is not null)
            .Take(Most)
            .ToList();
        return [.. alike.TakeWhile(other => other.Likeness >= ShareOfBest * alike[0].Likeness).Select(other => other.Id)];
    }

    /// <summary>One less the edit distance (Levenshtein 1965) as a share of the longer; 1 where one holds the other.</summary>
    private static double Likeness(string asked, string other)
    {
        if (asked.Length >= 2 && other.Contains(asked, StringComparison.Ordinal))
        {
            return 1;
        }

        var longer = Math.Max(asked.Length, other.Length);
        if (longer > LongestCompared)
        {
            return 0;
        }

        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        var row = new int[other.Length + 1];
        for (var i = 0; i < asked.Length; i++)
        {
            row[0] = i + 1;
            for (var j = 0; j < other.Length; j++)
            {
                row[j + 1] = Math.Min(Math.Min(above[j + 1], row[j]) + 1, above[j] + (asked[i] == other[j] ? 0 : 1));
            }

            (above, row) = (row, above);
        }

        return 1 - ((double)above[other.Length] / longer);
    }
}
