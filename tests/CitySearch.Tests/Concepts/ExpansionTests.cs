using CitySearch.Concepts;

namespace CitySearch.Tests.Concepts;

public sealed class ExpansionTests
{
    private static readonly Thesaurus Sample = Thesaurus.Parse("""
        city-brain:
          prefLabel: {zh: 城市大脑, en: City Brain}
          altLabel: [城市数据大脑, 杭州城市大脑, CityBrain]
          hiddenLabel: [城市大闹]
          broader: [smart-city]
        smart-city:
          prefLabel: {zh: 智慧城市, en: Smart City}
          exactMatch: [intelligent-city, https://example.org/smart-city]
        intelligent-city:
          prefLabel: {zh: 智能城市}
          abbreviation: [智城]
        ndrc:
          prefLabel: {zh: 国家发展和改革委员会, en: National Development and Reform Commission}
          abbreviation: [国家发改委, 发改委, NDRC]
        artificial-intelligence:
          prefLabel: {zh: 人工智能, en: Artificial Intelligence}
          abbreviation: [AI]
        information-technology:
          prefLabel: {zh: 信息技术}
          abbreviation: [IT]
        capital:
          prefLabel: {zh: 北京}
          abbreviation: [京]
        olympics:
          prefLabel: {zh: 国际奥委会}
          abbreviation: [IOC]
        operations:
          prefLabel: {zh: 城市运行中心}
          abbreviation: [IOC]
        grid:
          prefLabel: {zh: 网格}
        net:
          prefLabel: {zh: 方格网}
          altLabel: [网格, 方格]
        day-trip:
          prefLabel: {zh: 一日游}
          altLabel: [1日游]
        """);

    [Theory]
    [InlineData("城市大脑", "City Brain 0.5; 城市数据大脑 0.5; CityBrain 0.5")]
    [InlineData("城市大腦", "City Brain 0.5; 城市数据大脑 0.5; CityBrain 0.5")]
    [InlineData("city-brain", "城市大脑 0.5; 城市数据大脑 0.5; CityBrain 0.5")]
    [InlineData("杭州城市大脑", "城市大脑 0.5; City Brain 0.5; 城市数据大脑 0.5; CityBrain 0.5")]
    [InlineData("城市大闹", "城市大脑 0.9; City Brain 0.9; 城市数据大脑 0.9; CityBrain 0.9")]
    [InlineData("City Brain 城市大脑", "城市数据大脑 0.5; CityBrain 0.5")]
    [InlineData("智慧城市", "Smart City 0.5; 智能城市 0.4; 智城 0.16")]
    [InlineData("智能城市", "智城 0.2; 智慧城市 0.4; Smart City 0.4")]
    [InlineData("发改委", "国家发展和改革委员会 0.5; National Development and Reform Commission 0.5; NDRC 0.4")]
    [InlineData("NDRC", "国家发展和改革委员会 0.5; National Development and Reform Commission 0.5; 发改委 0.4")]
    [InlineData("人工智能", "Artificial Intelligence 0.5; AI 0.2")]
    [InlineData("ai", "人工智能 0.5; Artificial Intelligence 0.5")]
    [InlineData("IT", "信息技术 0.5")]
    [InlineData("it", "")]
    [InlineData("信息技术", "")]
    [InlineData("北京", "")]
    [InlineData("京", "")]
    [InlineData("IOC", "")]
    [InlineData("国际奥委会", "IOC 0.4")]
    [InlineData("网格", "")]
    [InlineData("方格网", "网格 0.5; 方格 0.5")]
    [InlineData("１日游", "一日游 0.5")]
    [InlineData("没有概念的文字", "")]
    public void A_query_is_expanded_by_the_other_labels_of_what_it_mentions(string query, string expansions) =>
        Assert.Equal(expansions, string.Join("; ", Sample.Expand(query).Select(e => FormattableString.Invariant($"{e.Text} {e.Weight:0.##}"))));

    [Fact]
    public void An_expansion_names_its_concept_and_the_mention_that_it_stands_for()
    {
        var expansion = Assert.Single(Sample.Expand("西湖1日游"));
        Assert.Equal(("一日游", 0.5f, "day-trip"), (expansion.Text, expansion.Weight, expansion.Concept.Id));
        Assert.Equal((2, 3, "1日游"), (expansion.Mention.Start, expansion.Mention.Length, expansion.Mention.Label));
    }

    [Fact]
    public void A_pasted_page_is_expanded_by_a_bounded_number_of_labels()
    {
        var yaml = string.Concat(Enumerable.Range(0, 100).Select(i => $"c{i}:\n  prefLabel: {{zh: 名称{i}号}}\n  altLabel: [别名{i}号]\n"));
        var page = string.Join('，', Enumerable.Range(0, 100).Select(i => $"名称{i}号"));
        var expansions = Thesaurus.Parse(yaml).Expand(page);
        Assert.Equal(Enumerable.Range(0, ExpansionWeights.Default.MostExpansions).Select(i => $"别名{i}号"), expansions.Select(e => e.Text));
    }
}
