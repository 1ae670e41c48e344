using System.Globalization;
using CitySearch.Corpus;

namespace CitySearch.Tests.Corpus.Markdown;

public sealed class ReferenceListTests
{
    [Theory]
    [InlineData("## 参考资料")]
    [InlineData("## **参考文献：**")]
    [InlineData("### 七、参考文章")]
    [InlineData("# 5.2 主要参考文献")]
    [InlineData("## 附录A 参考书目")]
    [InlineData("## 注释与参考文献")]
    [InlineData("## References")]
    [InlineData("## 延伸阅读 / Further Reading")]
    [InlineData("## 引用 {#refs}")]
    [InlineData("参考文献\n===")]
    [InlineData("**参考资料：**")]
    [InlineData("**参考资料**：")]
    [InlineData("__参考资料__")]
    [InlineData("<b>参考资料</b>")]
    [InlineData("参考资料：")]
    [InlineData("【参考资料】")]
    [InlineData("> **参考资料**")]
    [InlineData("::: details 参考资料")]
    [InlineData("參考文獻：")]
    public void Below_a_title_of_a_reference_list_entries_are_references_and_title_and_list_are_no_text(string title)
    {
        var article = ArticlePrinter.Read($"正文。\n\n{title}\n\n[1]. 张三.城市大脑[J].城市,2019(04):2-8.\n");

        Assert.Equal("正文。", VisibleText.Of(article));
        Assert.Equal(("1", "张三.城市大脑[J].城市,2019(04):2-8."), (Assert.Single(article.References).Label, article.References[0].Reference.Text));
    }

    [Theory]
    [InlineData("## 参考资料的写法")]
    [InlineData("## 如何引用")]
    [InlineData("**参考资料见附录，共三十页。**")]
    [InlineData("- 参考资料")]
    [InlineData("```\n参考资料：\n```")]
    [InlineData("<!--\n参考资料：\n-->")]
    [InlineData("    参考资料见下")]
    public void Below_another_line_a_list_is_text(string title) =>
        Assert.Empty(ArticlePrinter.Read($"正文。\n\n{title}\n\n1. 张三.城市大脑[J].城市,2019(04):2-8.\n").References);

    [Theory]
    [InlineData("[1]. 张三.城市.2019", "1")]
    [InlineData("[1] 张三.城市.2019", "1")]
    [InlineData("[1]张三.城市.2019", "1")]
    [InlineData(@"\[1\] 张三.城市.2019", "1")]
    [InlineData("［1］张三.城市.2019", "1")]
    [InlineData("【1】 张三.城市.2019", "1")]
    [InlineData("[^1] 张三.城市.2019", "1")]
    [InlineData("[1]：张三.城市.2019", "1")]
    [InlineData("1. 张三.城市.2019", "1")]
    [InlineData("1.张三.城市.2019", "1")]
    [InlineData("1、张三.城市.2019", "1")]
    [InlineData("1) 张三.城市.2019", "1")]
    [InlineData("（1）张三.城市.2019", "1")]
    [InlineData("(1) 张三.城市.2019", "1")]
    [InlineData("**[1]** 张三.城市.2019", "1")]
    [InlineData("① 张三.城市.2019", "1")]
    [InlineData("⑳张三.城市.2019", "20")]
    [InlineData("* 张三.城市.2019", "")]
    [InlineData("- 张三.城市.2019", "")]
    [InlineData("+ 张三.城市.2019", "")]
    [InlineData("• 张三.城市.2019", "")]
    [InlineData("- [3] 张三.城市.2019", "3")]
    [InlineData("* 12. 张三.城市.2019", "12")]
    [InlineData("> [1] 张三.城市.2019", "1")]
    [InlineData("<li>张三.城市.2019</li>", "")]
    [InlineData("张三.城市.2019", "")]
    [InlineData("[1] **张三**.[城市](a.md).`2019`", "1", "张三.城市 a.md .2019")]
    [InlineData("**[1]**. **张三**.城市", "1", "张三.城市")]
    [InlineData("**1.** **张三**.城市", "1", "张三.城市")]
    [InlineData("**[1] 张三**.城市", "1", "张三.城市")]
    [InlineData("[1] 2019.城市", "1", "2019.城市")]
    [InlineData("2019.城市", "", "2019.城市")]
    [InlineData("3.0版说明.张三.2019", "", "3.0版说明.张三.2019")]
    [InlineData("[城市](https://a.cn/b)", "", "城市 https://a.cn/b")]
    [InlineData("https://a.cn/a_b_c?x=1&y=2", "", "https://a.cn/a_b_c?x=1&y=2")]
    public void An_entry_starts_with_its_label(string line, string label, string text = "张三.城市.2019")
    {
        var reference = Assert.Single(ArticlePrinter.Read($"## 参考文献\n\n{line}\n").References);

        Assert.Equal((label, text, 3), (reference.Label, reference.Reference.Text, reference.Line));
    }

    [Theory]
    [InlineData("[1] 张三.城市.2019\n李四.大脑.2020", "张三.城市.2019|李四.大脑.2020")]
    [InlineData("[1] 张三.很长的题名在这里\n    断开.2019", "张三.很长的题名在这里断开.2019")]
    [InlineData("[1] Smith J.\nSmart City. 2019", "Smith J. Smart City. 2019")]
    [InlineData("[1] 张三.城市.2019\n\n\n\n[2] 李四.大脑.2020", "张三.城市.2019|李四.大脑.2020")]
    [InlineData("[1] 张三.城市.2019\n\n---\n\n[2] 李四.大脑.2020", "张三.城市.2019|李四.大脑.2020")]
    [InlineData("[1] 张三.城市.2019  \n[2] 李四.大脑.2020\\\n[3] 王五.数据.2021", "张三.城市.2019|李四.大脑.2020|王五.数据.2021")]
    [InlineData("张三.城市.2019\n\n李四.大脑.2020", "张三.城市.2019|李四.大脑.2020")]
    [InlineData("城市的胜利\n\n城市的精神", "城市的胜利|城市的精神")]
    [InlineData("- 城市的胜利\n- 城市的精神\n\n感谢阅读", "城市的胜利|城市的精神")]
    [InlineData("[1]\n张三.城市.2019", "张三.城市.2019")]
    [InlineData("[1]: https://a.cn/1\n[2]: https://a.cn/2 \"题\"", "https://a.cn/1|https://a.cn/2 \"题\"")]
    public void Entries_may_be_wrapped_parted_and_unlabelled(string list, string entries) =>
        Assert.Equal(entries, string.Join('|', ArticlePrinter.Read("## 参考资料\n\n" + list + "\n").References.Select(reference => reference.Reference.Text)));

    [Theory]
    [InlineData("城市[1]。", "1")]
    [InlineData("城市【3】。", "3")]
    [InlineData("城市［2］。", "2")]
    [InlineData("城市[^3]。", "3")]
    [InlineData("城市[3,1]与[2，3]。", "3 1 2")]
    [InlineData("城市[1-3]、[2–3]。", "1 2 3")]
    [InlineData("城市[2]、[2]、[1]。", "2 1")]
    [InlineData("城市<sup>[1]</sup>", "1")]
    [InlineData(@"城市\[1\]", "1")]
    [InlineData("城市[1](https://a.cn)", "")]
    [InlineData("城市[4]、[2019]、[城市]、[]、[0]", "")]
    [InlineData("城市[3-1]", "")]
    public void A_mark_ties_its_section_to_the_entry(string text, string labels) =>
        Assert.Equal(labels, string.Join(' ', ArticlePrinter.Read($"{text}\n\n## 节\n\n无引用。\n\n## 参考文献\n[1] 甲.2019\n[2] 乙.2020\n[3] 丙.2021\n").Sections[0].CitedLabels));

    [Fact]
    public void A_heading_is_no_section_when_all_below_it_was_a_reference_list()
    {
        var article = ArticlePrinter.Read("# 题\n\n正文。\n\n## 引用\n\n- [1] 张三.城市.2019\n\n## 空标题\n\n## 参考文献\n");

        Assert.Equal(["题", "题/空标题"], article.Sections.Select(section => string.Join('/', section.Headings)));
    }

    [Fact]
    public void Text_behind_the_list_stays_below_the_heading()
    {
        var article = ArticlePrinter.Read("## 参考文献\n\n1. 张三.城市.2019\n\n本文完，欢迎来信指正，也欢迎转载，转载时请注明出处与作者。\n");

        Assert.Equal(("参考文献", 1, "本文完，欢迎来信指正，也欢迎转载，转载时请注明出处与作者。"), (article.Sections[0].Headings[0], article.Sections[0].Line, article.Sections[0].Text));
        Assert.Equal([5], article.Sections[0].ParagraphLines);
    }

    [Fact]
    public void A_long_section_is_cut_into_passages_that_repeat_its_headings()
    {
        var paragraphs = Enumerable.Range(1, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"第{i}段：") + new string('城', 90) + "。").ToList();
        var article = ArticlePrinter.Read("# 题\n\n## 节\n\n" + string.Join("\n\n", paragraphs) + "\n");

        Assert.Equal(paragraphs, article.Sections.SelectMany(section => section.Text.Split('\n')));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => 5 + (2 * i)), article.Sections.SelectMany(section => section.ParagraphLines));
        Assert.All(article.Sections, section => Assert.Equal(("题", "节", "节"), (section.Headings[0], section.Headings[1], section.Anchor)));
        Assert.Equal([3, .. article.Sections.Skip(1).Select(section => section.ParagraphLines[0])], article.Sections.Select(section => section.Line));
        Assert.All(article.Sections, section => Assert.InRange(section.Text.Length, Passages.MaxLength / 2, Passages.MaxLength));
    }
}
