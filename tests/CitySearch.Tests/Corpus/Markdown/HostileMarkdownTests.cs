using System.Text;
using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Tests.Corpus.Markdown;

/// <summary>
/// Files that break readers. Each is so large that work that grows with the square of it would not come to an end
/// within any patience; what it shows must still be read.
/// </summary>
public sealed class HostileMarkdownTests
{
    private const int Many = 10_000;
    private const int Long = 300_000;

    private static readonly Dictionary<string, Func<string>> Texts = new(StringComparer.Ordinal)
    {
        ["nested quotes"] = () => Repeat("> ", Many) + "正文",
        ["nested quotes without spaces"] = () => Repeat(">", Many) + "正文",
        ["nested lists"] = () => Repeat("- ", Many) + "正文",
        ["nested numbers"] = () => Repeat("1. ", Many) + "正文",
        ["nested lists and quotes"] = () => Repeat("> - ", Many) + "正文",
        ["lists that nest line by line"] = () => string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', 2 * i) + "- a\n")) + "\n正文",
        ["lists that nest by tabs"] = () => string.Concat(Enumerable.Range(0, 1_000).Select(i => new string('\t', i) + "- a\n")) + "\n正文",
        ["open brackets"] = () => Repeat("[", Many) + "正文",
        ["nested brackets"] = () => Repeat("[", Many) + "正文" + Repeat("]", Many),
        ["nested links"] = () => Repeat("[", Many) + "正文" + Repeat("](a)", Many),
        ["images that do not close"] = () => Repeat("![", Many) + "正文",
        ["links that do not close"] = () => "正文" + Repeat("[a](", Long / 4),
        ["definitions of links"] = () => Repeat("[a]: b\n", Long / 7) + "\n正文",
        ["emphasis that opens"] = () => "正文" + Repeat(" *a", Long / 3),
        ["emphasis that closes"] = () => "正文" + Repeat("a** ", Long / 4),
        ["emphasis of both kinds"] = () => "正文" + Repeat("*a _b ", Long / 6),
        ["emphasis in thousands of blocks"] = () => Repeat(Repeat("*a ", 3_000) + "\n\n", 100) + "正文",
        ["strikethrough"] = () => "正文" + Repeat("~~a", Long / 3),
        ["code spans that do not close"] = () => "正文" + Repeat("a`", Long / 2),
        ["backticks in runs of growing length"] = () => "正文" + string.Concat(Enumerable.Range(1, 1_500).Select(i => "a" + new string('`', i))),
        ["comments that do not close"] = () => "正文" + Repeat("<!--", Long / 4),
        ["comments that do not close in a line's begin"] = () => Repeat("<!-- ", Long / 5) + "\n\n正文",
        ["instructions that do not close"] = () => "正文" + Repeat("<?", Long / 2),
        ["declarations that do not close"] = () => "正文" + Repeat("<!a", Long / 3),
        ["sections of data that do not close"] = () => "正文" + Repeat("<![CDATA[", Long / 9),
        ["tags that do not close"] = () => "正文" + Repeat("<a ", Long / 3),
        ["attributes that do not close"] = () => "正文" + Repeat("<a b=\"", Long / 6),
        ["tags over lines that do not close"] = () => Repeat("<Card\n", Long / 6) + "\n正文",
        ["a tag of many attributes"] = () => "正文<a " + Repeat("b ", Long / 2) + ">",
        ["deep blocks of HTML"] = () => Repeat("<div>", Long / 5) + "正文" + Repeat("</div>", Long / 5),
        ["deep HTML line by line"] = () => Repeat("<div>\n", Long / 6) + "正文\n" + Repeat("</div>\n", Long / 6),
        ["deep inline HTML"] = () => "a" + Repeat("<span>", Long / 6) + "正文",
        ["scripts that do not close"] = () => "正文" + Repeat("<script>", Long / 8),
        ["columns"] = () => Repeat("|a", Long / 8) + "|\n" + Repeat("|-", Long / 8) + "|\n|正文|\n",
        ["rows"] = () => "|a|b|\n|-|-|\n" + Repeat("|a|b|\n", Long / 6) + "\n正文",
        ["headings"] = () => Repeat("# a\n", 30_000) + "\n正文",
        ["underlined headings"] = () => Repeat("a\n=\n", 30_000) + "\n正文",
        ["closing quotes line by line"] = () => Repeat("”\n", Long / 2) + "\n正文",
        ["titles of reference lists"] = () => Repeat("参考资料：\n", Long / 6) + "\n\n正文",
        ["possible titles of reference lists"] = () => Repeat("1、引用\n", Long / 5) + "\n\n正文",
        ["titles that stand by bare titles"] = () => "## 参考文献\n" + Repeat("城\n\n", Long / 3) + "正文。正文。",
        ["an entry wrapped over and over"] = () => "## 参考文献\n[1] a\n" + Repeat("城\n", Long / 2) + "\n## 节\n正文",
        ["entries without labels, wrapped"] = () => "## 参考文献\n城 2019\n" + Repeat("城市城市\n", Long / 5) + "\n## 节\n正文",
        ["titles with an entry"] = () => Repeat("参考资料：[1] 城.2019\n", Long / 16) + "\n## 节\n正文",
        ["footnotes"] = () => string.Concat(Enumerable.Range(0, Many).Select(i => $"[^{i}]: a\n")) + "\n正文",
        ["a footnote of many paragraphs"] = () => "[^1]: a\n" + Repeat("    b\n\n", Long / 7) + "正文",
        ["marks of footnotes"] = () => "[^1]: a\n\n正文" + Repeat("[^1]`", Long / 5),
        ["containers"] = () => Repeat("::: tip\n", Long / 8) + "正文",
        ["a container that does not close"] = () => "::: tip 题\n正文",
        ["a fence that does not close"] = () => "```js\n" + Repeat("[[[[\n", Many) + "正文",
        ["front matter that does not close"] = () => "---\n" + Repeat("a: [\n", Long / 5) + "\n正文",
        ["a list in YAML that nests"] = () => "---\na: " + Repeat("[", 60_000) + "\n---\n正文",
        ["a map in YAML that nests"] = () => "---\na: " + Repeat("{a: ", 15_000) + "\n---\n正文",
        ["YAML that nests by indentation"] = () => "---\n" + string.Concat(Enumerable.Range(0, 350).Select(i => new string(' ', i) + "a:\n")) + "---\n正文",
        ["YAML of dashes"] = () => "---\na:\n  " + Repeat("- ", 30_000) + "\n---\n正文",
        ["YAML of complex keys"] = () => "---\na:\n  " + Repeat("? ", 30_000) + "\n---\n正文",
        ["aliases in YAML that multiply"] = () =>
            "---\nk0: &k0 [笑, 笑]\n" + string.Concat(Enumerable.Range(1, 25).Select(i => $"{Key(i)}: &{Key(i)} [{string.Join(',', Enumerable.Repeat("*" + Key(i - 1), 9))}]\n")) + $"tags: *{Key(25)}\n---\n正文",
        ["an alias in YAML of itself"] = () => "---\ntags: &a [*a, *a]\n---\n正文",
        ["long front matter"] = () => "---\ntags:\n" + Repeat("- a\n", Long / 4) + "---\n正文",
        ["zero bytes"] = () => Repeat("\0", Long) + "正文",
        ["blank lines"] = () => Repeat("\r\n", Long / 2) + "正文",
        ["combining marks"] = () => "正文城" + Repeat("\u0301", Long),
        ["labels"] = () => "正文\n\n" + Repeat("[1-50]", Long / 6) + "\n\n## 参考文献\n1. a 2019\n",
    };

    public static TheoryData<string> Names => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_text_is_read_and_what_it_shows_is_found(string name) =>
        Assert.Contains("正文", VisibleText.Of(ArticlePrinter.Read(Texts[name]())), StringComparison.Ordinal);

    [Fact]
    public void A_line_of_five_million_characters_is_read_whole()
    {
        var line = Repeat("城市大脑，", 1_000_000);
        var article = ArticlePrinter.Read(line);

        Assert.Equal(line, string.Concat(article.Sections.Select(section => section.Text)));
        Assert.All(article.Sections, section => Assert.Equal([1], section.ParagraphLines));
    }

    [Fact]
    public void Aliases_are_not_expanded() =>
        Assert.Equal("title: 题\ntags: 甲 | 丁\n\n==  # :6\n  6 正文", ArticlePrinter.Print("---\ntitle: 题\nx: &x [甲, 乙]\ntags: [甲, *x, 丁]\n---\n正文"));

    [Theory]
    [InlineData(new byte[] { 0xE5, 0x9F }, "\uFFFD")]
    [InlineData(new byte[] { 0xFF, 0xC0, 0x80 }, "\uFFFD\uFFFD\uFFFD")]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD }, "\uFFFD\uFFFD\uFFFD")]
    [InlineData(new byte[] { 0x00 }, "\uFFFD")]
    public void Bytes_that_are_no_text_are_replaced_and_the_text_around_them_stays(byte[] bytes, string shown)
    {
        byte[] file = [.. Encoding.UTF8.GetBytes("# 题\n城"), .. bytes, .. Encoding.UTF8.GetBytes("市\n")];

        Assert.Equal("城" + shown + "市", Assert.Single(ArticlePrinter.Read(file).Sections).Text);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_of_another_encoding_is_heeded(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding) is var chosen ? chosen.GetPreamble().Concat(chosen.GetBytes("# 题\n\n城市😀")).ToArray() : [];

        Assert.Equal("title: 题\n\n== 题 #题 :1\n  3 城市😀", ArticlePrinter.Print(ArticlePrinter.Read(bytes)));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_says_so_in_one_line()
    {
        var error = Assert.Throws<ReadingException>(() => Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".md")));

        Assert.StartsWith("The file cannot be opened: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_file_that_is_no_article_by_its_size_is_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".md");
        try
        {
            using (var file = File.Create(path))
            {
                file.SetLength((64L << 20) + 1);
            }

            Assert.Equal("The file is larger than 64 MB: split it, or raise MaxFileBytes.", Assert.Throws<ReadingException>(() => Read(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_empty_file_is_an_article_without_sections() => Assert.Equal("title: 文章", ArticlePrinter.Print(""));

    [Fact]
    public void Thousands_of_items_of_a_list_keep_their_markup_parsed()
    {
        var article = ArticlePrinter.Read(Repeat("* [城市](a.md)的**大脑**\n", 5_000));

        Assert.Equal(Repeat("城市的大脑", 5_000), VisibleText.Of(article).Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal(["a.md"], article.Links);
    }

    [Fact]
    public void Thousands_of_brackets_in_code_stay_as_they_are()
    {
        var code = Repeat("[[1, 2]],\n", 5_000);

        Assert.Equal(code.TrimEnd(), VisibleText.Of(ArticlePrinter.Read("```json\n" + code + "```")));
    }

    [Fact]
    public void Delimiters_that_are_escaped_for_their_number_show_once()
    {
        var text = "城" + Repeat(@"\[ [ ", 9_000) + "市";

        Assert.Equal(("城" + Repeat("[ [ ", 9_000) + "市").Replace(" ", "", StringComparison.Ordinal), VisibleText.Of(ArticlePrinter.Read(text)).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('3')]
    [InlineData('.')]
    [InlineData('-')]
    [InlineData('*')]
    public void A_long_run_without_spaces_is_no_nesting(char c)
    {
        var run = new string(c, 300);

        Assert.Equal(run + "城", VisibleText.Of(ArticlePrinter.Read(run + "城")));
    }

    private static List<Article> Read(string path) =>
        [.. new MarkdownArticleReader().Read(new CorpusFile(path, Path.GetFileName(path)), TestContext.Current.CancellationToken)];

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Key(int number) => "k" + number;
}
