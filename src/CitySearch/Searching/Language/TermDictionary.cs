using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Searching.Language;

/// <summary>The terms of some segments.</summary>
internal sealed class TermDictionary(IReadOnlyList<LeafColumns> leaves) : ITermDictionary
{
    // Terms looked at for one beginning in one segment; a beginning of one letter has no more in a large corpus of Chinese.
    private const int MostVisited = 50_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Beginning(IReadOnlyList<string> fields, string beginning, int most)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var terms in Terms(fields))
        {
            var found = terms.GetEnumerator();
            var start = new BytesRef(beginning);
            if (found.SeekCeil(start) == TermsEnum.SeekStatus.END)
            {
                continue;
            }

            for (var visited = 0; visited < MostVisited && found.Term is { } term && StringHelper.StartsWith(term, start); visited++)
            {
                Count(frequencies, term, found.DocFreq);
                if (!found.MoveNext())
                {
                    break;
                }
            }
        }

        return [.. frequencies.OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(most).Select(f => f.Key)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Near(IReadOnlyList<string> fields, string word, int edits, int most)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var terms in Terms(fields))
        {
            // Beginnings in common would be faster to find, but a slip in the first letter is one too.
            var found = new FuzzyTermsEnum(terms, new AttributeSource(), new Term("", word), edits, prefixLength: 0, transpositions: true);
            for (var visited = 0; visited < MostVisited && found.MoveNext(); visited++)
            {
                Count(frequencies, found.Term, found.DocFreq);
            }
        }

        return [.. frequencies
            .OrderBy(f => EditDistance.Of(word, f.Key, edits)).ThenByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal)
            .Where(f => !f.Key.Contains(':', StringComparison.Ordinal))
            .Take(most).Select(f => f.Key)];
    }

    private static void Count(Dictionary<string, int> frequencies, BytesRef term, int frequency)
    {
        var text = term.Utf8ToString();
        frequencies[text] = frequencies.GetValueOrDefault(text) + frequency;
    }

    private IEnumerable<Terms> Terms(IReadOnlyList<string> fields) =>
        leaves.SelectMany(leaf => fields, (leaf, field) => leaf.Reader.GetTerms(field)).Where(terms => terms is not null);
}
