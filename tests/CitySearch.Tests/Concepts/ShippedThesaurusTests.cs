using System.Text.RegularExpressions;
using CitySearch.Concepts;

namespace CitySearch.Tests.Concepts;

/// <summary>The thesaurus that comes with the sample corpus.</summary>
public sealed partial class ShippedThesaurusTests
{
    internal static string Text { get; } = File.ReadAllText(Path.Combine(Approval.RepositoryRoot, "corpus/concepts.yaml"));

    internal static Thesaurus Shipped { get; } = Thesaurus.Parse(Text);

    private static IEnumerable<ConceptLabel> Labels => Shipped.Concepts.SelectMany(ConceptLabel.Of);

    [Fact]
    public void It_has_the_concepts_of_the_field_in_both_languages()
    {
        Assert.True(Shipped.Concepts.Count >= 130);
        Assert.True(Shipped.Concepts.Count(c => c.PreferredLabel is { Zh: not null, En: not null }) >= 120);
        Assert.All(Shipped.Concepts, c => Assert.NotNull(c.Definition?.Zh));
    }

    [Theory]
    [InlineData("智慧地球", "smart-planet", "Smarter Planet")]
    [InlineData("智慧城市", "smart-city", "Smart City")]
    [InlineData("新型智慧城市", "new-type-smart-city", "New-Type Smart City")]
    [InlineData("城市大脑", "city-brain", "City Brain")]
    [InlineData("数字政府", "digital-government", "Digital Government")]
    [InlineData("数字中国", "digital-china", "Digital China")]
    [InlineData("智慧社会", "smart-society", "Smart Society")]
    public void The_ideas_of_the_field_are_its_heart(string label, string id, string english)
    {
        var concept = Assert.Single(Shipped.Find(label));
        Assert.Equal((id, english), (concept.Id, concept.PreferredLabel.En));
        Assert.NotNull(concept.Definition?.En);
        Assert.NotNull(concept.ScopeNote?.Zh);
    }

    [Fact]
    public void The_six_ideas_are_related_as_the_field_states()
    {
        Assert.Equal(["智慧城市"], Names("city-brain", c => c.Broader));
        Assert.Equal(["数字中国", "智慧城市"], Names("digital-government", c => c.Broader));
        Assert.Equal(["智慧城市"], Names("new-type-smart-city", c => c.Broader));
        Assert.Subset(Names("city-brain", c => c.Related), new HashSet<string> { "数字政府", "新型智慧城市" });
        Assert.Subset(Names("digital-government", c => c.Related), new HashSet<string> { "城市大脑", "新型智慧城市" });
        Assert.Subset(Names("digital-china", c => c.Related), new HashSet<string> { "智慧社会", "智慧城市" });
        Assert.Subset(Names("smart-city", c => c.Related), new HashSet<string> { "智慧地球", "智慧社会" });
        Assert.Subset(Names("digital-china", c => c.Narrower), new HashSet<string> { "数字经济", "数字社会", "数字政府", "数字人文", "数字生态文明" });
        Assert.Equal(["数字城市", "智慧乡村"], Names("smart-society", c => c.Narrower));
    }

    [Theory]
    [InlineData("城市大脑 = City Brain = 城市数据大脑 = city-brain = 城市大腦")]
    [InlineData("发改委 = 国家发展改革委 = 国家发展和改革委员会 = NDRC")]
    [InlineData("网信办 = 中央网信办 = 国家网信办 = 国家互联网信息办公室 = CAC")]
    [InlineData("工信部 = 工业和信息化部 = MIIT")]
    [InlineData("住建部 = 住房城乡建设部 = 住房和城乡建设部 = MOHURD")]
    [InlineData("科技部 = 科学技术部")]
    [InlineData("国办 = 国务院办公厅")]
    [InlineData("国标委 = 国家标准化管理委员会 = SAC")]
    [InlineData("十三五 = “十三五”规划 = 第十三个五年规划 = 13th Five-Year Plan")]
    [InlineData("物联网 = IoT = Internet of Things")]
    [InlineData("人工智能 = AI = 人工智慧")]
    [InlineData("BIM = 建筑信息模型 = ＢＩＭ")]
    [InlineData("CIM = 城市信息模型 = City Information Modelling")]
    [InlineData("信息孤岛 = 数据孤岛")]
    [InlineData("新基建 = 新型基础设施建设")]
    [InlineData("城市运营中心 = IOC")]
    [InlineData("一日游 = 1日游")]
    [InlineData("GB/T 33356 = 新型智慧城市评价指标")]
    public void Different_names_of_one_thing_are_one_concept(string names) =>
        Assert.Single(names.Split(" = ").SelectMany(Shipped.Find).DistinctBy(c => c.Id));

    [Fact]
    public void Neighbours_that_are_not_the_same_are_different_concepts()
    {
        Assert.Contains("data-chimney", Shipped.Find("信息孤岛").Single().Related);
        Assert.Contains("unified-management", Shipped.Find("一网通办").Single().Related);
        Assert.Contains("smart-transport", Shipped.Find("智能交通").Single().Related);
    }

    [Fact]
    public void Relations_are_closed()
    {
        foreach (var concept in Shipped.Concepts)
        {
            Assert.All(concept.Broader, id => Assert.Contains(concept.Id, Shipped.Get(id)!.Narrower));
            Assert.All(concept.Narrower, id => Assert.Contains(concept.Id, Shipped.Get(id)!.Broader));
            Assert.All(concept.Related, id => Assert.Contains(concept.Id, Shipped.Get(id)!.Related));
        }
    }

    [Fact]
    public void Every_label_is_found_as_a_whole_in_a_sentence()
    {
        foreach (var label in Labels)
        {
            var mention = Assert.Single(Shipped.Mentions($"（{label.Text}）"));
            Assert.Equal((1, label.Text.Length), (mention.Start, mention.Length));
            Assert.Contains(label.Concept, mention.Concepts);
        }
    }

    [Fact]
    public void No_label_is_borne_by_two_concepts() =>
        Assert.Empty(Labels.GroupBy(l => LabelForm.Key(l.Text)).Where(g => g.DistinctBy(l => l.Concept.Id).Count() > 1).Select(g => g.First().Text));

    [Fact]
    public void No_label_is_a_single_character_or_spelled_like_a_function_word() =>
        Assert.Empty(Labels.Where(l => LabelForm.Length(LabelForm.Key(l.Text)) < 2 || LabelEntry.IsLikeFunctionWord(LabelForm.Key(l.Text))).Select(l => l.Text));

    [Fact]
    public void Labels_carry_no_space_at_Chinese_characters_and_no_note_in_brackets() =>
        Assert.Empty(Labels.Where(l => Unusual().IsMatch(l.Text) && l.Concept.Id != "gbt-35273").Select(l => l.Text));

    private static HashSet<string> Names(string id, Func<Concept, IReadOnlyList<string>> relation) =>
        [.. relation(Shipped.Get(id)!).Select(other => Shipped.Get(other)!.PreferredLabel.ToString())];

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs} | \p{IsCJKUnifiedIdeographs}|[()（）《》]")]
    private static partial Regex Unusual();
}
