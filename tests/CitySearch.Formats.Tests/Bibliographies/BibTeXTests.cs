using System.Text;
using CitySearch.Corpus;
using CitySearch.Corpus.References;
using CitySearch.Tests.Corpus.References;
using CsCheck;

namespace CitySearch.Formats.Tests.Bibliographies;

/// <summary>BibTeX: its grammar, its LaTeX, its names, and what is written as BibTeX read again.</summary>
public sealed class BibTeXTests
{
    [Theory]
    [InlineData(@"Gr{\""o}ger and Pl\""umer", "Gröger and Plümer")]
    [InlineData(@"Caf\'{e}, na\""{\i}ve, \v{S}koda, {\c c}a, Gar{\c{c}}on, \H{o}, \r{a}, \k{a}, \~n, \^{\i}", "Café, naïve, Škoda, ça, Garçon, ő, å, ą, ñ, î")]
    [InlineData(@"Stra{\ss}e, \O{}re, \AA rhus, \oe uvre, {\L}\'od\'z, \i", "Straße, Øre, Århus, œuvre, Łódź, ı")]
    [InlineData(@"\emph{Smart} \textbf{{Cities}} \& 50\% \#1 a\_b \$5", "Smart Cities & 50% #1 a_b $5")]
    [InlineData("1990--2000 --- ``quoted'' text~here", "1990–2000 — “quoted” text here")]
    [InlineData(@"$\alpha$-level \textendash\ and \ldots", "α-level – and …")]
    [InlineData(@"\href{http://a.cn}{页面} 与 \url{http://b.cn}", "页面 与 http://b.cn")]
    [InlineData("{智慧{城市}}：\n  定义", "智慧城市： 定义")]
    [InlineData(@"trailing \", "trailing")]
    public void LaTeX_is_read_as_what_it_prints(string tex, string text) => Assert.Equal(text, Formats.Bibliographies.LaTeXText.Decode(tex));

    [Theory]
    [InlineData("Knuth, Donald E.", "Knuth D E")]
    [InlineData("Donald E. Knuth and Ludwig van Beethoven", "Knuth D E, van Beethoven L")]
    [InlineData("de la Fontaine, Jean and King, Jr, Martin Luther", "de la Fontaine J, King M L Jr")]
    [InlineData("Sartre, Jean-Paul and others", "Sartre J P")]
    [InlineData("张, 三 and 李四 and 欧阳, 修", "张三, 李四, 欧阳修")]
    [InlineData("三 张 and 王 坚", "张三, 王坚")]
    [InlineData("王伟, 李强, 张敏", "王伟, 李强, 张敏")]
    [InlineData("王伟;李强；张敏", "王伟, 李强, 张敏")]
    [InlineData("{国家标准化管理委员会} and {{World Health Organization}}", "国家标准化管理委员会, World Health Organization")]
    [InlineData("{Standards and Technology} and 等", "Standards and Technology")]
    [InlineData(@"G{\""o}del, Kurt AND \'{E}mile Zola", "Gödel K, Zola É")]
    [InlineData("安东尼·汤森", "安东尼·汤森")]
    public void Names_are_written_as_references_have_them(string field, string names) =>
        Assert.Equal(names, string.Join(", ", Formats.Bibliographies.BibTeXNames.Read(field)));

    [Theory]
    [InlineData("@article{a, title=\"A \" # {B} # \" C\", year = \"2019\"}", "title: A B C; date: 2019; type: J")]
    [InlineData("@misc{a, title={T}, year={2019}, month=jun, day=10, howpublished={\\url{https://a.cn/b_c}}}", "title: T; date: 2019-06-10; type: EB/OL; url: https://a.cn/b_c")]
    [InlineData("@misc{a, title={T}, date={2019-06-10/2019-07-01}, urldate={2020-01-01}}", "title: T; date: 2019-06-10; type: Z")]
    [InlineData("@ARTICLE { a , TITLE = {智慧城市} , Journal = {城市} , YEAR = 2019 , }", "title: 智慧城市; source: 城市; date: 2019; type: J")]
    [InlineData("@article{title = {No key}, year = 2001}", "title: No key; date: 2001; type: J")]
    [InlineData("@thesis{a, author={李明}, title={城市大脑架构研究}, institution={浙江大学}, type={硕士}, date={2020}}", "authors: 李明; title: 城市大脑架构研究; source: 浙江大学; date: 2020; type: D")]
    [InlineData("@article{a, title={城市大脑}, journal={人民日报}, mark={N}, medium={OL}, date={2019-05-06}, pages={9}, url={http://a.cn/1}}", "title: 城市大脑; source: 人民日报; date: 2019-05-06; type: N/OL; pages: 9; url: http://a.cn/1")]
    [InlineData("@book{a, editor={王坚 and 李强}, title={文集}, subtitle={第一辑}, publisher={出版社}, year={n.d.}}", "authors: 王坚, 李强; title: 文集: 第一辑; source: 出版社; type: M")]
    [InlineData("@misc{a, title={智慧城市 术语（GB/T 37043—2018）}}", "title: 智慧城市 术语; date: 2018; type: S; standard: GB/T 37043—2018")]
    [InlineData("@misc{a, title={贯彻实施指南}, note={代替 GB/T 1-2000}}", "title: 贯彻实施指南; type: Z")]
    [InlineData("@article{a, title={T}, doi={https://doi.org/10.1000/x(1)_2}, url={https://dx.doi.org/10.1000/x(1)_2}}", "title: T; type: J; url: https://doi.org/10.1000/x(1)_2")]
    [InlineData("@string{a = b # b} @string{b = {x}} @misc{c, title = b # {y}, year = nothing}", "title: xy; type: Z")]
    public void Entries_are_read(string bibtex, string fields) =>
        Assert.Equal(fields, ReferenceFields.Of(Assert.Single(BibliographyPrinter.References(bibtex, "a.bib")).Reference));

    [Fact]
    public void A_part_inherits_from_its_host_but_not_its_title() =>
        Assert.Equal(
            "authors: 王坚; title: 章; source: 书; date: 2016; type: M; pages: 1-9",
            ReferenceFields.Of(BibliographyPrinter.References("@incollection{a, crossref={b}, author={王坚}, title={章}, pages={1--9}} @book{b, title={书}, year=2016, author={李强}}", "a.bib")[0].Reference));

    [Theory]
    [InlineData("@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}\n", "A|C", "line 2: the title of the @misc is not closed")]
    [InlineData("@misc{a, title={A}, = {x}, year = 2001}\n\n@misc{b, year=1}", "A", "line 1: a field of the @misc cannot be read (and 1 more faults)")]
    [InlineData("@string{= x}\n@misc{a, title={A}", "A", "line 1: the @string cannot be read (and 1 more faults)")]
    [InlineData("@misc{a,\n title={A},\n note={B,\n year={2001}\n}\n", "A", "line 1: a brace of the entry is not closed")]
    public void A_broken_entry_is_reported_and_the_rest_is_read(string bibtex, string titles, string fault)
    {
        var (articles, error) = Fixture.ReadAll(Encoding.UTF8.GetBytes(bibtex), "a.bib");

        Assert.Equal(titles, string.Join('|', articles.SelectMany(a => a.References).Select(r => r.Reference.Title)));
        Assert.StartsWith(fault, error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_as_BibTeX_and_read_again_is_the_same_reference()
    {
        var kinds = OneOf("article", "book", "collection", "inproceedings", "thesis", "techreport", "standard", "patent", "online", "misc", "newspaper", "dataset", "incollection", "map");
        var name = OneOf("张, 三", "欧阳修", "Knuth, Donald E.", "van Dijk, Jan", "{国家标准化管理委员会}", "{Smith and Sons}", "King, Jr, Martin Luther", @"Gr{\""o}ger, Gerhard", "昂温 G", "others");
        var text = OneOf("智慧城市", "50\\% \\& more", "a--b", "``q''", "C\\# \\{x\\}", "\\textbackslash{}n", "《大纲》", "问?", "e.g.", "- - -", "\\~{}x\\^{}", "A: B", "-{}-");
        var numbered = OneOf("智慧城市", "国发〔2022〕14号", "（GB/T 33356-2016）");
        var entry =
            from kind in kinds
            from names in name.List[0, 4]
            from title in text.List[1, 3]
            from number in numbered
            from source in text
            from numbers in OneOf("", "volume={3}, number={04},", "number={GB/T 33356-2022},", "number={国发〔2022〕14号}, issue={2/3},", "pages={1--10},", "mark={N}, pages={9},", "medium={OL},")
            from address in OneOf("", "doi={10.1000/a_b},", "url={https://a.cn/a_b?c=1&d=%20},", "url={https://doi.org/10.1/2},")
            from date in OneOf("", "year={2019}", "date={2019-06}", "year=2019, month=jun, day={10}", "date={2019-06-10}")
            select $"@{kind}{{k, author={{{string.Join(" and ", names)}}}, title={{{string.Join(' ', title)} 市 {number}}}, journal={{{source}}}, publisher={{{source}}}, {numbers} {address} {date}}}";
        entry.ForAll(
            bibtex =>
            {
                var first = Assert.Single(BibliographyPrinter.References(bibtex, "a.bib")).Reference;
                var written = ReferenceFormats.BibTeX(first, "k");
                var second = Assert.Single(BibliographyPrinter.References(written, "a.bib")).Reference;

                Assert.Equal(ReferenceFields.Of(first), ReferenceFields.Of(second));
                Assert.Equal(first.Text, second.Text);
                Assert.Equal(written, ReferenceFormats.BibTeX(second, "k"));
            },
            400);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
