using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

public sealed class ArticleSourceTests : IDisposable
{
    private readonly IndexingFixture _corpus = new();
    private readonly Records _records = new();
    private readonly ServiceProvider _host;

    public ArticleSourceTests()
    {
        _corpus.Write("a.md", "# 数字政府\n\n一网通办。\n");
        _records.Texts["2019/13"] = ("1", "浙江省推进城市大脑");
        _records.Texts["2020/1"] = ("1", "数字政府的考核");
        _host = new ServiceCollection()
            .AddSingleton<IArticleSource>(_records)
            .AddCitySearch(o => (o.CorpusPath, o.IndexPath) = (_corpus.CorpusPath, _corpus.IndexPath))
            .BuildServiceProvider();
    }

    public void Dispose()
    {
        _host.Dispose();
        _corpus.Dispose();
    }

    [Fact]
    public async Task Materials_of_a_source_are_found_beside_the_files_and_lie_in_its_folder()
    {
        var report = await UpdateAsync();

        Assert.Equal((3, 3, 0), (report.Articles, report.Added, report.Failed.Count));
        Assert.Equal(["a.md", "records:/2020/1"], await FindAsync("数字政府"));
        Assert.Equal(["records:/2019/13"], await FindAsync("城市大脑 folder:records:/2019"));
    }

    [Fact]
    public async Task Only_what_has_another_version_is_read_again_and_what_is_listed_no_more_is_gone()
    {
        await UpdateAsync();
        _records.Read.Clear();
        _records.Texts["2019/13"] = ("2", "浙江省推进数据共享");
        _records.Texts.Remove("2020/1");

        var report = await UpdateAsync();
        var unchanged = await UpdateAsync();

        Assert.Equal((0, 1, 1, 1, 0), (report.Added, report.Updated, report.Removed, report.Unchanged, report.Moved));
        Assert.Equal((2, 0), (unchanged.Unchanged, unchanged.Added + unchanged.Updated + unchanged.Removed));
        Assert.Equal(["2019/13"], _records.Read);
        Assert.Equal(["records:/2019/13"], await FindAsync("数据共享"));
        Assert.Equal(["a.md"], await FindAsync("数字政府"));
    }

    [Fact]
    public async Task A_source_that_cannot_be_listed_is_reported_and_keeps_what_was_indexed()
    {
        await UpdateAsync();
        _records.Failure = "the archive does not answer";
        _corpus.Write("b.md", "# 数字政府二\n\n一网统管。\n");

        var report = await UpdateAsync();
        _records.Failure = null;
        var mended = await UpdateAsync();

        Assert.Equal([new FailedFile("records:/", "the archive does not answer") { IsUnopened = true }], report.Failed);
        Assert.Equal((1, 4), (report.Added, report.Articles));
        Assert.Equal((0, 4), (mended.Failed.Count, mended.Articles));
        Assert.Equal(["a.md", "b.md", "records:/2020/1"], await FindAsync("数字政府"));
    }

    [Fact]
    public async Task A_material_that_cannot_be_read_is_reported_and_the_rest_is_indexed()
    {
        _records.Texts["broken"] = ("1", "!");

        var report = await UpdateAsync();

        Assert.Equal([new FailedFile("records:/broken", "it has no text")], report.Failed);
        Assert.Equal(3, report.Articles);
    }

    [Fact]
    public async Task A_run_over_a_part_of_the_folder_leaves_sources_alone()
    {
        await UpdateAsync();
        _records.Texts.Clear();
        _corpus.Write("a.md", "# 数字政府\n\n一网通办，再写一遍。\n");

        var report = await _host.GetRequiredService<IIndexService>().UpdateAsync(["a.md"], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((1, 0, 3), (report.Updated, report.Removed, report.Articles));
        Assert.Equal(["records:/2019/13"], await FindAsync("城市大脑"));
    }

    [Theory]
    [InlineData("my records", "the article source my records must be called by letters, digits and - alone, and otherwise than the others")]
    [InlineData("records", "the article source records must be called by letters, digits and - alone, and otherwise than the others")]
    public void A_source_has_a_name_of_its_own_that_fits_into_paths(string name, string message)
    {
        using var host = new ServiceCollection()
            .AddSingleton<IArticleSource>(_records)
            .AddSingleton<IArticleSource>(new Records { Name = name })
            .AddCitySearch(o => (o.CorpusPath, o.IndexPath) = (_corpus.CorpusPath, _corpus.IndexPath))
            .BuildServiceProvider();

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(host.GetRequiredService<IIndexService>).Message);
    }

    private Task<IndexReport> UpdateAsync() => _host.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);

    private async Task<string[]> FindAsync(string query)
    {
        var response = await _host.GetRequiredService<ISearchService>().SearchAsync(new SearchRequest(query) { Top = 100 }, TestContext.Current.CancellationToken);
        return [.. response.Hits.Select(h => h.Id).Order(StringComparer.Ordinal)];
    }

    /// <summary>Records by id, each with its version and text.</summary>
    private sealed class Records : IArticleSource
    {
        public Dictionary<string, (string Version, string Text)> Texts { get; } = [];

        public List<string> Read { get; } = [];

        public string? Failure { get; set; }

        public string Name { get; init; } = "records";

        public string Version => "records/1";

        public IEnumerable<SourceMaterial> List(CancellationToken cancellationToken) =>
            Failure is null ? Texts.Select(t => new SourceMaterial(t.Key, t.Value.Version)) : throw new InvalidOperationException(Failure);

        Article IArticleSource.Read(SourceMaterial material, CancellationToken cancellationToken)
        {
            lock (Read)
            {
                Read.Add(material.Id);
            }

            var text = Texts[material.Id].Text;
            return text == "!"
                ? throw new ReadingException("it has no text")
                : new Article { Id = material.Id, Path = material.Id, Title = text, Sections = [new Section { Text = text }] };
        }
    }
}
