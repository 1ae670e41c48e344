namespace CitySearch.Searching;

/// <summary>Lists the articles of the index, page by page. Safe for use from any number of threads.</summary>
public interface IArticleCatalog
{
    /// <summary>Lists articles in the ordinal order of their ids' UTF-8 bytes.</summary>
    /// <param name="after">The id after which to begin, which need not be there any more; <see langword="null"/> to begin with the first.</param>
    /// <param name="top">How many to list at most, at least 1.</param>
    /// <returns>The articles; fewer than <paramref name="top"/> when there are no more.</returns>
    /// <exception cref="Indexing.IndexFolderException">There is no index yet, or it cannot be opened.</exception>
    IReadOnlyList<ArticleLink> List(string? after, int top);
}
