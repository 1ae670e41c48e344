using CitySearch.Corpus.Markdown;

namespace CitySearch.Tests.Corpus.Markdown;

public sealed class HeadingAnchorsTests
{
    [Theory]
    [InlineData("五、城市大脑", "五、城市大脑")]
    [InlineData("2. 没有时间的维度", "_2-没有时间的维度")]
    [InlineData("2.1 地方立法走得更快", "_2-1-地方立法走得更快")]
    [InlineData("2016年之前", "_2016年之前")]
    [InlineData("“两张网”？", "两张网")]
    [InlineData("为什么是“两张网”", "为什么是-两张网")]
    [InlineData("C++ & AI", "c-ai")]
    [InlineData("（一）总体要求", "一-总体要求")]
    [InlineData("城市数据治理：从‘有数据’到‘能用’！", "城市数据治理-从-有数据-到-能用")]
    [InlineData("智慧城市——起源与展望", "智慧城市-起源与展望")]
    [InlineData("2018–2020年", "_2018-2020年")]
    [InlineData("《数据条例》的“三权”……", "《数据条例》的-三权")]
    [InlineData("5G·物联网", "_5g·物联网")]
    [InlineData("互联网+政务服务", "互联网-政务服务")]
    [InlineData("互联网＋政务服务", "互联网-政务服务")]
    [InlineData("ＧＢ／Ｔ　３６３３３", "gb-t-36333")]
    [InlineData("①试点", "_1试点")]
    [InlineData("H₂O 与 m²", "h2o-与-m2")]
    [InlineData("Café déjà vu", "cafe-deja-vu")]
    [InlineData("  -- 前后都是横线 --  ", "前后都是横线")]
    [InlineData("🚀 起步", "🚀-起步")]
    [InlineData("_下划线_ 与 ~波浪~", "下划线-与-波浪")]
    [InlineData("全角　空格\u00A0与\u2003其他", "全角-空格-与-其他")]
    [InlineData("制\u0001表\t符", "制表符")]
    [InlineData("A/B、C\\D", "a-b、c-d")]
    [InlineData("\uF900是兼容字", "\u8C48是兼容字")]
    [InlineData("？！", "")]
    [InlineData("", "")]
    public void A_heading_has_the_anchor_that_VuePress_gives_it(string heading, string anchor) =>
        Assert.Equal(anchor, HeadingAnchors.Slug(heading));

    [Fact]
    public void Equal_headings_are_numbered_past_what_is_taken()
    {
        var anchors = new HeadingAnchors();

        Assert.Equal(
            ["小结", "小结-2", "小结-2-2", "小结-3", "小结-4", "", "-2"],
            new[] { "小结", "小结", "小结-2", "小结", "小结！", "？", "！" }.Select(anchors.Next));
    }

    [Fact]
    public void An_anchor_of_the_author_is_taken_for_the_headings_behind_it()
    {
        var anchors = new HeadingAnchors();

        Assert.Equal(["own", "own-2"], [anchors.Take("own"), anchors.Next("Own")]);
    }

    [Theory]
    [InlineData("**五、城市大脑**", "五、城市大脑", "五、城市大脑")]
    [InlineData("用 `GET /api` 取数", "用 GET /api 取数", "用-get-api-取数")]
    [InlineData("[数字政府](a.md)与[ref][x]", "数字政府与[ref][x]", "数字政府与-ref-x")]
    [InlineData("图 ![架构](a.png) 解", "图 架构 解", "图-解")]
    [InlineData("起步 :rocket: 🚀", "起步 🚀 🚀", "起步-🚀")]
    [InlineData("试点 <Badge text=\"新\"/>", "试点 新", "试点")]
    [InlineData("<b>加粗</b>的", "加粗的", "加粗的")]
    [InlineData("转义 \\* 与 &amp; 实体", "转义 * 与 & 实体", "转义-与-实体")]
    [InlineData("见 <https://a.cn/b>", "见 https://a.cn/b", "见-https-a-cn-b")]
    [InlineData("~~旧~~新*斜*", "旧新斜", "旧新斜")]
    [InlineData("收尾井号 ##", "收尾井号", "收尾井号")]
    [InlineData("自定 {#own}", "自定", "own")]
    [InlineData("自定 {#own .red}", "自定", "own")]
    public void Markup_in_a_heading_is_neither_in_its_text_nor_in_its_anchor(string heading, string text, string anchor)
    {
        var section = Assert.Single(ArticlePrinter.Read($"## {heading}\n\n正文。").Sections);

        Assert.Equal([text], section.Headings);
        Assert.Equal(anchor, section.Anchor);
    }
}
