using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Corpus.References;

/// <summary>Cited works in an index: one hit for each, while the articles that cite them come, change and go.</summary>
public sealed class CitedWorksTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-works-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_work_is_one_hit_with_all_who_cite_it_and_its_id_stays()
    {
        Write("a.md", "[1] 国发〔2022〕14号");
        Write("b.md", "[1] 国务院.关于加强数字政府建设的指导意见.国发〔2022〕14号.2022.6", "[2] 单志广.智慧社会的美好愿景.人民日报.2018.12.02");
        var hits = await Update("index");

        Assert.Equal(["关于加强数字政府建设的指导意见 ← a.md[1] b.md[1]", "智慧社会的美好愿景 ← b.md[2]"], Shown(hits));
        var id = hits.Single(hit => hit.DocumentNumber is not null).Id;

        Write("c.md", "[7] 《国务院关于加强数字政府建设的指导意见》，2022年6月");
        hits = await Update("index");

        Assert.Equal(["关于加强数字政府建设的指导意见 ← a.md[1] b.md[1] c.md[7]", "智慧社会的美好愿景 ← b.md[2]"], Shown(hits));
        Assert.Equal(id, hits.Single(hit => hit.DocumentNumber is not null).Id);
    }

    [Fact]
    public async Task Works_part_again_when_the_entry_that_connected_them_goes()
    {
        Write("a.md", "[1] 国发〔2022〕14号");
        Write("b.md", "[1] 国务院.关于加强数字政府建设的指导意见.国发〔2022〕14号.2022.6");
        Write("c.md", "[1] 《国务院关于加强数字政府建设的指导意见》");
        Assert.Single(await Update("index"));

        Write("b.md", "[1] 王坚.《在线》.中信出版社");

        Assert.Equal(["在线 ← b.md[1]", "国务院关于加强数字政府建设的指导意见 ← c.md[1]", "国发〔2022〕14号 ← a.md[1]"], Shown(await Update("index")).OrderBy(s => s[0] is '国').ThenBy(s => s.Length * -1));
    }

    [Fact]
    public async Task Many_small_updates_give_the_works_of_one_build()
    {
        string[] entries =
        [
            "GB/T 33356-2016 新型智慧城市评价指标[S].", "GB/T 33356-2022 新型智慧城市评价指标[S].", "GB/T 33356 新型智慧城市评价指标", "新型智慧城市评价指标",
            "陈卫强.城市大脑的实践与思考.人民网.2019.9.8", "陈卫强.城市大脑的实践与思考.2019", "城市大脑的实践与思考.人民网.2019-09", "城市大脑的实践与思考.新华网.2020-01",
            "王坚.《在线》.中信出版社", "王坚.在线：数据改变商业本质.中信出版社", "国发〔2022〕14号", "国务院.关于加强数字政府建设的指导意见.国发〔2022〕14号.2022.6",
        ];
        var random = new Random(20190612);
        for (var round = 0; round < 6; round++)
        {
            for (var article = 0; article < 5; article++)
            {
                if (random.Next(3) == 0)
                {
                    File.Delete(Path.Combine(_folder, "corpus", $"{article}.md"));
                }
                else if (random.Next(2) == 0)
                {
                    Write($"{article}.md", [.. Enumerable.Range(1, 4).Select(label => $"[{label}] {entries[random.Next(entries.Length)]}")]);
                }
            }

            Write("always.md", "[1] " + entries[round]);
            var updated = await Update("index");
            var built = await Update($"index{round}");

            Assert.Equal(built.Select(hit => hit.Id).Order(StringComparer.Ordinal), updated.Select(hit => hit.Id).Order(StringComparer.Ordinal));
            Assert.Equal(Shown(built), Shown(updated));
        }
    }

    private void Write(string name, params string[] entries)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "corpus"));
        File.WriteAllText(Path.Combine(_folder, "corpus", name), $"# 关于{name}的文章\n\n城市大脑。\n\n## 参考资料\n\n{string.Join("\n\n", entries)}\n");
    }

    /// <summary>Brings an index up to date and returns all references in it.</summary>
    private async Task<List<ReferenceHit>> Update(string index)
    {
        await using var provider = new ServiceCollection()
            .AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (Path.Combine(_folder, "corpus"), Path.Combine(_folder, index)))
            .BuildServiceProvider();
        await provider.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
        var search = provider.GetRequiredService<ISearchService>();
        var hits = new Dictionary<string, ReferenceHit>();
        foreach (var query in (string[])["国", "评价", "城市", "在线", "智慧", "号"])
        {
            var response = await search.SearchAsync(new SearchRequest(query) { Kind = HitKind.Reference, Top = 100 }, TestContext.Current.CancellationToken);
            foreach (var hit in response.Hits.OfType<ReferenceHit>())
            {
                hits[hit.Id] = hit;
            }
        }

        return [.. hits.Values];
    }

    private static IEnumerable<string> Shown(IEnumerable<ReferenceHit> hits) =>
        hits.Select(hit => $"{hit.Title ?? hit.Text} ← {string.Join(' ', hit.CitedBy.Select(by => $"{by.Id}[{by.Label}]"))}").Order(StringComparer.Ordinal);
}
