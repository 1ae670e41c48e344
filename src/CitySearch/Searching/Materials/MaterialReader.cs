using CitySearch.Corpus.References;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using CitySearch.Snippets;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Searching.Materials;

/// <summary>Reads articles and references of a generation by their ids.</summary>
internal sealed class MaterialReader(SearchGeneration generation)
{
    /// <summary>The article of an id; <see langword="null"/> when there is none.</summary>
    public ArticlePlace? FindArticle(string id)
    {
        foreach (var (leaf, doc) in Documents(IndexSchema.Head, id))
        {
            return new ArticlePlace(leaf, doc);
        }

        return null;
    }

    /// <summary>The place and the entries of the reference of an id; <see langword="null"/> when there is none.</summary>
    public (ArticlePlace Place, List<ReferenceEntry> Entries)? FindReference(string id)
    {
        foreach (var (leaf, doc) in Documents(IndexSchema.ReferenceId, id))
        {
            return (new ArticlePlace(leaf, doc), Entries(leaf, doc));
        }

        return null;
    }

    /// <summary>The works that an article cites, each with all its entries.</summary>
    public IEnumerable<(ArticlePlace Place, List<ReferenceEntry> Entries)> CitedBy(string article) =>
        Documents(IndexSchema.CitedBy, article).Select(d => (new ArticlePlace(d.Leaf, d.Doc), Entries(d.Leaf, d.Doc)));

    /// <summary>What is stored of an article.</summary>
    public static ArticleRecord Record(ArticlePlace place) =>
        StoredRecords.ReadArticle(place.Leaf.Reader, place.Head);

    /// <summary>The whole of an article.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="marks">Marks what a query matches; <see langword="null"/> to mark nothing.</param>
    public WholeArticle Article(ArticlePlace place, SnippetMaker? marks = null)
    {
        var article = Record(place);
        var network = generation.Citations;
        var number = network.NumberOf(place);
        return new WholeArticle
        {
            Id = article.Id,
            Title = article.Title,
            TitleHighlights = marks?.Highlight(article.Title).Highlights,
            Path = article.Path,
            Date = article.Date?.ToString(),
            Authors = article.Authors ?? [],
            Tags = article.Tags ?? [],
            Source = article.Source,
            Description = article.Description,
            Permalink = article.Permalink,
            Generation = generation.Commit.Generation,
            Sections = [.. Sections(place).Where(s => s.Text.Length > 0 || s.Headings?.Count > 0).Select(s => new ArticleSection
            {
                Headings = s.Headings ?? [],
                HeadingHighlights = marks is null ? null : [.. (s.Headings ?? []).Select(heading => marks.Highlight(heading).Highlights)],
                Anchor = s.Anchor ?? "",
                Line = s.Line,
                Page = s.Page,
                Text = s.Text,
                Highlights = marks?.Highlight(s.Text).Highlights,
                ParagraphLines = s.ParagraphLines ?? [],
                CitedLabels = s.CitedLabels ?? [],
            })],
            References = References(article),
            Cites = Links(network.CitedFrom(number)),
            CitedBy = Links(network.Citing(number)),
        };
    }

    /// <summary>The whole of a reference.</summary>
    public WholeReference Reference(List<ReferenceEntry> entries)
    {
        var work = WorkIdentity.Merge([.. entries.Select(e => e.Reference)]);
        return new WholeReference
        {
            Id = WorkIdentity.Id(work),
            Title = work.Title,
            Text = work.Text,
            Authors = work.Authors,
            Source = work.Source,
            Date = work.Date?.ToString(),
            Year = work.Date?.Year,
            Volume = work.Volume,
            Issue = work.Issue,
            Pages = work.Pages,
            DocumentNumber = work.DocumentNumber,
            StandardNumber = work.StandardNumber,
            Type = work.Type,
            Url = work.Url,
            Generation = generation.Commit.Generation,
            Articles = Links([.. ArticlesThatAre(entries)]),
            Citations = [.. InOrder(entries, areListed: false).Select(Citation)],
            Listings = [.. InOrder(entries, areListed: true).Select(e => new ReferenceListing(e.Article, e.ArticleTitle, e.Label ?? "", e.Line, e.Reference.Text))],
        };
    }

    /// <summary>The articles that are a work themselves, as numbers of the citation network.</summary>
    public IEnumerable<int> ArticlesThatAre(IEnumerable<ReferenceEntry> entries) =>
        entries.SelectMany(e => generation.Citations.ArticlesThatAre(e.Reference, PathOf(e.Article))).Distinct().Order();

    /// <summary>Some articles by the order of their ids.</summary>
    public IReadOnlyList<ArticleLink> Links(ReadOnlySpan<int> articles)
    {
        var links = new List<ArticleLink>(articles.Length);
        foreach (var article in articles)
        {
            var record = Record(generation.Citations.Places[article]);
            links.Add(new ArticleLink(record.Id, record.Title));
        }

        links.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return links;
    }

    /// <summary>The documents that have an exact value, in the order of the index.</summary>
    private IEnumerable<(LeafColumns Leaf, int Doc)> Documents(string field, string value)
    {
        foreach (var leaf in generation.Leaves)
        {
            var docs = leaf.Docs(field, value);
            for (var doc = docs?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs!.NextDoc())
            {
                if (leaf.Live[doc])
                {
                    yield return (leaf, doc);
                }
            }
        }
    }

    private static List<ReferenceEntry> Entries(LeafColumns leaf, int doc) =>
        StoredRecords.Read(leaf.Reader, doc, IndexSchema.ReferenceRecord, StoredRecords.Entries);

    /// <summary>The sections of an article in reading order.</summary>
    public static IEnumerable<SectionRecord> Sections(ArticlePlace place)
    {
        var heads = place.Leaf.Heads;
        for (var doc = place.Head; doc < heads.Length && heads[doc] == place.Head; doc++)
        {
            yield return StoredRecords.ReadSection(place.Leaf.Reader, doc);
        }
    }

    /// <summary>An article's list: entries stand where they stand in its file, those of formats without lines by their labels.</summary>
    private List<ListedReference> References(ArticleRecord article)
    {
        var listed = new List<ListedReference>();
        foreach (var (_, entries) in CitedBy(article.Id))
        {
            var work = WorkIdentity.Merge([.. entries.Select(e => e.Reference)]);
            var id = WorkIdentity.Id(work);
            var citing = entries.Where(e => !e.IsListed).Select(e => e.Article).Distinct(StringComparer.Ordinal).Count();
            var articles = Links([.. ArticlesThatAre(entries)]);
            listed.AddRange(entries.Where(e => e.Article == article.Id).Select(e => new ListedReference(id, e.Label ?? "", e.Line, work.Title, e.Reference.Text, citing, articles)));
        }

        return [.. listed.OrderBy(r => r.Line).ThenBy(r => r.Label, LabelOrder.Instance).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<ReferenceEntry> InOrder(List<ReferenceEntry> entries, bool areListed) =>
        entries.Where(e => e.IsListed == areListed).OrderBy(e => e.Article, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Label, LabelOrder.Instance);

    private ReferenceCitation Citation(ReferenceEntry entry)
    {
        var label = entry.Label ?? "";
        var places = label.Length > 0 && FindArticle(entry.Article) is { } place
            ? Sections(place).Where(s => s.CitedLabels?.Contains(label) == true).Select(s => new CitationPlace(s.Headings ?? [], s.Anchor ?? "", s.Line) { Page = s.Page })
            : [];
        return new ReferenceCitation(entry.Article, entry.ArticleTitle, label, entry.Line, entry.Reference.Text, [.. places]);
    }

    /// <summary>The path in an article's id: what stands before the name of a material inside its file.</summary>
    private static string PathOf(string article) => article.Split('#')[0];
}
