using System.Text;
using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;
using CitySearch.Indexing;

namespace CitySearch.Tests.Corpus.Markdown;

/// <summary>Markdown as Hugo, Jekyll, Docusaurus and Obsidian have it; <c>Approved</c> holds what the reader makes of each file of <c>Sites</c>.</summary>
public sealed class SiteTests
{
    [Theory]
    [InlineData("hugo.md", "content/posts/hugo.md")]
    [InlineData("2019-06-10-jekyll.md", "_posts/2019-06-10-jekyll.md")]
    [InlineData("docusaurus.mdx", "docs/docusaurus.mdx")]
    [InlineData("obsidian.md", "笔记/obsidian.md")]
    public void A_page_shows_what_its_generator_shows(string name, string path)
    {
        var file = Path.Combine(Approval.RepositoryRoot, "tests", "CitySearch.Tests", "Corpus", "Markdown", "Sites", name);
        Approval.Verify(name + ".txt", ArticlePrinter.Print(ArticlePrinter.Read(File.ReadAllBytes(file), path)));
    }

    [Theory]
    [InlineData("+++\ntitle = \"T\"\ndraft = true\n+++\n文字\n")]
    [InlineData("---\ntitle: T\ndraft: true\n---\n文字\n")]
    [InlineData("---\npublished: false\n---\n文字\n")]
    public async Task A_draft_is_no_material(string text)
    {
        using var corpus = new TestCorpus().Write("a.md", text);
        Assert.Equal((0, 0), await corpus.IndexAsync() is var report ? (report.Articles, report.Failed.Count) : default);
        corpus.Write("a.md", text.Replace("true", "false", StringComparison.Ordinal).Replace("published: false", "published: true", StringComparison.Ordinal));
        Assert.Equal(1, (await corpus.IndexAsync()).Articles);
    }

    [Theory]
    [InlineData("见[数据]({{< ref \"data.md\" >}})。", "posts/data.md")]
    [InlineData("见[数据]({% post_url 2019-05-01-data %})。", "_posts/2019-05-01-data.md")]
    [InlineData("见[[数据元素#二|数据]]。", "另一个文件夹/数据元素.md")]
    [InlineData("见[[文件夹/数据元素]]。", "文件夹/数据元素.md")]
    [InlineData("见![[数据元素]]。", "数据元素.md")]
    [InlineData("见[数据](/posts/data/)。", "content/posts/x.md", "+++\ntitle = \"D\"\nslug = \"data\"\n+++\n")]
    [InlineData("见[数据](/old/data)。", "content/posts/x.md", "+++\ntitle = \"D\"\naliases = [\"/old/data/\"]\n+++\n")]
    [InlineData("见《数据要素》。", "notes/x.md", "---\naliases: [数据要素]\n---\n")]
    [InlineData("见[数据](./data.mdx#二)。", "posts/data.mdx")]
    public void A_link_in_each_flavour_is_an_edge_of_the_citation_graph(string text, string path, string target = "")
    {
        var from = CitationNode.Of(ArticlePrinter.Read("# 起点\n\n" + text, "posts/from.md"));
        var to = CitationNode.Of(ArticlePrinter.Read(target + "文字\n", path));
        var graph = new CitationGraph([from, to]);
        Assert.Equal([1], graph.TargetsOf(0).ToArray());
        Assert.Equal(0, graph.TargetsOf(1).Length);
    }

    [Theory]
    [InlineData("{{ msg }} 与 {{ a.b }}", "{{ msg }} 与 {{ a.b }}")]
    [InlineData("据[[1]](#ref)与[[2]]说", "据[1]与[[2]]说")]
    [InlineData("50%% 与 60%% 之间", "50%% 与 60%% 之间")]
    [InlineData("import x 是一句话", "import x 是一句话")]
    [InlineData("集合 {: 1 :} 与 {% 算法", "集合 {: 1 :} 与 {% 算法")]
    [InlineData("{{< 未闭合", "{{< 未闭合")]
    [InlineData("C# 与 F#", "C# 与 F#")]
    public void What_only_looks_like_a_flavour_stays_text(string markdown, string text) =>
        Assert.Equal(text, Assert.Single(ArticlePrinter.Read(markdown).Sections).Text);

    [Theory]
    [InlineData("Hello, World! 你好，世界", "hello-world-你好世界")]
    [InlineData("一、什么是 CIM_1？", "一什么是-cim_1")]
    [InlineData("A  B -- C", "a--b----c")]
    [InlineData("Café ÉCOLE", "café-école")]
    public void An_anchor_follows_the_rule_of_GitHub(string heading, string anchor) => Assert.Equal(anchor, HeadingAnchors.GitHubSlug(heading));

    [Fact]
    public void Equal_headings_are_numbered_from_1()
    {
        var anchors = new HeadingAnchors(isGitHub: true);
        Assert.Equal(["方法", "方法-1", "方法-2"], [anchors.Next("方法"), anchors.Next("方法"), anchors.Next("方法")]);
    }

    [Theory]
    [InlineData("{{<", ">}}")]
    [InlineData("%%", "%")]
    [InlineData("[[a", "|")]
    [InlineData("{/*", "")]
    [InlineData("{% if ", "")]
    [InlineData("`", "{{<`")]
    [InlineData("%% ", "\n")]
    public void Marks_by_the_hundred_thousand_are_read_in_one_pass(string open, string between)
    {
        var text = string.Concat(Enumerable.Repeat(open + between, 100_000));
        var article = ArticlePrinter.Read(Encoding.UTF8.GetBytes("[[笔记]]\n" + text), "a.md");
        Assert.True(article.Sections.Sum(section => section.Text.Length) <= text.Length * 2);
    }
}
