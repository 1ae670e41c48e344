using CitySearch.Tests.Corpus.References;

namespace CitySearch.Formats.Tests.Bibliographies;

/// <summary>RIS and its relatives, and CSL JSON: the variants that the approved files do not show.</summary>
public sealed class TaggedTests
{
    [Theory]
    [InlineData("TY  - CONF\nA1  - Nam, T.\nA1  - Pardo, T. A.\nT1  - Title\nT2  - dg.o 2011\nY1  - 2011/06/12/\nSP  - 282-291\nER  - \n", "authors: Nam T, Pardo T A; title: Title; source: dg.o 2011; date: 2011-06-12; type: C; pages: 282-291")]
    [InlineData("TY  - THES\nAU  - 李明\nTI  - 城市大脑架构研究\nPB  - 浙江大学\nPY  - 2020\n", "authors: 李明; title: 城市大脑架构研究; source: 浙江大学; date: 2020; type: D")]
    [InlineData("TY  - NEWS\r\nAU  - 王坚;李强\r\nTI  - 城市大脑\r\nJO  - 人民日报\r\nDA  - 2019/05/06\r\nER  -\r\n", "authors: 王坚, 李强; title: 城市大脑; source: 人民日报; date: 2019-05-06; type: N")]
    [InlineData("TY  - ELEC\nTI  - 城市大脑白皮书\nUR  - https://a.cn/b.html\nUR  - https://a.cn/c.html\nER  - \n", "title: 城市大脑白皮书; type: EB/OL; url: https://a.cn/b.html")]
    [InlineData("TY  - GEN\nAU  - Batty, M., et al.\nAU  - others\nTI  - T - with a dash\nPY  - 2012\n", "authors: Batty M; title: T - with a dash; date: 2012; type: Z")]
    public void Ris_is_read(string ris, string fields) => Assert.Equal(fields, ReferenceFields.Of(Assert.Single(BibliographyPrinter.References(ris, "a.ris")).Reference));

    [Fact]
    public void A_record_without_its_end_ends_where_the_next_begins() =>
        Assert.Equal(["A", "B"], BibliographyPrinter.References("TY  - BOOK\nTI  - A\nTY  - BOOK\nTI  - B", "a.ris").Select(r => r.Reference.Title));

    [Fact]
    public void Lines_before_the_first_record_are_passed_over_and_a_record_without_a_title_is_reported() =>
        Assert.Equal(
            "a\n  6 [] B[M].\n      title: B; type: M\nfailed: line 3: the entry has no title; 1 entries were read. Mend the entry, or take it out.\n",
            BibliographyPrinter.PrintText("Exported by\n\nTY  - JOUR\nAU  - Nobody\nER  - \nTY  - BOOK\nTI  - B\nER  - \n", "a.ris"));

    [Fact]
    public void A_file_without_records_is_refused() =>
        Assert.Equal(
            "The file holds no record of RIS, EndNote, RefWorks or NoteExpress: export it again, or take it out of the corpus.",
            Fixture.ReadAll("城市大脑"u8.ToArray(), "a.ris").Error);

    [Theory]
    [InlineData("""{"items":[{"type":"book","title":["A"],"author":[{"literal":"王坚"},"Knuth, D."],"issued":"2016"}]}""", "authors: 王坚, Knuth D; title: A; date: 2016; type: M")]
    [InlineData("""{"type":"webpage","title":"<i>A</i>","URL":"http://a.cn/1","issued":{"literal":"2016年5月"}}""", "title: A; date: 2016-05; type: EB/OL; url: http://a.cn/1")]
    [InlineData("""[{"type":"thesis","title":"A","publisher":"浙江大学","author":[{"family":"Beethoven","given":"Ludwig","non-dropping-particle":"van"}],"issued":{"date-parts":[[2020,0]]}},]""", "authors: van Beethoven L; title: A; source: 浙江大学; type: D")]
    public void Csl_is_read(string json, string fields) => Assert.Equal(fields, ReferenceFields.Of(Assert.Single(BibliographyPrinter.References(json, "a.json")).Reference));

    [Theory]
    [InlineData("""{"name":"citysearch","version":"1.0.0","type":"module"}""")]
    [InlineData("""[1,2,{"a":[]}]""")]
    [InlineData("""[{"_id":"1","title":"t","text":"x"}]""")]
    [InlineData("""{"a":""")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("")]
    public void Json_of_other_content_is_no_material(string json) => Assert.Equal((0, null), (Fixture.ReadAll(System.Text.Encoding.UTF8.GetBytes(json), "a.json") is var (articles, error) ? articles.Count : -1, error));

    [Fact]
    public void Of_json_that_breaks_off_the_items_before_are_read() =>
        Assert.Equal(
            "a\n  1 [a] A[M].\n      title: A; type: M\nfailed: line 3: the JSON is broken here; items behind it were not read; 1 entries were read. Mend the entry, or take it out.\n",
            BibliographyPrinter.PrintText("[{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"},\n{\"type\":\"book\",\n\"title\":", "a.json"));
}
