using CitySearch.Searching;

namespace CitySearch.Hosting.Tests;

/// <summary>A search service that does what a test says.</summary>
internal sealed class StubSearch(Func<SearchRequest, CancellationToken, Task<SearchResponse>> search) : ISearchService
{
    /// <summary>An answer without hits.</summary>
    public static SearchResponse Empty(SearchRequest request) => new() { Query = request.Query, Total = 0, TookMs = 0, Page = request.Page, Top = request.Top, Generation = 1, Hits = [] };

    /// <inheritdoc/>
    public Task<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default) => search(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WholeArticle> GetArticleAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException("only searches are played");

    /// <inheritdoc/>
    public Task<WholeReference> GetReferenceAsync(string id, CancellationToken cancellationToken = default) => throw new NotSupportedException("only searches are played");

    /// <inheritdoc/>
    public Task<RelatedResponse> RelatedAsync(string id, int top = 10, CancellationToken cancellationToken = default) => throw new NotSupportedException("only searches are played");
}
