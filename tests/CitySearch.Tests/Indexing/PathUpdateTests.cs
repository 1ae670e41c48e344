using CitySearch.Indexing;

namespace CitySearch.Tests.Indexing;

public sealed class PathUpdateTests : IDisposable
{
    private readonly IndexingFixture _fixture = new();

    [Fact]
    public async Task Only_the_named_files_are_looked_at()
    {
        await BeginAsync();
        _fixture.Write("a.md", "# 甲\n\n停车。\n");
        _fixture.Write("policies/b.md", "# 乙\n\n停车。\n");

        var report = await _fixture.UpdatePathsAsync("a.md");

        Assert.Equal((0, 1, 0, 0, 4), (report.Added, report.Updated, report.Removed, report.Unchanged, report.Articles));
        Assert.Equal(["a.md"], await _fixture.IdsAsync("停车"));
    }

    [Fact]
    public async Task A_folder_means_all_that_is_and_was_in_it_and_nothing_that_only_begins_like_it()
    {
        await BeginAsync();
        Directory.Move(_fixture.Path("policies"), _fixture.Path("archive"));

        var report = await _fixture.UpdatePathsAsync("policies", "archive");

        Assert.Equal((0, 0, 0, 2), (report.Added, report.Updated, report.Removed, report.Moved));
        Assert.Equal(["a.md", "archive/b.md", "archive/deep/c.md", "policies2.md"], (await _fixture.IdsAsync("治堵")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_path_that_was_never_there_and_a_file_that_nobody_reads_change_nothing()
    {
        await BeginAsync();
        _fixture.Write("picture.png", "x");

        var report = await _fixture.UpdatePathsAsync("picture.png", "gone/with/the/wind.md", ".hidden/x.md");

        Assert.Equal((0, 0, 0, 1L), (report.Added, report.Updated, report.Removed, report.Generation));
    }

    [Fact]
    public async Task An_ignore_file_stands_for_its_folder()
    {
        await BeginAsync();
        _fixture.Write("policies/.citysearchignore", "deep/\n");

        var report = await _fixture.UpdatePathsAsync("policies/.citysearchignore");

        Assert.Equal((1, 1), (report.Removed, report.Unchanged));
        Assert.DoesNotContain("policies/deep/c.md", await _fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task Judgements_make_their_folder_a_dataset_whose_corpus_alone_is_material()
    {
        await BeginAsync();
        _fixture.Write("policies/qrels/test.tsv", "");

        var report = await _fixture.UpdatePathsAsync("policies/qrels");

        Assert.Equal((2, 2), (report.Removed, report.Articles));
    }

    [Fact]
    public async Task A_file_of_the_same_length_and_time_is_told_by_its_content()
    {
        await BeginAsync();
        var time = File.GetLastWriteTimeUtc(_fixture.Path("a.md"));
        _fixture.Write("a.md", "# 甲\n\n停车。\n");
        File.SetLastWriteTimeUtc(_fixture.Path("a.md"), time);

        Assert.Equal(1, (await _fixture.UpdatePathsAsync("a.md")).Updated);
    }

    [Fact]
    public async Task Without_an_index_everything_is_looked_at()
    {
        _fixture.Write("a.md", "# 甲\n\n治堵。\n");
        _fixture.Write("b.md", "# 乙\n\n治堵。\n");

        Assert.Equal(2, (await _fixture.UpdatePathsAsync("a.md")).Added);
    }

    [Fact]
    public async Task A_damaged_index_is_built_anew_from_everything()
    {
        await BeginAsync();
        File.WriteAllText(Path.Combine(_fixture.IndexPath, "CURRENT"), "nonsense\n");

        var report = await _fixture.UpdatePathsAsync("a.md");

        Assert.Equal((RebuildReason.Damage, 4), (report.RebuildReason, report.Articles));
    }

    [Fact]
    public async Task Without_the_corpus_folder_nothing_leaves_the_index()
    {
        await BeginAsync();
        Directory.Move(_fixture.CorpusPath, _fixture.CorpusPath + ".away");

        await Assert.ThrowsAsync<CorpusFolderException>(() => _fixture.UpdatePathsAsync("a.md"));

        Assert.Equal(4, _fixture.Indexer.Stats()!.Articles);
    }

    [Theory]
    [InlineData("../outside.md")]
    [InlineData("a/../../outside.md")]
    [InlineData("/etc/passwd")]
    public async Task A_path_that_leads_out_of_the_corpus_is_refused(string path) =>
        Assert.StartsWith($"{path} is not a path below the corpus folder", (await Assert.ThrowsAsync<ArgumentException>(() => _fixture.UpdatePathsAsync(path))).Message, StringComparison.Ordinal);

    public void Dispose() => _fixture.Dispose();

    private async Task BeginAsync()
    {
        foreach (var path in new[] { "a.md", "policies/b.md", "policies/deep/c.md", "policies2.md" })
        {
            _fixture.Write(path, $"# {path}\n\n治堵。\n");
        }

        Assert.Equal(4, (await _fixture.UpdateAsync()).Added);
    }
}
