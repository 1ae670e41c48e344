using CitySearch.Corpus;
using CitySearch.Indexing;

namespace CitySearch.Tests.Indexing;

/// <summary>Which article an article names, cites or links to.</summary>
public sealed class CitationNodeTests
{
    [Theory]
    [InlineData("《城市大脑的实践与思考》", "城市大脑的实践与思考")]
    [InlineData("《城市大脑 的实践，与思考》", "城市大脑的实践与思考")]
    [InlineData("《城市大腦的實踐與思考》", "城市大脑的实践与思考")]
    [InlineData("《城市大脑的实践与思考》", "城市大腦的實踐與思考")]
    [InlineData("《ＣＩＭ基础平台 技术导则》", "CIM基础平台技术导则")]
    [InlineData("《杭州城市大脑赋能城市治理促进条例》", "杭州城市大脑赋能城市治理促进条例（2021年施行）")]
    [InlineData("《政务信息资源共享管理暂行办法（国发〔2016〕51号）》", "政务信息资源共享管理暂行办法")]
    [InlineData("《网络安全法》", "中华人民共和国网络安全法")]
    [InlineData("《中华人民共和国网络安全法》", "网络安全法")]
    [InlineData("《网络安全法》", "中華人民共和國網絡安全法")]
    [InlineData("《网络安全法》", "中华人民共和国网络安全法（2025年修正）")]
    [InlineData("《新一代人工智能发展规划》", "国务院关于印发新一代人工智能发展规划的通知")]
    [InlineData("《新一代人工智能发展规划》", "国务院关于印发《新一代人工智能发展规划》的通知（国发〔2017〕35号）")]
    [InlineData("《国务院关于印发新一代人工智能发展规划的通知》", "新一代人工智能发展规划")]
    [InlineData("《关于印发〈国家智慧城市试点暂行管理办法〉的通知》", "国家智慧城市试点暂行管理办法")]
    [InlineData("《住房城乡建设部《国家智慧城市试点暂行管理办法》解读》", "国家智慧城市试点暂行管理办法")]
    [InlineData("《住房城乡建设部《国家智慧城市试点暂行管理办法》解读》", "住房城乡建设部《国家智慧城市试点暂行管理办法》解读")]
    [InlineData("《没有闭合，然后是《数字孪生城市白皮书》", "数字孪生城市白皮书")]
    public void A_text_names_an_article_by_its_title(string text, string title) => Assert.True(Names(Text(text), Titled(title)));

    [Theory]
    [InlineData("城市大脑的实践与思考", "城市大脑的实践与思考")]
    [InlineData("《城市大脑的实践》", "城市大脑的实践与思考")]
    [InlineData("《》《…》《——》", "……")]
    [InlineData("〈城市大脑〉", "城市大脑")]
    [InlineData("《没有闭合的城市大脑", "没有闭合的城市大脑")]
    public void And_by_nothing_less(string text, string title) => Assert.False(Names(Text(text), Titled(title)));

    [Fact]
    public void A_span_longer_than_any_title_is_an_unclosed_mark() =>
        Assert.False(Names(Text($"《{new string('长', 121)}》"), Titled(new string('长', 121))));

    [Fact]
    public void Headings_and_the_title_itself_name_works_too()
    {
        Assert.True(Names(Titled("《数字中国建设整体布局规划》解读"), Titled("数字中国建设整体布局规划")));
        Assert.True(Names(Text("正文") with { Sections = [new Section { Headings = ["一、读《城市大脑》"], Text = "正文" }] }, Titled("城市大脑")));
    }

    [Fact]
    public void A_reference_names_its_work_by_its_title_by_the_titles_in_its_text_and_by_its_address()
    {
        var cited = Titled("城市大脑的实践与思考") with { Permalink = "https://example.org/posts/brain.html" };

        Assert.True(Names(Citing(new Reference { Text = "陈卫强.城市大脑的实践与思考.人民网.2019", Title = "城市大脑的实践与思考" }), cited));
        Assert.True(Names(Citing(new Reference { Text = "陈卫强：《城市大脑的实践与思考》，人民网" }), cited));
        Assert.True(Names(Citing(new Reference { Text = "陈卫强", Url = "http://example.org/posts/brain?from=list#top" }), cited));
        Assert.False(Names(Citing(new Reference { Text = "陈卫强", Url = "https://example.org/posts/other" }), cited));
    }

    [Theory]
    [InlineData("city-brain.md", "cases/city-brain.md")]
    [InlineData("./city-brain.md", "cases/city-brain.md")]
    [InlineData("city-brain", "cases/city-brain.md")]
    [InlineData("city-brain.html", "cases/city-brain.md")]
    [InlineData("city-brain.md#二、三个阶段", "cases/city-brain.md")]
    [InlineData("city-brain.html?v=2#a", "cases/city-brain.md")]
    [InlineData("../policy/plan.md", "policy/plan.md")]
    [InlineData("../../cases/../policy/plan.md", null)]
    [InlineData("/policy/plan.html", "policy/plan.md")]
    [InlineData("/policy/plan", "policy/plan.markdown")]
    [InlineData("%E5%9F%8E%E5%B8%82%20%E5%A4%A7%E8%84%91.md", "cases/城市 大脑.md")]
    [InlineData("城市 大脑.md", "cases/城市 大脑.md")]
    [InlineData("caf%C3%A9.md", "cases/cafe\u0301.md")]
    [InlineData("a%23b.md", "cases/a#b.md")]
    [InlineData("v1.2", "cases/v1.2.md")]
    [InlineData("report.pdf", "cases/report.pdf")]
    [InlineData("report.pdf", null, "cases/report.md")]
    [InlineData("guide/", "cases/guide/README.md")]
    [InlineData("guide", "cases/guide/index.md")]
    [InlineData("..", "README.md")]
    [InlineData("/", "index.html")]
    [InlineData("a-b.md", null, "cases/ab.md")]
    [InlineData("a/b.md", null, "cases/ab.md")]
    [InlineData("#fragment", null, "cases/hangzhou.md")]
    [InlineData("https://example.org/cases/city-brain.md", null, "cases/city-brain.md")]
    [InlineData("mailto:a", null, "cases/mailto:a.md")]
    [InlineData("./a:b.md", "cases/a:b.md")]
    [InlineData("a%3Ab.md", "cases/a:b.md")]
    [InlineData("", null, "cases/.md")]
    public void A_link_leads_to_the_file_that_it_means(string link, string? leadsTo, string? notTo = null)
    {
        var from = Titled("杭州") with { Id = "cases/hangzhou.md", Path = "cases/hangzhou.md", Links = [link] };
        if (leadsTo is not null)
        {
            Assert.True(Names(from, File(leadsTo)));
        }

        Assert.False(notTo is not null && Names(from, File(notTo)));
        Assert.False(Names(from, File("elsewhere.md")));
    }

    [Fact]
    public void A_link_to_a_published_address_leads_to_the_article_that_has_it()
    {
        var path = File("posts/2019-06-10.md") with { Permalink = "/city-brain/" };
        var address = File("posts/2019-06-11.md") with { Permalink = "https://example.org/brain" };

        Assert.True(Names(Titled("甲") with { Links = ["/city-brain.html"] }, path));
        Assert.True(Names(Titled("甲") with { Links = ["http://example.org/brain/"] }, address));
        Assert.False(Names(Titled("甲") with { Links = ["http://example.org/"] }, address));
    }

    [Fact]
    public void The_articles_of_a_file_of_many_are_not_named_by_a_link_to_the_file()
    {
        var article = Titled("某条例") with { Id = "laws.jsonl#某条例", Path = "laws.jsonl" };

        Assert.False(Names(Titled("甲") with { Links = ["laws.jsonl"] }, article));
    }

    [Fact]
    public void An_article_does_not_name_itself() =>
        Assert.Empty(CitationNode.Of(Titled("城市大脑") with { Sections = [new Section { Text = "《城市大脑》" }], Links = ["城市大脑.md"] }).Named);

    [Fact]
    public void A_node_reads_back_as_it_was_stored_and_never_outgrows_what_lucene_stores()
    {
        var node = CitationNode.Of(Text(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"《第{i}号》"))));
        var bytes = node.ToBytes();
        var read = CitationNode.FromBytes(bytes);

        Assert.Equal(node.Own, read.Own);
        Assert.Equal(node.Named, read.Named);
        Assert.InRange(bytes.Length, 30_000, 32_766);
        Assert.Contains(Single("第0号"), node.Named);
    }

    private static ulong Single(string title) => Assert.Single(CitationNode.Of(Titled(title)).Own, key => CitationNode.Of(Text($"《{title}》")).Named.Contains(key));

    private static bool Names(Article from, Article to) => new CitationGraph([CitationNode.Of(from), CitationNode.Of(to)]).TargetsOf(0).ToArray().Contains(1);

    private static Article Titled(string title) => new() { Id = $"{title}.md", Path = $"{title}.md", Title = title };

    private static Article File(string path) => new() { Id = path, Path = path, Title = "另有其名" };

    private static Article Text(string text) => Titled("甲") with { Sections = [new Section { Text = text }] };

    private static Article Citing(Reference reference) => Titled("甲") with { References = [new CitedReference("1", 1, reference)] };
}
