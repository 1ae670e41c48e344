namespace CitySearch.Searching.Suggestions;

/// <summary>Completes what somebody types, from the names that an index and its thesaurus hold. Safe for use from any number of threads.</summary>
public interface ISuggestionService
{
    /// <summary>The most suggestions that can be asked for.</summary>
    const int MostSuggestions = 100;

    /// <summary>
    /// The names that begin with what was typed, or hold it at the beginning of a word: by their characters, in either script and
    /// width; by their pinyin, with or without spaces and apostrophes, the last syllable typed in part; by their initials; or by any
    /// mixture of these. Text without any letter, digit or Chinese character begins no name.
    /// </summary>
    /// <param name="prefix">What was typed so far.</param>
    /// <param name="top">How many suggestions at most, from 1 to <see cref="MostSuggestions"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="SearchRequestException"><paramref name="top"/> is out of range.</exception>
    /// <exception cref="Indexing.IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    Task<SuggestionResponse> SuggestAsync(string prefix, int top = 10, CancellationToken cancellationToken = default);
}
