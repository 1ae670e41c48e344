using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CitySearch.Concepts;
using CitySearch.Hosting.Http;
using CitySearch.Searching;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace CitySearch.Hosting.Mcp;

/// <summary>What an assistant can do with the materials. Every answer is bounded, so that none fills an assistant's memory.</summary>
[McpServerToolType]
internal sealed class MaterialTools(ISearchService search, IConceptCatalog concepts, SearchGate gate, IOptions<CitySearchHostOptions> options)
{
    private const int MostHits = 20;
    private const int MostConcepts = 50;
    private const int MostCiting = 20;
    private const int MostReferences = 50;
    private const int LongestPassage = 600;
    private const int LeastRead = 500;
    private const int MostRead = 20_000;

    /// <summary>Searches.</summary>
    [McpServerTool(Name = "search", Title = "Search the materials", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Full-text search in Chinese smart-city materials (articles, policies, standards and their references). Returns passages with file, line, headings and a citation ready to paste. A question, words, a \"quoted phrase\", a document number such as 〔2019〕13号 or a standard number all work; Chinese queries find Chinese text best. Read more of an article with read_article.")]
    public async Task<FoundPassages> SearchAsync(
        [Description("What to search for.")] string query,
        [Description("How many articles and references to show, 1 to 20."), Range(1, MostHits)] int top = 5,
        [Description("Which kind of hits: all, article or reference."), AllowedValues("all", "article", "reference")] string kind = "all",
        [Description("Only hits with these values, each written name:value, for example year:2019, tag:城市大脑, author:林知远, source:人民网, folder:articles. Values of one name are alternatives.")] string[]? filters = null,
        CancellationToken cancellationToken = default)
    {
        var request = new SearchRequest(Query(query))
        {
            Top = Bounded("top", top, 1, MostHits),
            Kind = Enum.TryParse<HitKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw new McpException($"kind is {kind}; use all, article or reference"),
            Filters = [.. (filters ?? []).Select(Filter)],
        };
        var response = await AskAsync(token => search.SearchAsync(request, token), cancellationToken);
        return new FoundPassages(response.Total, [.. response.Hits.SelectMany(Passages)], Note(response));
    }

    /// <summary>Reads an article, whole or in parts.</summary>
    [McpServerTool(Name = "read_article", Title = "Read an article", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Reads an article by its id, from its beginning or from a section, up to a number of characters. When there is more, next says where to go on: call again with its section and offset.")]
    public async Task<ReadArticle> ReadAsync(
        [Description("The article's id, as search gives it, for example articles/city-brain.md.")] string id,
        [Description("The first section to read, from 1."), Range(1, int.MaxValue)] int section = 1,
        [Description("How many characters of that section to leave out; only to go on after an earlier part."), Range(0, int.MaxValue)] int offset = 0,
        [Description("The last section to read; all when left out."), Range(1, int.MaxValue)] int? lastSection = null,
        [Description("The most characters of text to return, 500 to 20000."), Range(LeastRead, MostRead)] int maxCharacters = 8000,
        CancellationToken cancellationToken = default)
    {
        Bounded("maxCharacters", maxCharacters, LeastRead, MostRead);
        var article = await AskAsync(token => search.GetArticleAsync(id, token), cancellationToken);
        return ArticleParts.Read(article, section, offset, lastSection ?? int.MaxValue, maxCharacters, MostReferences);
    }

    /// <summary>Finds references.</summary>
    [McpServerTool(Name = "find_references", Title = "Find references", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Finds works that the materials cite (papers, policies, standards, news), by words of the title, by author, or by number, with the articles that cite each.")]
    public async Task<FoundReferences> FindReferencesAsync(
        [Description("Words of the title, a document number (浙数办发〔2019〕13号) or a standard number (GB/T 33356).")] string query,
        [Description("Only works of this author, written exactly as in the reference.")] string? author = null,
        [Description("Only works of this year."), Range(1000, 9999)] int? year = null,
        [Description("How many to show, 1 to 20."), Range(1, MostHits)] int top = 10,
        CancellationToken cancellationToken = default)
    {
        var filters = new List<SearchFilter>();
        if (!string.IsNullOrWhiteSpace(author))
        {
            filters.Add(new SearchFilter(FacetNames.Author, author.Trim()));
        }

        if (year is { } published)
        {
            filters.Add(new SearchFilter(FacetNames.Year, published.ToString("0000", System.Globalization.CultureInfo.InvariantCulture)));
        }

        var request = new SearchRequest(Query(query)) { Top = Bounded("top", top, 1, MostHits), Kind = HitKind.Reference, Filters = filters };
        var response = await AskAsync(token => search.SearchAsync(request, token), cancellationToken);
        return new FoundReferences(response.Total, [.. response.Hits.OfType<ReferenceHit>().Select(Reference)], Note(response));
    }

    /// <summary>Lists concepts.</summary>
    [McpServerTool(Name = "list_concepts", Title = "List concepts", ReadOnly = true, Idempotent = true, Destructive = false, OpenWorld = false, UseStructuredContent = true)]
    [Description("Concepts of the field's thesaurus: their names in Chinese and English, definition, broader, narrower and related concepts, and how many articles name each. Use it to find other words to search for.")]
    public async Task<FoundConcepts> ListConceptsAsync(
        [Description("A name, a part of one, or a text that mentions concepts; all concepts when left out.")] string? query = null,
        [Description("How many to show, 1 to 50."), Range(1, MostConcepts)] int top = 10,
        CancellationToken cancellationToken = default)
    {
        var (text, most) = (Query(query ?? ""), Bounded("top", top, 1, MostConcepts));
        var list = await AskAsync(token => Task.Run(() => concepts.List(text, most), token), cancellationToken);
        return new FoundConcepts(list.Total, [.. list.Concepts.Select(Concept)], list.Total == 0 ? "no concept is called that; try a shorter name, or search" : null);
    }

    private static IEnumerable<FoundPassage> Passages(SearchHit hit) => hit switch
    {
        ArticleHit article => article.Sections.Select(section => new FoundPassage(
            "article", article.Id, article.Title, article.Path, section.Line, section.Page, section.Headings, section.Score,
            Shortened(string.Join(" … ", section.Snippets.Select(s => s.Text))), CitationText.Of(article, section), null)),
        ReferenceHit reference =>
        [
            new FoundPassage(
                "reference", reference.Id, reference.Title, null, 0, null, [], reference.Score, Shortened(reference.Text), Shortened(reference.Text),
                [.. reference.CitedBy.Take(MostCiting).Select(c => c.Id)]),
        ],
        _ => [],
    };

    private static FoundReference Reference(ReferenceHit hit) => new(
        hit.Id, hit.Title, Shortened(hit.Text), hit.Authors, hit.Source, hit.Date, hit.DocumentNumber, hit.StandardNumber, hit.Url,
        [.. hit.CitedBy.Take(MostCiting).Select(c => new FoundCitation(c.Id, c.Title, c.Label))], hit.CitedBy.Count);

    private static FoundConcept Concept(ConceptEntry concept)
    {
        static IReadOnlyList<string> Names(IReadOnlyList<ConceptLink> links) => [.. links.Select(link => link.Label?.ToString() ?? link.Id)];
        return new FoundConcept(
            concept.Id, [.. new[] { concept.Label.Zh, concept.Label.En }.OfType<string>().Distinct()], [.. concept.AlternativeLabels, .. concept.Abbreviations],
            concept.Definition?.ToString(), Names(concept.Broader), Names(concept.Narrower), Names(concept.Related), concept.Articles);
    }

    private static string? Note(SearchResponse response) => response.Message
        ?? (response.Suggestion is { } suggestion ? $"did you mean: {suggestion}" : null)
        ?? (response.Total == 0 ? "nothing matches; try fewer or other words, or list_concepts for other names of the subject" : null);

    private static string Shortened(string text)
    {
        if (text.Length <= LongestPassage)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestPassage - 1]) ? LongestPassage - 1 : LongestPassage;
        return text[..end] + "…";
    }

    private static SearchFilter Filter(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1
            ? new SearchFilter(text[..colon].Trim(), text[(colon + 1)..].Trim())
            : throw new McpException($"filters holds {text}; write name:value, for example year:2019");
    }

    private static int Bounded(string name, int value, int from, int to) => value >= from && value <= to ? value : throw new McpException($"{name} is {value}; it must be from {from} to {to}");

    private string Query(string query) => query.Length <= options.Value.MaxQueryLength ? query
        : throw new McpException($"query has {query.Length} characters; write at most {options.Value.MaxQueryLength}: the words that matter");

    /// <summary>Asks the engine when it is this call's turn; what fails is said so that the assistant can go on.</summary>
    private async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.RunAsync(ask, cancellationToken);
        }
        catch (ProblemException e)
        {
            throw new McpException(e.Message, e);
        }
        catch (Exception e) when (e is SearchRequestException or UnknownIdException)
        {
            throw new McpException(e.Message, e);
        }
        catch (Exception e) when (e is IFailure failure)
        {
            throw new McpException(Problems.NoIndex(failure.Kind).English, e);
        }
    }
}
