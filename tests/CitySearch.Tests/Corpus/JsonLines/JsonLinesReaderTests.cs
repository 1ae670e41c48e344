using CitySearch.Corpus;
using CitySearch.Corpus.JsonLines;
using CsCheck;

namespace CitySearch.Tests.Corpus.JsonLines;

public sealed class JsonLinesReaderTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("citysearch-jsonl-").FullName, "corpus.jsonl");

    [Fact]
    public void Lines_of_one_material_are_the_sections_of_one_article_wherever_they_stand()
    {
        var articles = Read("""
            {"_id": "a0", "title": "数据条例 第一条", "text": "甲", "metadata": {"material": "数据条例", "section": "第一条"}}
            {"_id": "b0", "title": "单独一篇", "text": "乙", "metadata": {"date": "2019.6", "author": "单志广", "tags": ["智慧城市", "数据"], "source": "人民网", "url": "https://example.org/"}}
            {"_id": "a1", "title": "数据条例 第二条", "text": "丙", "metadata": {"section": "第二条", "material": "数据条例"}}
            """, out var error);

        Assert.Null(error);
        Assert.Equal(["corpus.jsonl#数据条例", "corpus.jsonl#b0"], articles.Select(a => a.Id));
        Assert.Equal(["数据条例", "单独一篇"], articles.Select(a => a.Title));
        Assert.Equal([("甲", "第一条", "a0", 1), ("丙", "第二条", "a1", 3)], articles[0].Sections.Select(s => (s.Text, s.Headings[0], s.SourceId!, s.Line)));
        Assert.Empty(articles[1].Sections[0].Headings);
        Assert.Equal(new PartialDate(2019, 6), articles[1].Date);
        Assert.Equal(["单志广"], articles[1].Authors);
        Assert.Equal(["智慧城市", "数据"], articles[1].Tags);
        Assert.Equal(("人民网", "https://example.org/"), (articles[1].Source, articles[1].Permalink));
    }

    [Fact]
    public void Bad_lines_are_reported_after_the_articles_of_the_others()
    {
        var articles = Read("\uFEFF{\"_id\":1,\"text\":\"甲\"}\r\n\r\nnot json\n[]\n{\"_id\":\"x\"}\n{\"text\":\"\\ud800\"}\n{\"text\":\"乙\"} rest\n{\"text\":\"丙\"}", out var error);

        Assert.Equal(["甲", "丙"], articles.Select(a => a.Sections[0].Text));
        Assert.Equal(["corpus.jsonl#1", "corpus.jsonl#8"], articles.Select(a => a.Id));
        Assert.StartsWith("line 3 and 4 more lines: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_id_makes_an_article_of_its_own()
    {
        var articles = Read("{\"_id\":\"x\",\"text\":\"甲\"}\n{\"_id\":\"x\",\"text\":\"乙\"}\n", out _);

        Assert.Equal(["corpus.jsonl#x", "corpus.jsonl#x@2"], articles.Select(a => a.Id));
    }

    [Fact]
    public void A_line_longer_than_the_limit_is_left_out_and_the_next_one_is_read()
    {
        var articles = Read($"{{\"text\":\"{new string('a', JsonLinesIndex.LongestLine + 10)}\"}}\n{{\"_id\":\"next\",\"text\":\"乙\"}}\n", out var error);

        Assert.Equal("corpus.jsonl#next", Assert.Single(articles).Id);
        Assert.Equal(2, articles[0].Sections[0].Line);
        Assert.StartsWith("line 1: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_stands_in_a_file_each_line_is_read_or_reported() =>
        Gen.Select(Gen.Frequency((3, Gen.Const("{\"_id\":\"a\",\"text\":\"城市\"}")), (1, Gen.String), (1, Gen.Const("{\"text\":\"大脑\",\"metadata\":{\"material\":\"m\"}}"))).Array[0, 12], Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n")))
            .ForAll(
                (lines, ending) =>
                {
                    var path = Path.Combine(Path.GetDirectoryName(_path)!, Guid.NewGuid().ToString("N") + ".jsonl");
                    File.WriteAllText(path, string.Join(ending, lines));
                    var sections = ReadFile(path, out _).SelectMany(a => a.Sections, (_, section) => section.Text).ToList();
                    File.Delete(path);
                    Assert.Equal(lines.Count(l => l.Contains("城市", StringComparison.Ordinal)), sections.Count(s => s == "城市"));
                    Assert.Equal(lines.Count(l => l.Contains("大脑", StringComparison.Ordinal)), sections.Count(s => s == "大脑"));
                },
                cases: 300);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private static List<Article> ReadFile(string path, out string? error)
    {
        var articles = new List<Article>();
        error = null;
        try
        {
            foreach (var article in new JsonLinesReader().Read(new CorpusFile(path, "corpus.jsonl"), CancellationToken.None))
            {
                articles.Add(article);
            }
        }
        catch (ReadingException e)
        {
            error = e.Message;
        }

        return articles;
    }

    private List<Article> Read(string content, out string? error)
    {
        File.WriteAllText(_path, content);
        return ReadFile(_path, out error);
    }
}
