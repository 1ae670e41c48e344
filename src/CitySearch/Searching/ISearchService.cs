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

    /// <summary>Finds the materials most related to an article or a reference: by what they say, by citations in both directions, and by tags.</summary>
    /// <param name="id">The id of the article or the reference, as hits give it.</param>
    /// <param name="top">The most to find, from 1 to <see cref="RelatedResponse.MostHits"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnknownIdException">There is no such material; the message names ids that are like it.</exception>
    /// <exception cref="SearchRequestException"><paramref name="top"/> is out of range.</exception>
    /// <exception cref="Indexing.IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    Task<RelatedResponse> RelatedAsync(string id, int top = 10, CancellationToken cancellationToken = default);

    /// <summary>Reads a whole article: its sections, its reference list, and who cites it.</summary>
    /// <param name="id">The article's id, as hits give it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnknownIdException">There is no such article; the message names ids that are like it.</exception>
    /// <exception cref="Indexing.IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    Task<WholeArticle> GetArticleAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads a whole article and marks in it what a query matches: title, headings and texts have their highlights. A service that
    /// does not say how marks nothing.
    /// </summary>
    /// <param name="id">The article's id, as hits give it.</param>
    /// <param name="query">The query, as a search takes it; <see langword="null"/> to mark nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnknownIdException">There is no such article; the message names ids that are like it.</exception>
    /// <exception cref="Indexing.IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    Task<WholeArticle> GetArticleAsync(string id, string? query, CancellationToken cancellationToken = default) => GetArticleAsync(id, cancellationToken);

    /// <summary>Reads a reference with all its citations.</summary>
    /// <param name="id">The reference's id, as hits and reference lists give it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnknownIdException">There is no such reference.</exception>
    /// <exception cref="Indexing.IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    Task<WholeReference> GetReferenceAsync(string id, CancellationToken cancellationToken = default);
}
