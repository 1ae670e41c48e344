using CitySearch.Analysis;
using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Tests.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CitySearch.Tests.Durability;

/// <summary>A check finds what no checksum tells: an index that is whole, and not what CitySearch writes.</summary>
public sealed class IndexCheckTests
{
    private const string Hangzhou = "# 杭州城市大脑\n\n杭州从治堵起步[1]。\n\n## 第二节\n\n参见[上海](shanghai.md)。\n\n## 参考文献\n\n[1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8\n";

    public static TheoryData<string> Breakages => [.. Known.Keys];

    private static readonly Dictionary<string, (Action<IndexWriter> Do, string Says)> Known = new()
    {
        ["an article without a file"] = (w => w.DeleteDocuments(new Term(IndexSchema.FileKey, "shanghai.md")), "the article shanghai.md belongs to no file"),
        ["a file without its article"] = (w => w.DeleteDocuments(new Term(IndexSchema.Head, "shanghai.md")), "the article shanghai.md of a file is not there"),
        ["a section without its head"] = (w => w.DeleteDocuments(new Term(IndexSchema.Head, "hangzhou.md")), "is cited by hangzhou.md, which is not there"),
        ["a lost reference"] = (w => w.DeleteDocuments(new Term(IndexSchema.CitedBy, "hangzhou.md")), "0 references and 0 bibliographies, and was committed with 2, 3, 1 and 0"),
        ["a prior that its citations do not make"] = (w => w.UpdateNumericDocValue(new Term(IndexSchema.Head, "shanghai.md"), IndexSchema.Prior, BitConverter.SingleToInt32Bits(7f)), "the prior of the article shanghai.md is 7 where its citations make 1."),
        ["an article that is there twice"] = (w => w.AddDocuments(ArticleDocuments.Of(new Article { Id = "shanghai.md", Path = "shanghai.md", Title = "上海" })), "the article shanghai.md is there twice"),
        ["a section that belongs to no block"] = (w => w.AddDocument(new Lucene.Net.Documents.Document { new Lucene.Net.Documents.NumericDocValuesField(IndexSchema.Slot, 5), StoredRecords.Field(IndexSchema.SectionRecord, new SectionRecord([], "", 1, null, "", [], null, [], null), StoredRecords.Section) }), "section 5 of an article does not follow its section 4"),
    };

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task What_contradicts_itself_is_found_and_repaired(string breakage)
    {
        using var fixture = await BuildAsync();
        using (var directory = new DurableDirectory(fixture.CurrentSubfolder))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, AnalyzerCatalog.Get("default").Index) { Similarity = new ExactLengthSimilarity() }))
        {
            Known[breakage].Do(writer);
            writer.SetCommitData(writer.CommitData);
            writer.Commit();
        }

        var found = await fixture.Indexer.CheckAsync(cancellationToken: TestContext.Current.CancellationToken);
        var repaired = await fixture.Indexer.CheckAsync(repair: true, cancellationToken: TestContext.Current.CancellationToken);
        var after = await fixture.Indexer.CheckAsync(repair: true, cancellationToken: TestContext.Current.CancellationToken);

        Assert.False(found.Good);
        Assert.Contains(found.Faults, fault => fault.Contains(Known[breakage].Says, StringComparison.Ordinal));
        Assert.True(repaired.Good);
        Assert.Equal((RebuildReason.Damage, 2, 3, 1), (repaired.Repair!.RebuildReason, repaired.Repair.Articles, repaired.Repair.Sections, repaired.Repair.References));
        Assert.StartsWith("the index was damaged: ", repaired.Repair.RebuiltBecause, StringComparison.Ordinal);
        Assert.Equal((true, 0, null), (after.Good, after.Faults.Count, after.Repair));
        Assert.Equal(["hangzhou.md"], await fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task A_good_index_is_left_alone()
    {
        using var fixture = await BuildAsync();
        var before = IndexingFixture.Snapshot(fixture.IndexPath);

        var report = await fixture.Indexer.CheckAsync(repair: true, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(report.Good);
        Assert.Equal((2L, 0, null), (report.Generation, report.Faults.Count, report.Repair));
        Assert.Equal(Directory.EnumerateFiles(fixture.CurrentSubfolder).Count(f => Path.GetFileName(f) is not ("segments.gen" or "write.lock")), report.Files);
        Assert.Equal(before, IndexingFixture.Snapshot(fixture.IndexPath));
    }

    [Fact]
    public async Task What_is_no_longer_in_the_corpus_is_kept_by_a_repair_and_left_to_the_next_run()
    {
        using var fixture = await BuildAsync();
        fixture.Delete("hangzhou.md");

        // The segment that cannot be opened any more is the last, of the other article, which can be read again.
        Damage(fixture, "*.cfe", atEnd: false);

        var check = await fixture.Indexer.CheckAsync(repair: true, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(check.Good);
        Assert.Equal((2, 1), (check.Repair!.Articles, check.Repair.References));
        Assert.Equal([], (await fixture.Indexer.CheckAsync(cancellationToken: TestContext.Current.CancellationToken)).Faults);
        Assert.Equal(["hangzhou.md"], await fixture.IdsAsync("治堵"));
        var next = await fixture.UpdateAsync();
        Assert.Equal((1, 1), (next.Removed, next.Articles));
    }

    [Fact]
    public async Task Without_a_corpus_a_repair_touches_nothing()
    {
        using var fixture = await BuildAsync();
        Damage(fixture, "*.cfs", atEnd: true);
        Directory.Delete(fixture.CorpusPath, recursive: true);
        var before = IndexingFixture.Snapshot(fixture.IndexPath);

        await Assert.ThrowsAsync<CorpusFolderException>(() => fixture.Indexer.CheckAsync(repair: true, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(before, IndexingFixture.Snapshot(fixture.IndexPath));
    }

    private static async Task<IndexingFixture> BuildAsync()
    {
        var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();
        fixture.Write("shanghai.md", "# 上海\n\n一网统管。\n");
        await fixture.UpdateAsync();
        return fixture;
    }

    private static void Damage(IndexingFixture fixture, string pattern, bool atEnd)
    {
        var file = Directory.EnumerateFiles(fixture.CurrentSubfolder, pattern).Order(StringComparer.Ordinal).Last();
        var bytes = File.ReadAllBytes(file);
        bytes[atEnd ? ^1 : 20] ^= 4;
        File.WriteAllBytes(file, bytes);
    }
}
