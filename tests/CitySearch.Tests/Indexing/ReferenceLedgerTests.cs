using CitySearch.Analysis;
using CitySearch.Corpus;
using CitySearch.Indexing;
using Lucene.Net.Index;

namespace CitySearch.Tests.Indexing;

/// <summary>The ledger within one session: what is pending, and what a flush has already written, count alike.</summary>
public sealed class ReferenceLedgerTests : IDisposable
{
    private static readonly string[] Works = ["陈卫强.城市大脑的实践与思考.人民网.2019.9.8", "GB/T 33356-2022 新型智慧城市评价指标[S].", "GB/T 51212-2016 建筑信息模型应用统一标准[S]."];

    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-ledger-").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_last_list_of_an_article_is_the_one_that_counts(bool isFlushedBetween)
    {
        Assert.Equal(
            [(Works[0], "b"), (Works[1], "a b"), (Works[2], "a")],
            After(
                isFlushedBetween,
                ledger => ledger.Replace("a", isNew: true, Entries("a", 0, 1)),
                ledger => ledger.Replace("b", isNew: true, Entries("b", 0, 1)),
                ledger => ledger.Replace("a", isNew: false, Entries("a", 1, 2))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_work_that_nobody_cites_any_longer_is_gone(bool isFlushedBetween)
    {
        Assert.Equal(
            [(Works[2], "c")],
            After(
                isFlushedBetween,
                ledger => ledger.Replace("a", isNew: true, Entries("a", 0)),
                ledger => ledger.Replace("c", isNew: true, Entries("c", 2)),
                ledger => ledger.Replace("a", isNew: false, []),
                ledger => ledger.Replace("a", isNew: false, [])));
    }

    [Fact]
    public void The_order_in_which_articles_come_changes_nothing()
    {
        Action<ReferenceLedger>[] steps =
        [
            ledger => ledger.Replace("a", isNew: true, Entries("a", 2, 0)),
            ledger => ledger.Replace("b", isNew: true, Entries("b", 0, 1)),
            ledger => ledger.Replace("c", isNew: true, Entries("c", 1, 0)),
        ];

        Assert.Equal(After(false, steps), After(true, [.. steps.Reverse()]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<ReferenceEntry> Entries(string article, params int[] works) =>
        works.Select((work, i) => new ReferenceEntry(article, article, $"{i + 1}", i + 1, new Reference { Text = Works[work] }));

    /// <summary>Each reference's text with the articles that cite it.</summary>
    private List<(string Text, string CitedBy)> After(bool isFlushedBetween, params Action<ReferenceLedger>[] steps)
    {
        using var directory = new DurableDirectory(Directory.CreateDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("N"))).FullName);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, AnalyzerCatalog.Get("default").Index));
        var ledger = new ReferenceLedger(writer);
        foreach (var step in steps)
        {
            step(ledger);
            if (isFlushedBetween)
            {
                ledger.Flush();
            }
        }

        ledger.Flush();
        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var live = MultiFields.GetLiveDocs(reader);
        return [.. Enumerable.Range(0, reader.MaxDoc).Where(doc => live?.Get(doc) != false)
            .Select(doc => StoredRecords.Read(reader.Document(doc), IndexSchema.ReferenceRecord, StoredRecords.Entries))
            .Select(entries => (entries[0].Reference.Text, string.Join(' ', entries.Select(e => e.Article))))
            .OrderBy(r => Array.IndexOf(Works, r.Text))];
    }
}
