namespace CitySearch.Searching;

/// <summary>Answers searches over one index. Safe for use from any number of threads.</summary>
public interface ISearchService
{
    /// <summary>Answers a search from the newest generation of the index.</summary>
    /// <param name="request">The search.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="SearchRequestException">The request asks for what there is not; the message names it.</exception>
    /// <exception cref="Indexing.IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);
}
