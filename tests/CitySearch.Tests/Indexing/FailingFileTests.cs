using CitySearch.Corpus;
using CitySearch.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

public sealed class FailingFileTests
{
    private const string Good = "a|杭州城市大脑|杭州从治堵起步。\nb|上海一网统管|上海管城市运行。";

    [Fact]
    public async Task A_bad_file_is_reported_in_one_line_and_the_rest_is_indexed()
    {
        using var fixture = new IndexingFixture(new LinesReader());
        fixture.Write("bad.lines", "!");
        fixture.Write("good.md", "# 雄安新区\n\n数字孪生。\n");

        var report = await fixture.UpdateAsync();

        Assert.Equal([new FailedFile("bad.lines", "the line is bad: it has no bars")], report.Failed);
        Assert.Equal(["good.md"], await fixture.IdsAsync("数字孪生"));
    }

    [Fact]
    public async Task A_bad_file_is_still_reported_by_a_run_that_has_nothing_to_do_and_by_the_statistics()
    {
        using var fixture = new IndexingFixture(new LinesReader());
        fixture.Write("bad.lines", "!");
        var first = await fixture.UpdateAsync();

        var second = await fixture.UpdateAsync();

        Assert.Equal((1, 1L), (second.Unchanged, second.Generation));
        Assert.Equal(first.Failed, second.Failed);
        Assert.Equal(first.Failed, fixture.Indexer.Stats()!.Failed);
    }

    [Fact]
    public async Task A_file_that_fails_after_having_been_good_keeps_its_articles_and_a_mended_one_replaces_them()
    {
        using var fixture = new IndexingFixture(new LinesReader());
        fixture.Write("cities.lines", Good);
        await fixture.UpdateAsync();

        fixture.Write("cities.lines", "!");
        var failed = await fixture.UpdateAsync();
        Assert.Single(failed.Failed);
        Assert.Equal(2, failed.Articles);
        Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("治堵"));

        fixture.Write("cities.lines", "b|上海一网统管|上海的城市运行管理中心。");
        var mended = await fixture.UpdateAsync();
        Assert.Empty(mended.Failed);
        Assert.Equal(1, mended.Articles);
        Assert.Empty(await fixture.IdsAsync("治堵"));
        Assert.Equal(["cities.lines#b"], await fixture.IdsAsync("运行管理中心"));
    }

    [Fact]
    public async Task What_is_read_before_a_failure_is_new_and_what_would_come_after_it_stays()
    {
        using var fixture = new IndexingFixture(new LinesReader());
        fixture.Write("cities.lines", Good);
        await fixture.UpdateAsync();

        fixture.Write("cities.lines", "a|杭州城市大脑|杭州转向停车。\n!");
        var report = await fixture.UpdateAsync();

        Assert.Equal(2, report.Articles);
        Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("停车"));
        Assert.Equal(["cities.lines#b"], await fixture.IdsAsync("城市运行"));
        Assert.Empty(await fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task A_file_that_could_not_be_opened_while_it_was_read_is_tried_again_although_it_did_not_change()
    {
        var isLocked = true;
        using var fixture = new IndexingFixture(new LinesReader(file =>
        {
            if (isLocked)
            {
                // As a program that saves the file at this moment does.
                File.Move(file.FullPath, file.FullPath + ".saving");
                throw new IOException("the file is in use");
            }
        }));
        fixture.Write("cities.lines", Good);
        var failed = await fixture.UpdateAsync();
        Assert.Equal("the file is in use", Assert.Single(failed.Failed).Error);

        isLocked = false;
        fixture.Move("cities.lines.saving", "cities.lines");
        var report = await fixture.UpdateAsync();

        Assert.Empty(report.Failed);
        Assert.Equal(2, report.Articles);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_read_again_by_the_next_run()
    {
        IndexingFixture? fixture = null;
        var isFirst = true;
        using (fixture = new IndexingFixture(new LinesReader(_ =>
        {
            if (isFirst)
            {
                isFirst = false;
                fixture!.Write("cities.lines", Good.Replace("治堵", "停车", StringComparison.Ordinal));
            }
        })))
        {
            fixture.Write("cities.lines", Good);
            await fixture.UpdateAsync();
            fixture.Write("cities.lines", Good);

            var report = await fixture.UpdateAsync();

            Assert.Equal(1, report.Updated);
            Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("治堵"));
        }
    }

    [Fact]
    public async Task An_article_that_the_index_refuses_is_its_files_failure_and_the_old_one_stays()
    {
        using var fixture = new IndexingFixture(new LinesReader());
        fixture.Write("cities.lines", Good);
        await fixture.UpdateAsync();

        // No term of Lucene may be this long, and an id is a term.
        var name = new string('长', 20_000);
        fixture.Write("cities.lines", $"{Good.Replace("治堵", "停车", StringComparison.Ordinal)}\n{name}|雄安新区|数字孪生。");
        var report = await fixture.UpdateAsync();

        Assert.Contains("cannot be indexed", Assert.Single(report.Failed).Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', report.Failed[0].Error);
        Assert.Equal(2, report.Articles);
        Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("停车"));
    }

    [Fact]
    public async Task Two_articles_of_one_name_are_reported_and_the_first_is_kept()
    {
        using var fixture = new IndexingFixture(new LinesReader());
        fixture.Write("cities.lines", "a|杭州|治堵\na|上海|统管");

        var report = await fixture.UpdateAsync();

        Assert.Equal([new FailedFile("cities.lines", "two articles are called cities.lines#a; only the first of them was read")], report.Failed);
        Assert.Equal(1, report.Articles);
        Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task A_reader_cannot_take_another_files_article_away()
    {
        using var fixture = new IndexingFixture(new ImpostorReader());
        fixture.Write("hangzhou.md", "# 杭州\n\n治堵。\n");
        fixture.Write("other.impostor", "");

        var report = await fixture.UpdateAsync();

        Assert.Equal("other.impostor", Assert.Single(report.Failed).Path);
        Assert.Equal(["hangzhou.md"], await fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task A_rebuild_keeps_what_it_cannot_read_anew()
    {
        using var fixture = new IndexingFixture(new LinesReader());
        var references = "\n## 参考文献\n\n[1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8\n";
        fixture.Write("cities.lines", Good);
        fixture.Write("hangzhou.md", "# 城市大脑\n\n杭州的经验[1]。\n" + references);
        await fixture.UpdateAsync();
        string[] queries = ["治堵", "城市运行", "城市大脑", "陈卫强", "杭州"];
        var before = await IndexingFixture.AnswersAsync(fixture.Searcher, queries);

        fixture.Write("cities.lines", "a|杭州城市大脑|杭州从治堵起步。\n!");
        fixture.Delete("hangzhou.md");
        File.CreateSymbolicLink(fixture.Path("hangzhou.md"), fixture.Path("away.md"));
        var report = await fixture.UpdateAsync(rebuild: true);

        Assert.Equal(["cities.lines", "hangzhou.md"], report.Failed.Select(f => f.Path));
        Assert.Equal("a rebuild was asked for", report.RebuiltBecause);
        Assert.Equal(before, await IndexingFixture.AnswersAsync(fixture.Searcher, queries));
        Assert.Equal(0, (await fixture.UpdateAsync()).Removed);
        Assert.Equal(before, await IndexingFixture.AnswersAsync(fixture.Searcher, queries));

        fixture.Delete("hangzhou.md");
        fixture.Write("hangzhou.md", "# 城市大脑\n\n杭州的教训[1]。\n" + references);
        Assert.Equal(["hangzhou.md"], await AfterUpdate(fixture, "教训"));
        Assert.Equal(["cities.lines"], (await fixture.UpdateAsync()).Failed.Select(f => f.Path));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_in_the_statistics_with_its_reason_until_it_can()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("good.md", "# 上海\n\n统管。\n");
        File.CreateSymbolicLink(fixture.Path("never.md"), fixture.Path("nothing.md"));
        fixture.Write("was/good.md", "# 杭州\n\n治堵。\n");
        await fixture.UpdateAsync();
        File.CreateSymbolicLink(fixture.Path("was/.citysearchignore"), fixture.Path("was/.citysearchignore"));

        var report = await fixture.UpdateAsync();

        Assert.Equal(["never.md", "was/"], report.Failed.Select(f => f.Path));
        Assert.Equal((0, 2), (report.Removed, report.Unchanged));
        Assert.Equal(report.Failed.Select(f => (f.Path, f.Error)), fixture.Indexer.Stats()!.Failed.Select(f => (f.Path, f.Error)));
        Assert.Equal(2, fixture.Indexer.Stats()!.Files);
        Assert.Equal(report.Generation, (await fixture.UpdateAsync()).Generation);
        Assert.Equal(report.Failed, (await fixture.UpdateAsync(rebuild: true)).Failed);
        Assert.Equal(["never.md", "was/"], fixture.Indexer.Stats()!.Failed.Select(f => f.Path));
        Assert.Equal(["was/good.md"], await fixture.IdsAsync("治堵"));

        fixture.Delete("was/.citysearchignore");
        fixture.Delete("never.md");
        fixture.Write("never.md", "# 雄安\n\n治堵。\n");
        var mended = await fixture.UpdateAsync();

        Assert.Equal((1, 0, 0), (mended.Added, mended.Removed, mended.Failed.Count));
        Assert.Empty(fixture.Indexer.Stats()!.Failed);
        Assert.Equal(["never.md", "was/good.md"], (await fixture.IdsAsync("治堵")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_rebuild_has_carried_over_leaves_the_index_with_its_file()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("a.md", "# 上海\n\n统管。\n");
        fixture.Write("b.md", "# 杭州\n\n治堵。\n");
        await fixture.UpdateAsync();
        fixture.Delete("b.md");
        File.CreateSymbolicLink(fixture.Path("b.md"), fixture.Path("nothing.md"));
        await fixture.UpdateAsync(rebuild: true);
        Assert.Equal(["b.md"], await fixture.IdsAsync("治堵"));

        fixture.Delete("b.md");
        var report = await fixture.UpdateAsync();

        Assert.Equal((1, 1, null), (report.Removed, report.Articles, report.RebuiltBecause));
        Assert.Empty(await fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task A_new_version_of_a_reader_reads_its_files_again()
    {
        using var fixture = new IndexingFixture(new LinesReader());
        fixture.Write("cities.lines", Good);
        fixture.Write("hangzhou.md", "# 杭州\n");
        await fixture.UpdateAsync();

        using var newer = fixture.Host([new LinesReader(version: "lines/2")]);
        var report = await newer.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((1, 1, 3), (report.Updated, report.Unchanged, report.Articles));
    }

    [Fact]
    public async Task A_catalogue_that_names_ten_thousand_titles_is_indexed_like_any_article()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("catalogue.md", "# 目录\n\n" + string.Join("、", Enumerable.Range(0, 10_000).Select(i => $"《第{i}号地方标准》")) + "\n");
        fixture.Write("standard.md", "# 第7号地方标准\n\n范围。\n");

        var report = await fixture.UpdateAsync();

        Assert.Empty(report.Failed);
        Assert.Equal(2, report.Articles);
    }

    private static async Task<string[]> AfterUpdate(IndexingFixture fixture, string query)
    {
        await fixture.UpdateAsync();
        return await fixture.IdsAsync(query);
    }

    private sealed class ImpostorReader : IArticleReader
    {
        public IReadOnlyCollection<string> Extensions { get; } = [".impostor"];

        public string Version => "impostor/1";

        public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken) =>
            [new Article { Id = "hangzhou.md", Path = file.Path, Title = "冒名", Sections = [new Section { Text = "治堵" }] }];
    }
}
