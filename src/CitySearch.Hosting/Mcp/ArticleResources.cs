using System.ComponentModel;
using System.Text;
using CitySearch.Hosting.Http;
using CitySearch.Searching;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CitySearch.Hosting.Mcp;

/// <summary>The articles as resources: <c>citysearch://articles/{id}</c>, the id escaped as a part of an address.</summary>
[McpServerResourceType]
internal sealed class ArticleResources(ISearchService search, IArticleCatalog catalog, SearchGate gate)
{
    private const string Scheme = "citysearch://articles/";
    private const int MostListed = 100;
    private const int LongestText = 100_000;

    /// <summary>Reads an article as plain text.</summary>
    [McpServerResource(UriTemplate = Scheme + "{id}", Name = "article", Title = "An article", MimeType = "text/plain")]
    [Description("The text of an article with its headings. The id is the one that search gives, escaped: citysearch://articles/articles%2Fcity-brain.md. Texts beyond 100000 characters are cut; read_article reads on.")]
    public async Task<TextResourceContents> ReadAsync([Description("The article's id.")] string id, CancellationToken cancellationToken)
    {
        var known = Uri.UnescapeDataString(id);
        try
        {
            var article = await gate.RunAsync(token => search.GetArticleAsync(known, token), cancellationToken);
            return new TextResourceContents { Uri = Scheme + Uri.EscapeDataString(known), MimeType = "text/plain", Text = Text(article) };
        }
        catch (UnknownIdException e)
        {
            throw new McpProtocolException(e.Message, McpErrorCode.ResourceNotFound);
        }
        catch (Exception e) when (e is ProblemException or IFailure)
        {
            throw new McpException(e is IFailure failure ? Problems.NoIndex(failure.Kind).English : e.Message, e);
        }
    }

    /// <summary>Lists the articles, a hundred at a time.</summary>
    /// <param name="cursor">The id of the last article of the page before, in base64url; <see langword="null"/> for the first page.</param>
    /// <exception cref="McpException">The index cannot be read, or the cursor is none.</exception>
    public ListResourcesResult List(string? cursor)
    {
        try
        {
            var after = cursor is null ? null : Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor));
            var articles = catalog.List(after, MostListed);
            return new ListResourcesResult
            {
                Resources = [.. articles.Select(a => new Resource { Uri = Scheme + Uri.EscapeDataString(a.Id), Name = a.Id, Title = a.Title, MimeType = "text/plain" })],
                NextCursor = articles.Count == MostListed ? System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(articles[^1].Id)) : null,
            };
        }
        catch (FormatException e)
        {
            throw new McpProtocolException("the cursor is none that an earlier list gave", e, McpErrorCode.InvalidParams);
        }
        catch (Exception e) when (e is IFailure failure)
        {
            throw new McpException(Problems.NoIndex(failure.Kind).English, e);
        }
    }

    private static string Text(WholeArticle article)
    {
        var text = new StringBuilder(CitationText.Of(article)).Append("\n\n");
        IReadOnlyList<string> above = [];
        foreach (var section in article.Sections)
        {
            // Only the headings that are new here: those above stand over an earlier section already.
            var shared = section.Headings.Zip(above).TakeWhile(pair => pair.First == pair.Second).Count();
            for (var depth = shared; depth < section.Headings.Count; depth++)
            {
                text.Append('#', depth + 1).Append(' ').Append(section.Headings[depth]).Append("\n\n");
            }

            above = section.Headings;
            text.Append(section.Text).Append("\n\n");
        }

        foreach (var reference in article.References)
        {
            text.Append(reference.Label.Length > 0 ? $"[{reference.Label}] " : "").Append(reference.Text).Append('\n');
        }

        if (text.Length > LongestText)
        {
            text.Length = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
            text.Append("\n…");
        }

        return text.ToString();
    }
}
