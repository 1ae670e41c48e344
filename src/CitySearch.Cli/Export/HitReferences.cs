using CitySearch.Corpus;
using CitySearch.Corpus.References;
using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Cli.Export;

/// <summary>Makes of a hit the reference that somebody who uses it would cite.</summary>
internal static class HitReferences
{
    /// <summary>The reference of an article or of a cited work, with all that the index knows of it.</summary>
    /// <exception cref="UnknownIdException">The index has changed and has it no longer.</exception>
    /// <exception cref="IndexFolderException">There is no index, or it cannot be opened.</exception>
    public static async Task<Reference> ReadAsync(this ISearchService search, SearchHit hit, CancellationToken cancellationToken) => hit is ArticleHit
        ? OfArticle(await search.GetArticleAsync(hit.Id, cancellationToken))
        : OfReference(await search.GetReferenceAsync(hit.Id, cancellationToken));

    private static Reference OfArticle(WholeArticle article) => new()
    {
        Text = article.Title,
        Title = article.Title,
        Authors = article.Authors,
        Source = article.Source,
        Date = PartialDate.Parse(article.Date),
        Url = article.Permalink,
    };

    private static Reference OfReference(WholeReference reference) => new()
    {
        Text = reference.Text,
        Title = reference.Title,
        Authors = reference.Authors,
        Source = reference.Source,
        Date = PartialDate.Parse(reference.Date),
        Type = reference.Type,
        Volume = reference.Volume,
        Issue = reference.Issue,
        Pages = reference.Pages,
        DocumentNumber = reference.DocumentNumber,
        StandardNumber = reference.StandardNumber,
        Url = reference.Url,
    };
}
