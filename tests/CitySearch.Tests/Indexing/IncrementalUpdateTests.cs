using CitySearch.Indexing;
using CitySearch.Searching;

namespace CitySearch.Tests.Indexing;

public sealed class IncrementalUpdateTests : IDisposable
{
    private const string Hangzhou = "# 杭州城市大脑\n\n杭州从治堵起步，把交通信号灯交给城市大脑。\n";
    private const string Shanghai = "# 上海一网统管\n\n上海的城市运行管理中心以一网统管著称。\n";
    private const string Xiongan = "# 雄安新区\n\n雄安在白纸上同时画两座城，数字孪生与现实同步。\n";

    private readonly IndexingFixture _fixture = new();

    [Fact]
    public async Task A_first_run_indexes_every_file_and_a_second_touches_nothing()
    {
        _fixture.Write("cases/hangzhou.md", Hangzhou);
        _fixture.Write("cases/shanghai.md", Shanghai);

        var first = await _fixture.UpdateAsync();
        var before = IndexingFixture.Snapshot(_fixture.IndexPath);
        var second = await _fixture.UpdateAsync();

        Assert.Equal((2, 0, 0, 0, 0, 1L, null), Counts(first));
        Assert.Equal(2, first.Articles);
        Assert.Equal((0, 0, 0, 0, 2, 1L, null), Counts(second));
        Assert.Equal((first.Articles, first.Sections, first.References), (second.Articles, second.Sections, second.References));
        Assert.Equal(before, IndexingFixture.Snapshot(_fixture.IndexPath));
    }

    [Fact]
    public async Task New_changed_and_deleted_files_come_change_and_go()
    {
        _fixture.Write("hangzhou.md", Hangzhou);
        _fixture.Write("shanghai.md", Shanghai);
        await _fixture.UpdateAsync();

        _fixture.Write("xiongan.md", Xiongan);
        _fixture.Write("hangzhou.md", Hangzhou.Replace("治堵", "停车", StringComparison.Ordinal));
        _fixture.Delete("shanghai.md");
        var report = await _fixture.UpdateAsync();

        Assert.Equal((1, 1, 1, 0, 0, 2L, null), Counts(report));
        Assert.Equal(["xiongan.md"], await _fixture.IdsAsync("数字孪生"));
        Assert.Equal(["hangzhou.md"], await _fixture.IdsAsync("停车"));
        Assert.Empty(await _fixture.IdsAsync("治堵"));
        Assert.Empty(await _fixture.IdsAsync("一网统管"));
    }

    [Fact]
    public async Task A_touched_file_with_the_same_content_is_unchanged()
    {
        _fixture.Write("hangzhou.md", Hangzhou);
        await _fixture.UpdateAsync();
        var before = IndexingFixture.Snapshot(_fixture.IndexPath);

        File.SetLastWriteTimeUtc(_fixture.Path("hangzhou.md"), new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var report = await _fixture.UpdateAsync();

        Assert.Equal((0, 0, 0, 0, 1, 1L, null), Counts(report));
        Assert.Equal(before, IndexingFixture.Snapshot(_fixture.IndexPath));
    }

    [Fact]
    public async Task A_touched_file_is_remembered_with_its_new_time_by_a_run_that_writes_anyway()
    {
        _fixture.Write("hangzhou.md", Hangzhou);
        await _fixture.UpdateAsync();
        var before = CurrentIndex.Read(new IndexFolder(_fixture.IndexPath))!.Files["hangzhou.md"];

        var touched = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_fixture.Path("hangzhou.md"), touched);
        _fixture.Write("shanghai.md", Shanghai);
        var report = await _fixture.UpdateAsync();

        Assert.Equal((1, 0, 0, 0, 1, 2L, null), Counts(report));
        var after = CurrentIndex.Read(new IndexFolder(_fixture.IndexPath))!.Files["hangzhou.md"];
        Assert.Equivalent(before with { ModifiedTicks = touched.Ticks }, after, strict: true);
        Assert.Equal(["hangzhou.md"], await _fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task A_change_within_the_clocks_grain_is_seen_although_length_and_time_are_the_same()
    {
        _fixture.Write("hangzhou.md", Hangzhou);
        var written = DateTime.UtcNow;
        File.SetLastWriteTimeUtc(_fixture.Path("hangzhou.md"), written);
        await _fixture.UpdateAsync();

        File.WriteAllText(_fixture.Path("hangzhou.md"), Hangzhou.Replace("治堵", "停车", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(_fixture.Path("hangzhou.md"), written);
        var report = await _fixture.UpdateAsync();

        Assert.Equal((0, 1, 0, 0, 0, 2L, null), Counts(report));
        Assert.Equal(["hangzhou.md"], await _fixture.IdsAsync("停车"));
    }

    [Fact]
    public async Task A_file_whose_time_was_fresh_stays_under_suspicion_however_long_the_first_run_took()
    {
        var written = DateTime.UtcNow;
        _fixture.Write("hangzhou.md", Hangzhou);
        File.SetLastWriteTimeUtc(_fixture.Path("hangzhou.md"), written);
        await _fixture.UpdateAsync();

        // The commit of a long run is far later than the reading of its first file.
        foreach (var file in Directory.EnumerateFiles(_fixture.CurrentSubfolder))
        {
            File.SetLastWriteTimeUtc(file, written.AddHours(1));
        }

        File.WriteAllText(_fixture.Path("hangzhou.md"), Hangzhou.Replace("治堵", "停车", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(_fixture.Path("hangzhou.md"), written);

        Assert.Equal(1, (await _fixture.UpdateAsync()).Updated);
    }

    [Fact]
    public async Task A_moved_file_is_found_under_its_new_path_alone()
    {
        _fixture.Write("hangzhou.md", Hangzhou);
        _fixture.Write("shanghai.md", Shanghai);
        await _fixture.UpdateAsync();

        _fixture.Move("hangzhou.md", "案例/杭州.md");
        var report = await _fixture.UpdateAsync();

        Assert.Equal((0, 0, 0, 1, 1, 2L, null), Counts(report));
        Assert.Equal(["案例/杭州.md"], await _fixture.IdsAsync("治堵"));
        Assert.Equal(2, report.Articles);
    }

    [Fact]
    public async Task A_file_moved_onto_another_takes_its_place()
    {
        _fixture.Write("hangzhou.md", Hangzhou);
        _fixture.Write("shanghai.md", Shanghai);
        await _fixture.UpdateAsync();

        _fixture.Move("hangzhou.md", "shanghai.md");
        var report = await _fixture.UpdateAsync();

        Assert.Equal((0, 1, 1, 0, 0, 2L, null), Counts(report));
        Assert.Equal(["shanghai.md"], await _fixture.IdsAsync("治堵"));
        Assert.Empty(await _fixture.IdsAsync("一网统管"));
    }

    [Fact]
    public async Task A_file_moved_to_a_path_that_was_deleted_before_is_found_there()
    {
        _fixture.Write("hangzhou.md", Hangzhou);
        _fixture.Write("shanghai.md", Shanghai);
        await _fixture.UpdateAsync();
        _fixture.Delete("shanghai.md");
        await _fixture.UpdateAsync();

        _fixture.Move("hangzhou.md", "shanghai.md");
        await _fixture.UpdateAsync();

        Assert.Equal(["shanghai.md"], await _fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task Two_files_that_change_places_are_both_seen_even_with_the_same_length_and_time()
    {
        var other = Hangzhou.Replace("治堵", "停车", StringComparison.Ordinal);
        _fixture.Write("a.md", Hangzhou);
        _fixture.Write("b.md", other);
        var packed = new DateTime(2023, 6, 1, 12, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_fixture.Path("a.md"), packed);
        File.SetLastWriteTimeUtc(_fixture.Path("b.md"), packed);
        await _fixture.UpdateAsync();

        _fixture.Move("a.md", "c.md");
        _fixture.Move("b.md", "a.md");
        _fixture.Move("c.md", "b.md");
        var report = await _fixture.UpdateAsync();

        Assert.Equal((0, 2, 0, 0, 0, 2L, null), Counts(report));
        Assert.Equal(["b.md"], await _fixture.IdsAsync("治堵"));
        Assert.Equal(["a.md"], await _fixture.IdsAsync("停车"));
    }

    [Fact]
    public async Task A_file_that_gives_way_to_a_folder_of_its_name_is_gone_and_the_folders_files_are_there()
    {
        _fixture.Write("cases.md", Hangzhou);
        await _fixture.UpdateAsync();

        _fixture.Delete("cases.md");
        _fixture.Write("cases.md/shanghai.md", Shanghai);
        var report = await _fixture.UpdateAsync();

        Assert.Equal((1, 0, 1, 0, 0, 2L, null), Counts(report));
        Assert.Empty(await _fixture.IdsAsync("治堵"));
        Assert.Equal(["cases.md/shanghai.md"], await _fixture.IdsAsync("一网统管"));
    }

    [Fact]
    public async Task An_empty_file_is_an_article_found_by_its_name_and_is_no_failure()
    {
        _fixture.Write("城市生命线.md", "");

        var report = await _fixture.UpdateAsync();

        Assert.Empty(report.Failed);
        Assert.Equal(1, report.Articles);
        Assert.Equal(["城市生命线.md"], await _fixture.IdsAsync("城市生命线"));
    }

    [Fact]
    public async Task An_emptied_corpus_leaves_an_empty_index()
    {
        _fixture.Write("hangzhou.md", Hangzhou);
        await _fixture.UpdateAsync();

        _fixture.Delete("hangzhou.md");
        var report = await _fixture.UpdateAsync();

        Assert.Equal((0, 0, 0), (report.Articles, report.Sections, report.References));
        Assert.Empty((await _fixture.SearchAsync("杭州")).Hits);
    }

    [Fact]
    public async Task Many_small_updates_leave_few_segments()
    {
        for (var i = 0; i < 24; i++)
        {
            _fixture.Write($"{i}.md", Hangzhou + $"\n第{i}次修订。\n");
            await _fixture.UpdateAsync();
        }

        using var reader = Lucene.Net.Index.DirectoryReader.Open(new DurableDirectory(_fixture.CurrentSubfolder));
        Assert.Equal(24, (await _fixture.SearchAsync("治堵", HitKind.Article)).Total);
        Assert.InRange(reader.Leaves.Count, 1, 12);
    }

    [Fact]
    public async Task What_is_built_at_once_is_one_segment_without_anything_deleted()
    {
        for (var i = 0; i < 24; i++)
        {
            _fixture.Write($"{i}.md", Hangzhou + $"\n第{i}篇。\n\n## 参考文献\n\n[1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8\n");
        }

        await _fixture.UpdateAsync();

        using var reader = Lucene.Net.Index.DirectoryReader.Open(new DurableDirectory(_fixture.CurrentSubfolder));
        Assert.Equal((1, 0), (reader.Leaves.Count, reader.NumDeletedDocs));
        Assert.Null(reader.Leaves[0].AtomicReader.GetTerms(IndexSchema.LooseEntry));
    }

    public void Dispose() => _fixture.Dispose();

    private static (int Added, int Updated, int Removed, int Moved, int Unchanged, long Generation, string? RebuiltBecause) Counts(IndexReport report) =>
        (report.Added, report.Updated, report.Removed, report.Moved, report.Unchanged, report.Generation, report.RebuiltBecause);
}
