
namespace CitySearch.Tests.Corpus.Markdown;

public sealed class FrontMatterTests
{
    [Fact]
    public void Every_field_is_read() => Check(
        """
        title: 上海“两张网”：分与合
        date: 2022-03-08 09:30:00
        author: 顾城南、林知远
        authors:
          - name: 李安
            link: https://example.org/li
          - 顾城南
        tags: [一网通办, 一网统管]
        tag: 上海
        categories:
          - 治理
          - 上海
        source: 城市观察
        description: 一个对外，一个对内。
        permalink: /pages/8f2c/
        sidebar: auto
        prev: false
        """,
        """
        title: 上海“两张网”：分与合
        date: 2022-03-08
        authors: 顾城南 | 林知远 | 李安
        tags: 一网通办 | 一网统管 | 上海 | 治理
        source: 城市观察
        description: 一个对外，一个对内。
        permalink: /pages/8f2c/
        """);

    [Theory]
    [InlineData("title: '单引号'", "title: 单引号")]
    [InlineData("title: \"双\\u5F15号\"", "title: 双引号")]
    [InlineData("TITLE: 大写的键", "title: 大写的键")]
    [InlineData("title: 冒号: 没有引号", "title: 冒号: 没有引号")]
    [InlineData("title: 标题 # 注释", "title: 标题")]
    [InlineData("title: 007", "title: 007")]
    [InlineData("title: >\n  折叠的\n  标题", "title: 折叠的 标题")]
    [InlineData("title: |\n  保留的\n  标题", "title: 保留的 标题")]
    [InlineData("title: 题\ndescription: |\n  第一行\n\n  第二行\nsource: 甲: 乙", "title: 题\nsource: 甲: 乙\ndescription: 第一行 第二行")]
    [InlineData("title: null\ndate: ~\nauthor:\ntags: []", "title: 文章")]
    [InlineData("title: &a 锚\ndescription: *a", "title: 锚")]
    [InlineData("title: {a: b}\ntags: [[甲, 乙], 丙]", "title: 文章\ntags: 甲 | 乙 | 丙")]
    [InlineData("title:\n\t制表: 符\n\tsource: 乙", "title: 文章")]
    [InlineData("title: 题\ntags: [甲, 乙\nauthor: \"张三", "title: 题\nauthors: 张三\ntags: 甲 | 乙")]
    [InlineData("title: 题\ntags:\n- 甲\n - 乙\nx: y: z", "title: 题\ntags: 甲 | 乙")]
    [InlineData("summary: 摘要\npubDate: 2020年5月", "title: 文章\ndate: 2020-05\ndescription: 摘要")]
    [InlineData("date: 去年\ncreated: 2019/6/10", "title: 文章\ndate: 2019-06-10")]
    [InlineData("tags: 甲、乙；丙，甲", "title: 文章\ntags: 甲 | 乙 | 丙")]
    [InlineData("# 只有注释", "title: 文章")]
    [InlineData("", "title: 文章")]
    public void Unusual_and_broken_front_matter_gives_what_it_says(string matter, string expected) => Check(matter, expected);

    [Theory]
    [InlineData("---\ntitle: 没有收尾\n\n正文")]
    [InlineData("\n---\ntitle: 不在第一行\n---\n正文")]
    [InlineData("---\n开头是一条分隔线。\n\n注意: 这里有冒号。\n\n---\n第二段")]
    [InlineData("---\n[城市: 大脑\n---\n正文")]
    public void What_is_no_front_matter_is_text(string markdown)
    {
        var article = ArticlePrinter.Read(markdown);
        var text = string.Concat(article.Sections.Select(section => string.Concat(section.Headings) + section.Text));

        Assert.Equal(Han(markdown), Han(text));
        Assert.Null(article.Source);
    }

    [Theory]
    [InlineData("...")]
    [InlineData("---  ")]
    public void The_end_may_be_written_in_several_ways(string end) =>
        Assert.Equal("title: 题\n\n==  # :4\n  4 正文", ArticlePrinter.Print($"---\ntitle: 题\n{end}\n正文"));

    [Theory]
    [InlineData("articles/城市大脑.md", "", "城市大脑")]
    [InlineData("articles/a.md", "## 节\n正文\n# 题\n正文", "题")]
    [InlineData("articles/a.md", "## 节\n正文\n# 题\n正文\n# 又一个\n正文", "节")]
    [InlineData("articles/a.md", "## 参考文献\n1. 张三. 城市. 2019.\n## 结语\n正文", "结语")]
    [InlineData("articles/.md", "正文", "articles/.md")]
    public void Without_front_matter_the_title_is_a_heading_or_the_file_name(string path, string markdown, string title) =>
        Assert.Equal(title, ArticlePrinter.Read(markdown, path).Title);

    private static void Check(string matter, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), ArticlePrinter.Print($"---\n{matter.ReplaceLineEndings("\n")}\n---\n\n正文").Split("\n\n==")[0]);

    private static string Han(string text) => new([.. text.Where(c => c is >= '\u4E00' and <= '\u9FFF')]);
}
