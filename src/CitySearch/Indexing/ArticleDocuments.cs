using CitySearch.Corpus;
using CitySearch.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>Makes the block of section documents of an article.</summary>
internal static class ArticleDocuments
{
    private static readonly FieldType Analysed = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, norms: true);
    private static readonly FieldType Matched = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, norms: false);
    private static readonly FieldType Exact = Frozen(IndexOptions.DOCS_ONLY, norms: false, tokenized: false);

    /// <summary>An indexed field of running text.</summary>
    public static Field AnalysedField(string name, string value) => new(name, value, Analysed);

    /// <summary>An indexed field of text that is only matched, so that its length is not kept.</summary>
    public static Field MatchedField(string name, string value) => new(name, value, Matched);

    /// <summary>An indexed field whose whole value is one term.</summary>
    public static Field ExactField(string name, string value) => new(name, value, Exact);

    /// <summary>
    /// The block of an article. An article without any section gets an empty one, so that its title is found; a bibliography
    /// gets a document that nothing finds, which the index knows it by.
    /// </summary>
    public static IReadOnlyList<Document> Of(Article article)
    {
        if (article.IsBibliography)
        {
            return [OfBibliography(article)];
        }

        var sections = article.Sections.Count > 0 ? article.Sections : [new Section { Text = "" }];
        var documents = new List<Document>(sections.Count);
        for (var i = 0; i < sections.Count; i++)
        {
            documents.Add(OfSection(article, sections[i], i));
        }

        AddArticle(documents[0], article, sections.Count);
        return documents;
    }

    private static Document OfBibliography(Article article) =>
    [
        ExactField(IndexSchema.Article, article.Id),
        ExactField(IndexSchema.Head, article.Id),
        ExactField(IndexSchema.File, article.Path),
        new NumericDocValuesField(IndexSchema.Slot, IndexSchema.BibliographySlot),
        Record(article, sections: 0),
    ];

    private static Document OfSection(Article article, Section section, int slot)
    {
        var document = new Document
        {
            ExactField(IndexSchema.Article, article.Id),
            ExactField(IndexSchema.File, article.Path),
            new NumericDocValuesField(IndexSchema.Slot, slot),
            StoredRecords.Field(
                IndexSchema.SectionRecord,
                new SectionRecord(
                    section.Headings, section.Anchor, section.Line, section.Page, section.Text, section.ParagraphLines, section.LineMarks.Count > 0 ? section.LineMarks : null, section.CitedLabels, section.SourceId),
                StoredRecords.Section),
        };
        NameFields.Add(document, NameFields.Heading, section.Headings.Count > 0 ? section.Headings[^1] : null);
        foreach (var text in Searched(article, section))
        {
            document.Add(AnalysedField(IndexSchema.Text, text));
        }

        foreach (var text in About(article, section, slot))
        {
            document.Add(AnalysedField(IndexSchema.About, text));
        }

        foreach (var heading in section.Headings.Where(h => TextFolding.Fold(h) != TextFolding.Fold(article.Title)))
        {
            document.Add(MatchedField(IndexSchema.Heading, heading));
        }

        return document;
    }

    /// <summary>
    /// The texts under which a section is found. A heading without text of its own is found by its words alone: with the
    /// article's title it would be the shortest, and so the best, match for what the whole article is about.
    /// </summary>
    private static IEnumerable<string> Searched(Article article, Section section) =>
        section.Text.Length == 0 && section.Headings.Count > 0 && article.Sections.Count > 1
            ? [section.Headings[^1]]
            : [article.Title, .. section.Headings, section.Text];

    private static IEnumerable<string> About(Article article, Section section, int slot)
    {
        var cited = article.References.Where(r => r.Label.Length > 0 && section.CitedLabels.Contains(r.Label)).Select(r => r.Reference);
        string?[] texts =
        [
            .. article.Authors, .. article.Tags, .. article.Aliases.Where(alias => !alias.StartsWith('/')), article.Source, slot == 0 ? article.Description : null,
            .. cited.SelectMany(IEnumerable<string?> (r) => [.. r.Authors, r.Title, r.DocumentNumber, r.StandardNumber]),
        ];
        return texts.OfType<string>();
    }

    private static void AddArticle(Document head, Article article, int sections)
    {
        head.Add(ExactField(IndexSchema.Head, article.Id));
        head.Add(AnalysedField(IndexSchema.Title, article.Title));
        NameFields.Add(head, NameFields.Title, article.Title);
        foreach (var cited in article.References.SelectMany(r => (string?[])[r.Reference.Title ?? r.Reference.Text, r.Reference.DocumentNumber, r.Reference.StandardNumber]).OfType<string>().Distinct())
        {
            head.Add(MatchedField(IndexSchema.Cites, cited));
        }

        head.Add(new NumericDocValuesField(IndexSchema.Prior, BitConverter.SingleToInt32Bits(1f)));
        head.Add(new NumericDocValuesField(IndexSchema.Date, article.Date?.SortKey ?? 0));
        head.Add(new NumericDocValuesField(IndexSchema.Order, StableHash.Of(article.Id)));
        FacetFields.Add(head, "article", article.Date, article.Tags, article.Authors, article.Source, article.Path);
        head.Add(new BinaryDocValuesField(IndexSchema.Node, CitationNode.Of(article).ToBytes()));
        head.Add(Record(article, sections));
    }

    private static StoredField Record(Article article, int sections) => StoredRecords.Field(
        IndexSchema.ArticleRecord,
        new ArticleRecord(
            article.Id, article.Title, article.Path, article.Date, article.Authors, article.Tags, article.Source, article.Description, article.Permalink, article.Links, sections,
            article.Aliases.Count > 0 ? article.Aliases : null, article.IsBibliography),
        StoredRecords.Article);

    private static FieldType Frozen(IndexOptions options, bool norms, bool tokenized = true)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = tokenized, OmitNorms = !norms, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
