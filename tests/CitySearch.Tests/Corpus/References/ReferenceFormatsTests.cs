using CitySearch.Corpus;
using CitySearch.Corpus.References;

namespace CitySearch.Tests.Corpus.References;

/// <summary>References written after GB/T 7714 and as BibTeX.</summary>
public sealed class ReferenceFormatsTests
{
    private static readonly Reference Journal = new()
    {
        Text = "",
        Authors = ["Batty M", "Axhausen K W", "Giannotti F", "Pozdnoukhov A"],
        Title = "Smart cities of the future",
        Source = "The European Physical Journal Special Topics",
        Date = new PartialDate(2012, 11),
        Type = "J",
        Volume = "214",
        Issue = "1",
        Pages = "481-518",
        Url = "https://doi.org/10.1140/epjst/e2012-01703-3",
    };

    [Theory]
    [InlineData("王坚. 在线[M]. 中信出版社, 2016.")]
    [InlineData("丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).")]
    [InlineData("李明. 城市大脑架构研究[D]. 浙江大学, 2020.")]
    [InlineData("黄璜. 数字政府: 政策、特征与概念[J]. 治理研究, 2020, 36(3): 6-15.")]
    [InlineData("辜胜阻, 杨建武, 刘江日. 当前我国智慧城市建设中的问题与对策[J]. 中国软科学, 2013(1): 6-12.")]
    [InlineData("Kitchin R. The real-time city? Big data and smart urbanism[J]. GeoJournal, 2014, 79(1): 1-14. DOI: 10.1007/s10708-013-9516-8.")]
    [InlineData("国家市场监督管理总局, 国家标准化管理委员会. 新型智慧城市评价指标: GB/T 33356-2022[S]. 中国标准出版社, 2022.")]
    [InlineData("萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19). http://www.creader.com/news/20011219/200112190019.html.")]
    [InlineData("单志广. 深化认识推进新型智慧城市建设[EB/OL]. 求是网, 2016-10-17.")]
    [InlineData("贾东琴, 柯平. 面向数字素养的高校图书馆数字服务体系研究[C]//中国图书馆学会年会论文集: 2011年卷, 2011: 45-52.")]
    [InlineData("住房和城乡建设部. 关于开展城市信息模型（CIM）基础平台建设的指导意见: 建科〔2020〕59号[A]. 2020.")]
    [InlineData("中华人民共和国国民经济和社会发展第十三个五年规划纲要[Z]. 2016-03.")]
    public void An_entry_in_the_order_of_the_standard_is_parsed_and_written_back_unchanged(string entry) =>
        Assert.Equal(entry, ReferenceFormats.Gbt7714(ReferenceParser.Parse(entry)));

    [Fact]
    public void Of_more_than_three_authors_three_are_named() =>
        Assert.Equal(
            "Batty M, Axhausen K W, Giannotti F, et al. Smart cities of the future[J]. The European Physical Journal Special Topics, 2012, 214(1): 481-518. DOI: 10.1140/epjst/e2012-01703-3.",
            ReferenceFormats.Gbt7714(Journal));

    [Fact]
    public void Among_Chinese_names_the_others_are_等() =>
        Assert.Equal("王坚, 李强, 张敏, 等. 城市[M]. 2019.", ReferenceFormats.Gbt7714(new Reference { Text = "", Authors = ["王坚", "李强", "张敏", "单志广"], Title = "城市", Type = "M", Date = new PartialDate(2019) }));

    [Fact]
    public void All_authors_are_named_when_asked_for() => Assert.StartsWith("Batty M, Axhausen K W, Giannotti F, Pozdnoukhov A. Smart", ReferenceFormats.Gbt7714(Journal, int.MaxValue), StringComparison.Ordinal);

    [Fact]
    public void An_entry_that_could_not_be_parsed_is_given_as_it_was_written()
    {
        var entry = new Reference { Text = "见附件三" };
        Assert.Equal("见附件三", ReferenceFormats.Gbt7714(entry));
        Assert.Equal("@misc{a,\n  title = {见附件三}\n}\n", ReferenceFormats.BibTeX(entry, "a"));
    }

    [Fact]
    public void BibTeX_has_a_field_for_each_thing_that_is_known() =>
        Assert.Equal(
            """
            @article{batty-2012,
              author = {Batty, M. and Axhausen, K. W. and Giannotti, F. and Pozdnoukhov, A.},
              title = {Smart cities of the future},
              journal = {The European Physical Journal Special Topics},
              year = {2012},
              month = {11},
              volume = {214},
              number = {1},
              pages = {481--518},
              doi = {10.1140/epjst/e2012-01703-3}
            }

            """,
            ReferenceFormats.BibTeX(Journal, "batty 2012"),
            ignoreLineEndingDifferences: true);

    [Fact]
    public void BibTeX_names_the_number_and_the_type_that_its_entry_types_do_not_say() =>
        Assert.Equal(
            """
            @misc{guofa,
              author = {{国务院}},
              title = {100\% \& more},
              year = {2022},
              number = {国发〔2022〕14号},
              mark = {A},
              medium = {OL}
            }

            """,
            ReferenceFormats.BibTeX(new Reference { Text = "", Authors = ["国务院"], Title = "100% & more", Date = new PartialDate(2022), DocumentNumber = "国发〔2022〕14号", Type = "A/OL" }, "guofa"),
            ignoreLineEndingDifferences: true);
}
