using System.Globalization;
using System.Text;
using CitySearch.Formats.Pdf;

namespace CitySearch.Formats.Tests;

/// <summary>How the lines of a PDF become paragraphs.</summary>
public sealed class PdfTests
{
    [Theory]
    [InlineData("城市", "大脑", "城市大脑")]
    [InlineData("the one-", "stop service", "the onestop service")]
    [InlineData("a well-known one-stop shop, one-", "stop service", "a well-known one-stop shop, one-stop service")]
    [InlineData("见2020-12-", "28的通知", "见2020-12-28的通知")]
    [InlineData("smart", "city", "smart city")]
    [InlineData("他说，“好", "”。", "他说，“好”。")]
    [InlineData("the word “city", "” is old", "the word “city” is old")]
    [InlineData("EB/OL]. https://www.example.org/zhengce/", "content/2019.htm.", "EB/OL]. https://www.example.org/zhengce/content/2019.htm.")]
    [InlineData("接入 LoRa", "模组，IoT 平台 36 个", "接入 LoRa 模组，IoT 平台 36 个")]
    [InlineData("接入LoRa", "模组，IoT平台36个", "接入LoRa模组，IoT平台36个")]
    public void Lines_are_joined_as_their_language_is_written(string line, string next, string joined)
    {
        var text = new StringBuilder(line);
        new LineJoin([line, next]).Append(text, next);
        Assert.Equal(joined, text.ToString());
    }

    [Theory]
    [InlineData("GBK-EUC-H", "GB1", 54936)]
    [InlineData("GB-EUC-H", "GB1", 54936)]
    [InlineData("GBKp-EUC-H", "GB1", 54936)]
    [InlineData("GBK2K-H", "GB1", 54936)]
    [InlineData("UniGB-UCS2-H", "GB1", 1201)]
    [InlineData("UniGB-UCS2-V", "GB1", 1201)]
    [InlineData("UniGB-UTF16-H", "GB1", 1201)]
    [InlineData("B5pc-H", "CNS1", 950)]
    [InlineData("ETen-B5-H", "CNS1", 950)]
    [InlineData("UniCNS-UCS2-H", "CNS1", 1201)]
    public void Fonts_that_are_only_named_are_read_by_their_encoding(string map, string ordering, int codePage)
    {
        var text = ordering == "GB1" ? "城市大脑的实践与思考" : "港區路網的感測與維護";
        var encoding = codePage switch { 1201 => Encoding.BigEndianUnicode, 950 => Text.LegacyEncodings.Big5, _ => Text.LegacyEncodings.Gb18030 };
        var pdf = PdfFiles.WithFont(map, ordering, $"BT /F1 12 Tf 72 700 Td <{Convert.ToHexString(encoding.GetBytes(text))}> Tj ET");
        Assert.Equal(text, Assert.Single(Fixture.Read(pdf, "a.pdf").Sections).Text);
    }

    [Fact]
    public void A_raised_number_cites_an_entry_of_its_label_and_is_no_number_of_the_text_otherwise()
    {
        var content = new StringBuilder("BT ");
        Show(72, 700, 12, 0, "城市大脑汇聚数据");
        Show(72 + (8 * 12), 700, 7, 5, "3");
        Show(72 + (8 * 12) + 7, 700, 12, 0, "并提出方案");
        Show(72 + (13 * 12) + 7, 700, 7, 5, "9");
        Show(72 + (13 * 12) + 14, 700, 12, 0, "。");
        Show(72, 640, 12, 0, "参考文献");
        Show(72, 600, 12, 0, "[3] 王坚. 在线[M]. 中信出版社, 2016.");

        var article = Fixture.Read(PdfFiles.WithFont("UniGB-UCS2-H", "GB1", content.Append("ET").ToString()), "a.pdf");

        var section = article.Sections[0];
        Assert.Equal("城市大脑汇聚数据[3]并提出方案。", section.Text);
        Assert.Equal(["3"], section.CitedLabels);
        Assert.Equal("在线", Assert.Single(article.References).Reference.Title);

        void Show(double x, double y, int size, int rise, string text) =>
            content.Append(CultureInfo.InvariantCulture, $"/F1 {size} Tf {rise} Ts 1 0 0 1 {x} {y} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ");
    }

    [Theory]
    [InlineData("⽔", "水")]
    [InlineData("⼾", "户")]
    [InlineData("⻔", "门")]
    [InlineData("︒", "。")]
    [InlineData("ﬃ", "ffi")]
    [InlineData("城", "城")]
    public void Shapes_are_given_back_the_characters_that_were_typed(string shape, string typed) => Assert.Equal(typed, PdfCharacters.Typed(shape));

    [Fact]
    public void Running_heads_that_name_the_chapter_and_count_the_pages_are_dropped()
    {
        var pages = Enumerable.Range(1, 6).Select(page => new List<PdfLine>
        {
            Line(page, page < 4 ? $"第一章　缘起 {page + 12}" : $"第二章　方法 {page + 12}", 800),
            Line(page, $"第{page}页的正文。", 700),
            Line(page, "东湾区市政管理所", 40),
        }).ToList();
        var left = RunningHeads.Remove(pages, [.. Enumerable.Repeat(842.0, 6)]);
        Assert.Equal(Enumerable.Range(1, 6).Select(page => $"第{page}页的正文。"), left.SelectMany(page => page).Select(line => line.Text));
    }

    [Fact]
    public void What_only_one_page_says_at_its_edge_stays()
    {
        List<List<PdfLine>> pages = [[Line(1, "一盏路灯的账本", 800), Line(1, "正文一。", 700)], [Line(2, "三、结果", 800), Line(2, "正文二。", 700)]];
        Assert.Equal(["一盏路灯的账本", "正文一。", "三、结果", "正文二。"], RunningHeads.Remove(pages, [842, 842]).SelectMany(page => page).Select(line => line.Text));
    }

    private static PdfLine Line(int page, string text, double y) => new()
    {
        Text = text,
        Page = page,
        Left = 72,
        Right = 500,
        Y = y,
        Size = 10,
        Style = new GlyphStyle("", false),
    };
}
