namespace CitySearch.Formats.Tests;

/// <summary>Headings and paragraphs of plain text.</summary>
public sealed class TextTests
{
    [Fact]
    public void A_table_of_contents_makes_no_headings()
    {
        var article = Fixture.ReadText("集市志\n\n目录\n第一章 沿革……1\n第二章 摊位……9\n\n第一章 沿革\n集市始于民国。\n第二章 摊位\n摊位四百。\n", "a.txt");
        Assert.Equal(
            [["集市志"], ["集市志", "第一章 沿革"], ["集市志", "第二章 摊位"]],
            article.Sections.Select(section => section.Headings.ToArray()));
        Assert.Equal("目录\n第一章 沿革……1\n第二章 摊位……9", article.Sections[0].Text);
    }

    [Fact]
    public void Items_of_a_list_are_no_headings() =>
        Assert.Equal(
            "所需材料：\n1、身份证\n2、户口本\n3、照片两张",
            Assert.Single(Fixture.ReadText("一、办理\n所需材料：\n1、身份证\n2、户口本\n3、照片两张\n", "a.txt").Sections).Text);

    [Fact]
    public void The_levels_of_an_official_document_nest()
    {
        var article = Fixture.ReadText("关于河道保洁的意见\n\n一、总体要求\n（一）目标\n水清岸绿。\n（二）原则\n分段负责。\n二、保障\n经费列入预算。\n\n云溪镇人民政府\n2008年11月20日\n", "a.txt");
        Assert.Equal(
            [["关于河道保洁的意见", "一、总体要求", "（一）目标"], ["关于河道保洁的意见", "一、总体要求", "（二）原则"], ["关于河道保洁的意见", "二、保障"]],
            article.Sections.Select(section => section.Headings.ToArray()));
        Assert.Equal("2008-11-20", article.Date.ToString());
    }

    [Fact]
    public void A_mention_of_an_article_of_law_at_the_start_of_a_line_is_no_heading() =>
        Assert.Empty(Assert.Single(Fixture.ReadText("第三条规定的情形，由市场管理员处理。\n第四条所称家属，是指配偶和子女。\n", "a.txt").Sections).Headings);

    [Fact]
    public void A_text_without_headings_is_called_as_its_file() => Assert.Equal("记事", Fixture.ReadText("今天下雨，河水涨了两级。\n", "a/记事.txt").Title);

    [Fact]
    public void An_empty_text_is_an_article_without_sections() => Assert.Empty(Fixture.ReadText("\n \n", "a.txt").Sections);

    [Fact]
    public void A_long_paragraph_is_cut_into_passages_that_know_their_lines()
    {
        var article = Fixture.ReadText("记\n\n" + string.Concat(Enumerable.Repeat("水位每日早晚各读一次，记在本子上。", 100)) + "\n末行。\n", "a.txt");
        Assert.True(article.Sections.Count > 1);
        Assert.All(article.Sections, section => Assert.Equal(section.Text.Split('\n').Length, section.ParagraphLines.Count));
        Assert.Equal(4, article.Sections[^1].ParagraphLines[^1]);
    }
}
