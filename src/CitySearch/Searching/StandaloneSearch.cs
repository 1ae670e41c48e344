using CitySearch.Concepts;

namespace CitySearch.Searching;

/// <summary>
/// Searches an index without a container of services: for a program that only searches, and starts faster so. An application that has a container,
/// indexes, or wants suggestions or metrics, calls <c>AddCitySearch</c> instead.
/// </summary>
public sealed class StandaloneSearch : IDisposable
{
    private readonly SearchService _service;

    /// <summary>Names the index; nothing is opened before it is used.</summary>
    /// <param name="options">Where the index and the thesaurus are.</param>
    /// <exception cref="ArgumentException">An option cannot be used; the message names it.</exception>
    public StandaloneSearch(CitySearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (OptionFaults.Of(options) is [var wrong, ..])
        {
            throw new ArgumentException(wrong, nameof(options));
        }

        Thesaurus = new ThesaurusFile(options.ThesaurusPath);
        _service = new SearchService(options, thesaurus: Thesaurus);
    }

    /// <summary>Answers searches, until this is disposed.</summary>
    public ISearchService Service => _service;

    /// <summary>The thesaurus that searches use.</summary>
    public ThesaurusFile Thesaurus { get; }

    /// <summary>Closes the index.</summary>
    public void Dispose() => _service.Dispose();
}
