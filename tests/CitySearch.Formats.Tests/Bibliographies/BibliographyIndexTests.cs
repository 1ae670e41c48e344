using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Formats.Tests.Bibliographies;

/// <summary>Bibliographies in a corpus: one reference a work, whoever lists or cites it.</summary>
public sealed class BibliographyIndexTests : IDisposable
{
    private const string Article = "# 城市大脑\n\n城市大脑[1]。\n\n## 参考文献\n\n[1] 徐继华,冯启娜,陈贞汝.智慧政府:大数据治国时代的来临[M].中信出版社,2014.\n";
    private const string Bib = "@book{x, title={智慧政府：大数据治国时代的来临}, author={徐继华 and 冯启娜 and 陈贞汝}, publisher={中信出版社}, year={2014}}\n@book{y, title={在线}, author={王坚}, publisher={中信出版社}, year={2016}}\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-formats-").FullName;
    private readonly ServiceProvider _services;

    public BibliographyIndexTests()
    {
        _services = new ServiceCollection()
            .AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (Path.Combine(_folder, "corpus"), Path.Combine(_folder, "index")))
            .AddCitySearchFormats()
            .BuildServiceProvider();
        Directory.CreateDirectory(Path.Combine(_folder, "corpus", "references"));
    }

    [Fact]
    public async Task A_work_that_is_cited_and_listed_is_one_reference_cited_by_the_article_alone()
    {
        Write("brain.md", Article);
        Write("references/books.bib", Bib);
        Write("references/more.ris", "TY  - BOOK\nAU  - 徐, 继华\nTI  - 智慧政府:大数据治国时代的来临\nPY  - 2014\nER  - \n");
        var report = await IndexAsync();

        Assert.Equal((1, 2), (report.Articles, report.References));
        var cited = await ReferenceAsync("智慧政府");
        Assert.Equal([new CitingArticle("brain.md", "城市大脑", "1")], cited.CitedBy);
        Assert.Equal(["徐继华", "冯启娜", "陈贞汝"], cited.Authors);
        var listed = await ReferenceAsync("王坚 在线");
        Assert.Empty(listed.CitedBy);
        Assert.Equal("王坚. 在线[M]. 中信出版社, 2016.", listed.Text);
    }

    [Fact]
    public async Task A_changed_and_a_deleted_bibliography_leave_what_articles_cite()
    {
        Write("brain.md", Article);
        Write("references/books.bib", Bib);
        await IndexAsync();
        Write("references/books.bib", Bib.Replace("在线", "在场", StringComparison.Ordinal));
        Assert.Equal((1, 2, 1), await IndexAsync() is var changed ? (changed.Articles, changed.References, changed.Updated) : default);
        Assert.Equal("在场", (await ReferenceAsync("王坚")).Title);

        File.Delete(Path.Combine(_folder, "corpus", "references", "books.bib"));
        Assert.Equal((1, 1), await IndexAsync() is var removed ? (removed.Articles, removed.References) : default);
        Assert.Equal("徐继华,冯启娜,陈贞汝.智慧政府:大数据治国时代的来临[M].中信出版社,2014.", (await ReferenceAsync("智慧政府")).Text);
    }

    [Fact]
    public async Task A_rebuild_gives_what_the_updates_gave_and_a_broken_file_keeps_what_it_had()
    {
        Write("brain.md", Article);
        Write("references/books.bib", Bib);
        await IndexAsync();
        Write("references/books.bib", "\0\u0001 no text");
        var broken = await IndexAsync();
        Assert.Equal((1, 2, "references/books.bib"), (broken.Articles, broken.References, Assert.Single(broken.Failed).Path));

        var rebuilt = await IndexAsync(rebuild: true);
        Assert.Equal((1, 2), (rebuilt.Articles, rebuilt.References));
        Assert.Empty((await ReferenceAsync("王坚 在线")).CitedBy);
    }

    [Fact]
    public async Task The_good_entries_of_a_file_with_a_broken_one_are_found_and_the_file_is_listed_as_failed()
    {
        Write("references/books.bib", Bib + "@book{z, title={断");
        var report = await IndexAsync();
        Assert.Equal("line 3: the title of the @book is not closed; 2 entries were read. Mend the entry, or take it out.", Assert.Single(report.Failed).Error);
        Assert.Equal(2, report.References);
    }

    [Theory]
    [InlineData("references/standards.md", "# 标准\n\n本表列出常用标准。\n\n1. GB/T 37043-2018 智慧城市 术语[S].\n2. GB/T 33356-2016, 新型智慧城市评价指标[S].\n\n## 文件\n\n- 国务院. “十三五”国家信息化规划: 国发〔2016〕73号[A]. 2016-12.\n", 0, 3)]
    [InlineData("references/standards.txt", "GB/T 37043-2018 智慧城市 术语[S].\nGB/T 33356-2016, 新型智慧城市评价指标[S].\n国务院. “十三五”国家信息化规划: 国发〔2016〕\n73号[A]. 2016-12.\n", 0, 3)]
    [InlineData("articles/standards.txt", "GB/T 37043-2018 智慧城市 术语[S].\nGB/T 33356-2016, 新型智慧城市评价指标[S].\n", 1, 0)]
    [InlineData("references/README.md", "# 说明\n\n这里放参考文献。\n\n每个文件是一份书目，见下文。\n", 1, 0)]
    [InlineData("export.txt", "RT Journal Article\nA1 黄璜;\nT1 数字政府\nJF 治理研究\nYR 2020\n", 0, 1)]
    [InlineData("package.json", "{\"name\":\"x\"}", 0, 0)]
    public async Task A_list_is_told_from_an_article_by_its_place_and_content(string path, string text, int articles, int references)
    {
        Write(path, text);
        var report = await IndexAsync();
        Assert.Equal((articles, references, 0), (report.Articles, report.References, report.Failed.Count));
    }

    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder, "corpus", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private Task<IndexReport> IndexAsync(bool rebuild = false) => _services.GetRequiredService<IIndexService>().UpdateAsync(rebuild, null, TestContext.Current.CancellationToken);

    private async Task<ReferenceHit> ReferenceAsync(string query) =>
        (await _services.GetRequiredService<ISearchService>().SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken)).Hits.OfType<ReferenceHit>().First();
}
