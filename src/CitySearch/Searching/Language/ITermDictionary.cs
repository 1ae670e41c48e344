namespace CitySearch.Searching.Language;

/// <summary>The terms of an index, by which the beginning of a word and a fuzzy word become words that stand in it.</summary>
internal interface ITermDictionary
{
    /// <summary>The terms that begin so, the most frequent first.</summary>
    /// <param name="fields">The fields of <see cref="Indexing.IndexSchema"/> to look in.</param>
    /// <param name="beginning">The beginning, folded.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<string> Beginning(IReadOnlyList<string> fields, string beginning, int most);

    /// <summary>The terms that differ by some characters put in, left out, replaced or swapped: the nearest first, of those the most frequent.</summary>
    /// <param name="fields">The fields of <see cref="Indexing.IndexSchema"/> to look in.</param>
    /// <param name="word">The term, folded.</param>
    /// <param name="edits">By how many, 1 or 2.</param>
    /// <param name="most">How many at most.</param>
    IReadOnlyList<string> Near(IReadOnlyList<string> fields, string word, int edits, int most);
}
