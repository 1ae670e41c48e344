using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

/// <summary>A damaged index is rebuilt by the indexer, which says why; a search says what to do.</summary>
public sealed class DamagedIndexTests
{
    public static TheoryData<string> Damages => [.. Known.Keys];

    // The generation after three commits is the fourth, where so much as a file's name still tells of them.
    private static readonly Dictionary<string, (Action<IndexingFixture> Do, string Says, long Generation)> Known = new()
    {
        ["CURRENT names nothing"] = (f => File.WriteAllText(Path.Combine(f.IndexPath, "CURRENT"), "\0\0\0\0"), "its file CURRENT names no index", 4),
        ["CURRENT is empty"] = (f => File.WriteAllText(Path.Combine(f.IndexPath, "CURRENT"), ""), "its file CURRENT names no index", 4),
        ["the folder is missing"] = (f => Directory.Delete(f.CurrentSubfolder, recursive: true), "is missing", 2),
        ["the segments file is cut off"] = (f => Cut(f, "segments_*", 20), "", 4),
        ["the segments file is empty"] = (f => Cut(f, "segments_*", 0), "", 4),
        ["the segments file is missing"] = (f => Delete(f, "segments_*"), "", 2),
        ["every file is empty"] = (f => Cut(f, "*", 0), "", 4),
        ["the fields are missing"] = (f => Delete(f, "_*"), "", 4),
        ["the fields are cut off"] = (f => Cut(f, "_*", 10), "", 4),
        ["the fields are noise"] = (f => Scramble(f, "_*"), "", 4),
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_index_is_rebuilt_by_the_next_run_which_says_why(string damage)
    {
        using var fixture = await BuildAsync();
        Known[damage].Do(fixture);

        var report = await fixture.UpdateAsync();

        Assert.StartsWith("the index was damaged: ", report.RebuiltBecause, StringComparison.Ordinal);
        Assert.Contains(Known[damage].Says, report.RebuiltBecause, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', report.RebuiltBecause!);
        Assert.Equal((2, 2), (report.Added, report.Articles));
        Assert.Equal(Known[damage].Generation, report.Generation);
        Assert.Equal(["hangzhou.md"], await fixture.IdsAsync("治堵"));
        Assert.Null((await fixture.UpdateAsync()).RebuiltBecause);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Searches_and_statistics_of_a_damaged_index_say_what_to_do(string damage)
    {
        using var fixture = await BuildAsync();
        Known[damage].Do(fixture);

        using var other = fixture.Host();
        var search = await Assert.ThrowsAsync<IndexFolderException>(() => other.GetRequiredService<ISearchService>().SearchAsync(new SearchRequest("治堵"), TestContext.Current.CancellationToken));
        var statistics = Assert.Throws<IndexFolderException>(() => other.GetRequiredService<IIndexService>().Stats());

        Assert.Equal(search.Message, statistics.Message);
        Assert.StartsWith($"the index in {fixture.IndexPath} is damaged (", search.Message, StringComparison.Ordinal);
        Assert.EndsWith("); build it anew with: citysearch index", search.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', search.Message);
    }

    [Fact]
    public async Task A_search_host_that_has_the_index_open_goes_on_when_it_is_damaged()
    {
        using var fixture = await BuildAsync();
        using var holder = new GenerationHolder(new CitySearchOptions { IndexPath = fixture.IndexPath });
        holder.Acquire().Dispose();

        File.WriteAllText(Path.Combine(fixture.IndexPath, "CURRENT"), "index-");
        holder.Refresh();

        using var lease = holder.Acquire();
        Assert.Equal(3, lease.Generation.Commit.Generation);
    }

    [Fact]
    public async Task An_index_that_contradicts_its_own_records_is_rebuilt()
    {
        using var fixture = await BuildAsync();
        using (var session = new IndexSession(fixture.CurrentSubfolder, CitySearch.Analysis.AnalyzerCatalog.Get("default")))
        {
            // As an error of ours would: an article that no file has, committed all the same.
            Assert.True(session.TryPut(new Article { Id = "ghost.md", Path = "ghost.md", Title = "幽灵" }, isNew: true, out _));
            session.Commit(4, fixture.Indexer.Stats()!.Fingerprint, articles: 3, isBuilt: false);
        }

        fixture.Write("xiongan.md", "# 雄安\n\n数字孪生。\n");
        var report = await fixture.UpdateAsync();

        Assert.Equal("the index was damaged: it holds 4 articles where its files have 3", report.RebuiltBecause);
        Assert.Equal((3, 5L), (report.Articles, report.Generation));
        Assert.Empty(await fixture.IdsAsync("幽灵"));
    }

    [Fact]
    public async Task A_search_where_nothing_was_built_says_how_to_build()
    {
        using var fixture = new IndexingFixture();

        var error = await Assert.ThrowsAsync<IndexFolderException>(() => fixture.SearchAsync("治堵"));

        Assert.Equal($"there is no index in {fixture.IndexPath}; build it with: citysearch index", error.Message);
        Assert.Null(fixture.Indexer.Stats());
        Assert.False(Directory.Exists(fixture.IndexPath));
    }

    private static async Task<IndexingFixture> BuildAsync()
    {
        var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", "# 杭州城市大脑\n\n杭州从治堵起步。\n");
        await fixture.UpdateAsync();
        fixture.Write("shanghai.md", "# 上海\n\n一网统管。\n");
        await fixture.UpdateAsync();
        fixture.Write("shanghai.md", "# 上海\n\n城市运行管理中心。\n");
        await fixture.UpdateAsync();
        return fixture;
    }

    private static void Cut(IndexingFixture fixture, string pattern, int length)
    {
        foreach (var file in Directory.EnumerateFiles(fixture.CurrentSubfolder, pattern))
        {
            using var stream = new FileStream(file, FileMode.Open);
            stream.SetLength(Math.Min(stream.Length, length));
        }
    }

    private static void Delete(IndexingFixture fixture, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(fixture.CurrentSubfolder, pattern))
        {
            File.Delete(file);
        }
    }

    private static void Scramble(IndexingFixture fixture, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(fixture.CurrentSubfolder, pattern))
        {
            var bytes = File.ReadAllBytes(file);
            new Random(5).NextBytes(bytes);
            File.WriteAllBytes(file, bytes);
        }
    }
}
