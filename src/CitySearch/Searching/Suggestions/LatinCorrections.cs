using CitySearch.Indexing;
using CitySearch.Searching.Language;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// What may have been meant by words of English letters that the index does not hold: pinyin typed in the place of characters, with or
/// without an error in it; a name typed without its spaces; words with letters wrong, missing, too many or swapped.
/// </summary>
internal sealed class LatinCorrections(SearchGeneration generation, NameIndex names, SpelledNames words)
{
    // Shorter words are abbreviations, to which everything is near.
    private const int ShortestWord = 4;
    private const int ShortestPinyin = 4;
    private const int ShortestWrongPinyin = 6;

    // Letters of a word, from which on two errors are told from another word.
    private const int LongWord = 8;
    private const int LongPinyin = 12;

    private const int MostNames = 20;
    private const float NameGain = 0.3f;
    private const float LetterError = 1;
    private const float PinyinError = 1.2f;

    /// <summary>Whether the index holds a word.</summary>
    public bool IsKnown(string word) => generation.Statistics.DocumentFrequency(word) > 0;

    /// <summary>Corrections of unknown words that stand one behind the other.</summary>
    /// <param name="query">The query.</param>
    /// <param name="unknown">The words.</param>
    public IEnumerable<Correction> Of(string query, IReadOnlyList<QueryRun> unknown)
    {
        var (start, end) = (unknown[0].Starts[0], unknown[^1].End);
        var letters = string.Concat(unknown.Select(word => word.Text));
        var corrections = letters.Length >= ShortestPinyin ? ByNames(query[start..end], start, end) : [];
        if (letters.Length >= ShortestWrongPinyin)
        {
            corrections = corrections.Concat(words.NearPinyin(letters, letters.Length >= LongPinyin ? 2 : 1)
                .Select(near => new Correction(start, end, near.Name.Text, (PinyinError * near.Errors) - (NameGain * near.Name.Weight))));
        }

        return corrections.Concat(unknown.SelectMany(word => ByLetters(query, word)));
    }

    private IEnumerable<Correction> ByNames(string typed, int start, int end)
    {
        const float MostByPinyin = 1;
        const float Part = 0.5f;
        var key = new NameKey();
        foreach (var found in names.Find(new TypedText(typed), MostNames))
        {
            var isWhole = found.Start == 0 && found.End == found.Name.Key.Length;
            var isSound = found.Cost is > 0 and < MostByPinyin && !found.IsByInitials && found.End - found.Start >= 2;
            if (!found.Name.IsShown || !(isSound || (found.Cost == 0 && isWhole)))
            {
                continue;
            }

            key.Set(found.Name.Text, found.Name.Key.Length);
            var text = found.Name.Text[key.Start(found.Start)..key.End(found.End - 1)];
            yield return new Correction(start, end, text, found.Cost + (isWhole ? 0 : Part) - (NameGain * found.Name.Weight));
        }
    }

    private IEnumerable<Correction> ByLetters(string query, QueryRun word)
    {
        if (word.Text.Length < ShortestWord)
        {
            return [];
        }

        var most = word.Text.Length >= LongWord ? 2 : 1;
        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var leaf in generation.Leaves)
        {
            if (leaf.Reader.GetTerms(IndexSchema.Text) is not { } terms)
            {
                continue;
            }

            // Schulz and Mihov 2002: the automaton of all words so near is run along the term dictionary.
            var enumerator = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(IndexSchema.Text, word.Text), most, prefixLength: 0, transpositions: true);
            while (enumerator.MoveNext())
            {
                var term = enumerator.Term.Utf8ToString();
                near[term] = near.GetValueOrDefault(term) + enumerator.DocFreq;
            }
        }

        return near.Where(n => n.Key.All(char.IsAsciiLetterLower)).Select(n => new Correction(
            word.Starts[0], word.End, AsWritten(query, word, n.Key),
            (LetterError * EditDistance.Of(word.Text, n.Key, most)) + (n.Key[0] == word.Text[0] ? 0 : LetterError / 2) - (NameGain / 2 * MathF.Log(1 + n.Value))));
    }

    /// <summary>A word in the capitals of the one that was typed.</summary>
    private static string AsWritten(string query, QueryRun word, string meant) =>
        !char.IsUpper(query[word.Starts[0]]) ? meant
        : query[word.Starts[0]..word.End].All(char.IsUpper) ? meant.ToUpperInvariant()
        : char.ToUpperInvariant(meant[0]) + meant[1..];
}
