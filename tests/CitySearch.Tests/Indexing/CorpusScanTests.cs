using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Indexing.Scanning;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

public sealed class CorpusScanTests : IDisposable
{
    private readonly IndexingFixture _fixture = new();

    [Fact]
    public void Files_in_any_depth_are_found_in_the_order_of_their_paths()
    {
        foreach (var path in new[] { "b.md", "a/c.md", "a/b/d.markdown", "a.md", "corpus.jsonl", "picture.png", "none" })
        {
            _fixture.Write(path, "x");
        }

        Assert.Equal(["a.md", "a/b/d.markdown", "a/c.md", "b.md", "corpus.jsonl"], Paths(Scan()));
    }

    [Fact]
    public void Hidden_files_and_folders_are_passed_over()
    {
        _fixture.Write("a.md", "x");
        _fixture.Write(".draft.md", "x");
        _fixture.Write(".vuepress/config.md", "x");

        Assert.Equal(["a.md"], Paths(Scan()));
    }

    [Fact]
    public void Of_a_judged_dataset_only_the_corpus_is_material()
    {
        _fixture.Write("laws/corpus.jsonl", "x");
        _fixture.Write("laws/queries.jsonl", "x");
        _fixture.Write("laws/qrels/dev.md", "x");
        _fixture.Write("articles/queries.jsonl", "x");

        Assert.Equal(["articles/queries.jsonl", "laws/corpus.jsonl"], Paths(Scan()));
    }

    [Fact]
    public void The_index_folder_is_no_material_even_inside_the_corpus()
    {
        _fixture.Write("a.md", "x");
        _fixture.Write("index/readme.md", "x");

        Assert.Equal(["a.md"], Paths(Scan(_fixture.Path("index"))));
    }

    [Fact]
    public void Links_to_folders_are_passed_over_so_loops_end()
    {
        _fixture.Write("a/a.md", "x");
        Directory.CreateSymbolicLink(_fixture.Path("a/loop"), _fixture.CorpusPath);
        Directory.CreateSymbolicLink(_fixture.Path("self"), _fixture.Path("self"));

        var scan = Scan();

        Assert.Equal(["a/a.md"], Paths(scan));
        Assert.Empty(scan.Unreadable);
    }

    [Fact]
    public async Task A_link_to_a_file_is_read_and_followed_when_what_it_leads_to_changes()
    {
        var target = Path.Combine(_fixture.Root, "outside.md");
        File.WriteAllText(target, "# 杭州\n\n治堵。\n");
        File.SetLastWriteTimeUtc(target, new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.CreateSymbolicLink(_fixture.Path("link.md"), target);
        await _fixture.UpdateAsync();
        Assert.Equal(["link.md"], await _fixture.IdsAsync("治堵"));

        File.WriteAllText(target, "# 杭州\n\n停车。\n");
        File.SetLastWriteTimeUtc(target, new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc));
        var report = await _fixture.UpdateAsync();

        Assert.Equal(1, report.Updated);
        Assert.Equal(["link.md"], await _fixture.IdsAsync("停车"));
    }

    [Fact]
    public async Task Links_to_nothing_and_to_themselves_are_failures_of_their_own()
    {
        _fixture.Write("a.md", "# 杭州\n");
        File.CreateSymbolicLink(_fixture.Path("dangling.md"), _fixture.Path("nothing.md"));
        File.CreateSymbolicLink(_fixture.Path("x.md"), _fixture.Path("y.md"));
        File.CreateSymbolicLink(_fixture.Path("y.md"), _fixture.Path("x.md"));

        var report = await _fixture.UpdateAsync();

        Assert.Equal(["dangling.md", "x.md", "y.md"], report.Failed.Select(f => f.Path));
        Assert.All(report.Failed, f => Assert.DoesNotContain('\n', f.Error));
        Assert.Equal(1, report.Articles);
    }

    [Fact]
    public async Task Names_in_any_script_and_of_the_greatest_length_are_articles_ids()
    {
        // 255 bytes, the most that file systems take.
        var longest = new string('城', 84) + ".md";
        string[] names = ["杭州 · 城市大脑（一）.md", "ملف.md", "𠮷野家.md", "é.md", "a\tb.md", "100%.md", "a#b?.md", "'\"$;.md", longest];
        foreach (var name in names)
        {
            _fixture.Write(name, $"# 标题\n\n治堵。\n");
        }

        var report = await _fixture.UpdateAsync();

        Assert.Empty(report.Failed);
        Assert.Equal(names.Order(StringComparer.Ordinal), (await _fixture.IdsAsync("治堵")).Order(StringComparer.Ordinal));
        Assert.Equal(names.Length, (await _fixture.UpdateAsync()).Unchanged);
    }

    [Fact]
    public async Task Names_that_differ_in_their_composition_alone_are_two_files_where_the_file_system_has_two()
    {
        _fixture.Write("caf\u00e9.md", "# 甲\n\n治堵。\n");
        _fixture.Write("cafe\u0301.md", "# 乙\n\n治堵。\n");
        var onDisk = Directory.EnumerateFiles(_fixture.CorpusPath).Count();

        var report = await _fixture.UpdateAsync();

        Assert.Equal(onDisk, report.Articles);
        Assert.Equal(onDisk, (await _fixture.UpdateAsync()).Unchanged);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_reported_and_what_was_indexed_from_it_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows shortens such paths or takes them.");
        var deep = Deep("deep");
        _fixture.Write("a.md", "# 杭州\n\n治堵。\n");
        _fixture.Write($"{deep}/b.md", "# 上海\n\n统管。\n");
        await _fixture.UpdateAsync();

        // The corpus moves to where the deep folder's path is longer than the system takes, whoever asks.
        var home = Path.Combine(_fixture.Root, Deep("home"));
        Directory.CreateDirectory(home);
        var moved = Path.Combine(home, "corpus");
        Directory.Move(_fixture.CorpusPath, moved);
        try
        {
            File.WriteAllText(Path.Combine(moved, "a.md"), "# 杭州\n\n停车。\n");
            using var host = _fixture.Host(configure: options => options.CorpusPath = moved);
            var report = await host.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);

            var failed = Assert.Single(report.Failed);
            Assert.StartsWith("deep/", failed.Path, StringComparison.Ordinal);
            Assert.StartsWith(failed.Path, $"{deep}/b.md", StringComparison.Ordinal);
            Assert.Equal((1, 0, 1, 2), (report.Updated, report.Removed, report.Unchanged, report.Articles));
            Assert.Equal(["a.md"], await _fixture.IdsAsync("停车"));
            Assert.Equal([$"{deep}/b.md"], await _fixture.IdsAsync("统管"));
        }
        finally
        {
            Directory.Move(moved, _fixture.CorpusPath);
        }
    }

    [Fact]
    public void Files_below_an_unreadable_folder_are_not_gone()
    {
        FileRecord Record(string path) => new(path, 1, 1, "hash", "markdown/1", [path], null);
        var known = new[] { Record("a/b/c.md"), Record("a/bc.md"), Record("d.md") }.ToDictionary(r => r.Path);

        var changes = CorpusChanges.Find(new CorpusScan([], [new FailedFile("a/b/", "no rights")]), known, isWhole: true, TestContext.Current.CancellationToken);

        Assert.Equal(["a/bc.md", "d.md"], changes.Gone.Select(r => r.Path));
        Assert.Equal(["a/b/c.md"], changes.Unchanged.Select(r => r.Path));
        Assert.Equal([new FailedFile("a/b/", "no rights")], changes.Failed);
    }

    [Fact]
    public async Task A_folder_without_rights_is_reported_and_what_was_indexed_from_it_stays()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Rights do not stop this user.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _fixture.Write("closed/a.md", "# 杭州\n\n治堵。\n");
        _fixture.Write("b.md", "# 上海\n\n统管。\n");
        await _fixture.UpdateAsync();
        File.SetUnixFileMode(_fixture.Path("closed"), UnixFileMode.None);
        try
        {
            _fixture.Write("b.md", "# 上海\n\n一网统管。\n");
            var report = await _fixture.UpdateAsync();

            Assert.Equal("closed/", Assert.Single(report.Failed).Path);
            Assert.Equal(["closed/a.md"], await _fixture.IdsAsync("治堵"));
        }
        finally
        {
            File.SetUnixFileMode(_fixture.Path("closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _fixture.Dispose();

    private static string Deep(string first) => string.Join('/', Enumerable.Repeat(new string('深', 80), 12).Prepend(first));

    private static IEnumerable<string> Paths(CorpusScan scan) => scan.Files.Select(f => f.File.Path);

    private CorpusScan Scan(string? indexPath = null) =>
        CorpusScan.Run(
            new CitySearchOptions { CorpusPath = _fixture.CorpusPath }, indexPath ?? _fixture.IndexPath, new ArticleReaders(ArticleReaders.BuiltIn), ScanScope.Everything, TestContext.Current.CancellationToken);
}
