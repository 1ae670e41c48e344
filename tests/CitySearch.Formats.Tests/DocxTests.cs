using System.IO.Compression;

namespace CitySearch.Formats.Tests;

/// <summary>What Word writes that the programs of the approved files do not.</summary>
public sealed class DocxTests
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    [Fact]
    public void Deleted_rows_paragraph_ends_and_moved_text_are_left_out()
    {
        var article = Read(
            """
            <w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>前一段</w:t></w:r></w:p><w:p><w:r><w:t>接着后一段。</w:t></w:r></w:p>
            <w:p><w:moveFrom w:id="2"><w:r><w:t>移走的话。</w:t></w:r></w:moveFrom><w:r><w:t>留下的话。</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """);
        Assert.Equal("前一段接着后一段。\n留下的话。\n甲\t乙", Assert.Single(article.Sections).Text);
    }

    [Fact]
    public void Text_boxes_are_read_once_hidden_text_and_field_codes_not_at_all()
    {
        var article = Read(
            """
            <w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></mc:Choice>
            <mc:Fallback><w:txbxContent><w:p><w:r><w:t>框里的话。</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r><w:r><w:t>第七页</w:t></w:r></w:p>
            """);
        Assert.Equal("框里的话。\n正文。\n第七页", Assert.Single(article.Sections).Text);
    }

    [Fact]
    public void Without_heading_styles_headings_show_by_their_form()
    {
        var article = Read(string.Concat(new[] { "关于夜市的意见", "一、总体要求", "十点以后音响要关。", "二、保障措施", "经费列入预算。" }.Select(text => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")));
        Assert.Equal("关于夜市的意见", article.Title);
        Assert.Equal([["关于夜市的意见", "一、总体要求"], ["关于夜市的意见", "二、保障措施"]], article.Sections.Select(section => section.Headings.ToArray()));
    }

    [Fact]
    public void An_address_that_is_none_does_not_keep_a_document_from_being_read()
    {
        var article = Read(
            "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>",
            ("word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:someone@@example.org, http://\" TargetMode=\"External\"/></Relationships>"));
        Assert.Equal("链接", Assert.Single(article.Sections).Text);
    }

    [Theory]
    [InlineData(1, "chineseCounting", "一")]
    [InlineData(10, "chineseCountingThousand", "十")]
    [InlineData(11, "chineseCounting", "十一")]
    [InlineData(20, "japaneseCounting", "二十")]
    [InlineData(99, "chineseCounting", "九十九")]
    [InlineData(100, "chineseCounting", "100")]
    [InlineData(3, "ideographTraditional", "丙")]
    [InlineData(12, "decimalEnclosedCircle", "⑫")]
    [InlineData(4, "lowerRoman", "iv")]
    [InlineData(1994, "upperRoman", "MCMXCIV")]
    [InlineData(28, "upperLetter", "BB")]
    [InlineData(7, "decimalZero", "07")]
    public void Numbers_of_lists_are_written_as_Word_writes_them(int number, string format, string text) => Assert.Equal(text, Docx.NumberFormats.Write(number, format));

    private static Corpus.Article Read(string body, params (string Part, string Xml)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, xml) in parts.Append(("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>")))
            {
                using var writer = new StreamWriter(archive.CreateEntry(part).Open());
                writer.Write(xml);
            }
        }

        return Fixture.Read(stream.ToArray(), "a.docx");
    }
}
