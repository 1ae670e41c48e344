using CitySearch.Concepts;

namespace CitySearch.Tests.Concepts;

public sealed class ThesaurusTests
{
    [Theory]
    [InlineData("")]
    [InlineData("# 只有注释\n\n")]
    public void A_file_without_concepts_is_an_empty_thesaurus(string yaml)
    {
        var thesaurus = Thesaurus.Parse(yaml);
        Assert.Empty(thesaurus.Concepts);
        Assert.Empty(thesaurus.Find("城市大脑"));
        Assert.Empty(thesaurus.Mentions("城市大脑"));
        Assert.Empty(thesaurus.Expand("城市大脑"));
    }

    [Fact]
    public void Every_key_is_read()
    {
        var thesaurus = Thesaurus.Parse("""
            brain:
              prefLabel: {zh: 城市大脑, en: City Brain}
              altLabel: [城市数据大脑]
              abbreviation: CB
              hiddenLabel:
                - 城市大闹   # 常见错字
                - "城市: 大恼"
              definition: {zh: 定义, en: A definition}
              scopeNote:
                en: >
                  A note over
                  two lines.
              broader: [city]
              related: [government]
              exactMatch: [https://example.org/brain]
            city:
              prefLabel: {zh: 智慧城市}
            government:
              prefLabel: {en: Digital Government}
            """);
        var brain = thesaurus.Get("brain")!;
        Assert.Equal(new BilingualText("城市大脑", "City Brain"), brain.PreferredLabel);
        Assert.Equal(["城市数据大脑"], brain.AlternativeLabels);
        Assert.Equal(["CB"], brain.Abbreviations);
        Assert.Equal(["城市大闹", "城市: 大恼"], brain.HiddenLabels);
        Assert.Equal(new BilingualText("定义", "A definition"), brain.Definition);
        Assert.Equal(new BilingualText(null, "A note over two lines."), brain.ScopeNote);
        Assert.Equal(["city"], brain.Broader);
        Assert.Equal(["government"], brain.Related);
        Assert.Equal(["https://example.org/brain"], brain.ExactMatches);
        Assert.Equal(["brain", "city", "government"], thesaurus.Concepts.Select(c => c.Id));
        Assert.Null(thesaurus.Get("Brain"));
    }

    [Fact]
    public void A_relation_holds_on_both_sides_whichever_states_it()
    {
        var thesaurus = Thesaurus.Parse("""
            a:
              prefLabel: {zh: 甲}
              narrower: [c, b]
              related: [d]
              exactMatch: [e]
            b:
              prefLabel: {zh: 乙}
              broader: [a]
            c:
              prefLabel: {zh: 丙}
              related: [d]
            d:
              prefLabel: {zh: 丁}
              related: [a]
            e:
              prefLabel: {zh: 戊}
            f:
              prefLabel: {zh: 己}
              exactMatch: [e]
            """);
        Assert.Equal(["c", "b"], thesaurus.Get("a")!.Narrower);
        Assert.Equal(["a"], thesaurus.Get("b")!.Broader);
        Assert.Equal(["a"], thesaurus.Get("c")!.Broader);
        Assert.Equal(["d"], thesaurus.Get("a")!.Related);
        Assert.Equal(["a", "c"], thesaurus.Get("d")!.Related);
        Assert.Equal(["e", "f"], thesaurus.Get("a")!.ExactMatches);
        Assert.Equal(["a", "f"], thesaurus.Get("e")!.ExactMatches);
        Assert.Equal(["e", "a"], thesaurus.Get("f")!.ExactMatches);
    }

    [Theory]
    [InlineData("城市大脑")]
    [InlineData("城市大腦")]
    [InlineData("“城市 大脑”")]
    [InlineData("City Brain")]
    [InlineData("city-brain")]
    [InlineData("ＣｉｔｙＢｒａｉｎ")]
    [InlineData("CITY  BRAIN")]
    [InlineData("brain-of-hangzhou")]
    public void A_concept_is_found_by_any_spelling_of_its_labels_and_by_its_id(string name)
    {
        var thesaurus = Thesaurus.Parse("brain-of-hangzhou:\n  prefLabel: {zh: 城市大脑, en: City Brain}");
        Assert.Equal(["brain-of-hangzhou"], thesaurus.Find(name).Select(c => c.Id));
    }

    [Fact]
    public void An_ambiguous_label_finds_all_that_bear_it_and_first_the_one_that_prefers_it()
    {
        var thesaurus = Thesaurus.Parse("""
            olympics:
              prefLabel: {zh: 国际奥委会}
              abbreviation: [IOC]
            centre:
              prefLabel: {zh: 运行中心}
              altLabel: [IOC]
            ioc:
              prefLabel: {en: ioc}
            """);
        Assert.Equal(["ioc", "olympics", "centre"], thesaurus.Find("IOC").Select(c => c.Id));
    }
}
