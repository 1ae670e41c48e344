using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CitySearch.Formats.Tests;

/// <summary>Files that cannot be read, and what the user is told about them.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("protected.pdf", "The PDF is protected by a password: save a copy without one.")]
    [InlineData("scanned.pdf", "The PDF has no text, it is scanned or drawn: run text recognition (OCR) over it first.")]
    [InlineData("no-unicode-map.pdf", "The fonts of this PDF do not say which characters they show: run text recognition (OCR) over it first.")]
    [InlineData("renamed-doc.docx", "The file is a Word 97-2003 document (.doc) under the ending .docx: open it in a word processor and save it as .docx.")]
    public void A_file_without_readable_text_is_refused_with_what_to_do(string name, string message) =>
        Assert.Equal(message, Fixture.Refusal(Fixture.Bytes(name), name));

    [Theory]
    [InlineData("chromium.pdf", "a.docx", "The file is a PDF, not a Word document (.docx): give it the ending of its format, or save it as .docx.")]
    [InlineData("chromium.pdf", "a.txt", "The file is a PDF, not text: give it the ending of its format, or take it out of the corpus.")]
    [InlineData("pandoc.docx", "a.pdf", "The file is a zip archive or an Office document, not a PDF: give it the ending of its format, or take it out of the corpus.")]
    [InlineData("pandoc.docx", "a.html", "The file is a zip archive or an Office document, not HTML: give it the ending of its format, or take it out of the corpus.")]
    [InlineData("pandoc.html", "a.docx", "The file is damaged, or no Word document (.docx): open it in a word processor and save it again.")]
    [InlineData("pandoc.html", "a.pdf", "The file is damaged, or no PDF: print it to PDF again, or take it out of the corpus.")]
    public void A_file_under_another_formats_ending_is_told_apart(string name, string renamed, string message) =>
        Assert.Equal(message, Fixture.Refusal(Fixture.Bytes(name), renamed));

    [Fact]
    public void Binary_text_is_refused() =>
        Assert.Equal(
            "The file is binary, not text (it holds NUL bytes): give it the ending of its format, or take it out of the corpus.",
            Fixture.Refusal([.. "PSD-like header "u8, 0, 0, 1, 2, 3, 0, .. "城市"u8, 0, 0, 0, 9, 200, 3], "a.txt"));

    [Fact]
    public void A_sparse_file_of_a_gigabyte_is_refused_by_its_length_alone()
    {
        var folder = Directory.CreateTempSubdirectory("citysearch-formats-").FullName;
        try
        {
            var path = Path.Combine(folder, "one-line.txt");
            using (var file = File.Create(path))
            {
                file.SetLength(1L << 30);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            var reader = Fixture.Readers().For(path)!;
            var refusal = Assert.Throws<Corpus.ReadingException>(() => reader.Read(new Corpus.CorpusFile(path, "one-line.txt"), TestContext.Current.CancellationToken).ToList());
            Assert.Equal("The file is larger than 64 MB: split it, or raise MaxFileBytes.", refusal.Message);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_long_line_is_refused_by_the_limit_of_characters() =>
        Assert.Equal(
            "The text is longer than 1000 characters: split it, or raise MaxCharacters.",
            Fixture.Refusal(Encoding.UTF8.GetBytes(new string('城', 2000)), "a.txt", new FormatsOptions { MaxCharacters = 1000 }));

    [Fact]
    public void A_zip_bomb_is_refused_while_it_expands()
    {
        var bomb = Docx("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>" + new string(' ', 3 << 20) + "</w:t></w:r></w:p></w:body></w:document>");
        Assert.True(bomb.Length < 20_000);
        Assert.Equal(
            "The document expands to more than 1 MB: split it, or raise MaxExpandedBytes.",
            Fixture.Refusal(bomb, "bomb.docx", new FormatsOptions { MaxExpandedBytes = 1 << 20 }));
    }

    [Fact]
    public void A_zip_bomb_that_lies_about_its_size_expands_no_further_than_the_limit()
    {
        var bomb = Docx("<w:document xmlns:w=\"w\"><w:body>" + new string(' ', 3 << 20) + "</w:body></w:document>");
        var entry = bomb.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bomb.AsSpan(entry + 24), 10);
        Assert.Contains("document", Fixture.Refusal(bomb, "bomb.docx", new FormatsOptions { MaxExpandedBytes = 1 << 20 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_multiply_are_not_expanded()
    {
        var laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY a0 \"哈哈\">");
        for (var i = 1; i < 30; i++)
        {
            laughs.Append($"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};\">");
        }

        laughs.Append("]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>&a29;</w:t></w:r></w:p></w:body></w:document>");
        Assert.Equal("The document is damaged: open it in a word processor and save it again.", Fixture.Refusal(Docx(laughs.ToString()), "laughs.docx"));
    }

    [Fact]
    public void A_document_nested_deeper_than_the_limit_is_refused()
    {
        var deep = "<w:document xmlns:w=\"w\"><w:body>" + string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 4000)) + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 4000)) + "</w:body></w:document>";
        Assert.Equal("The document nests its elements deeper than 512 levels: open it in a word processor and save it again.", Fixture.Refusal(Docx(deep), "deep.docx"));
    }

    [Fact]
    public void A_document_of_too_many_elements_is_refused() =>
        Assert.Equal(
            "The document has more than 100 elements: split it, or raise MaxElements.",
            Fixture.Refusal(Docx("<w:document xmlns:w=\"w\"><w:body>" + string.Concat(Enumerable.Repeat("<w:p/>", 200)) + "</w:body></w:document>"), "a.docx", new FormatsOptions { MaxElements = 100 }));

    [Fact]
    public void A_page_nested_five_thousand_levels_deep_is_read()
    {
        var article = Fixture.ReadText("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 5_000)) + "<p>井底的一句话，也要读得到。</p>" + string.Concat(Enumerable.Repeat("</div>", 5_000)) + "</body></html>", "deep.html");
        Assert.Equal("井底的一句话，也要读得到。", Assert.Single(article.Sections).Text);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<blockquote>")]
    [InlineData("<ul><li>")]
    [InlineData("<dl><dd>")]
    [InlineData("<li><blockquote>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<b>")]
    [InlineData("<font color=red>")]
    [InlineData("<i><div>")]
    [InlineData("<span><div></span>")]
    [InlineData("<div></p>")]
    [InlineData("<x-card>")]
    public void A_page_nested_a_hundred_thousand_levels_deep_is_refused_before_it_costs_the_square_of_it(string tags) =>
        Assert.Equal(
            "The page nests its elements far deeper than 512 levels: open it in a browser and save it again.",
            Fixture.Refusal(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(tags, 100_000)) + "<p>井底"), "deep.html"));

    [Theory]
    [InlineData("<p>字")]
    [InlineData("<p><font color=red>字")]
    [InlineData("<p><b>字</b>")]
    [InlineData("<a name=x>字<p>")]
    [InlineData("<div>字<br><hr><img src=a.png></div></div>")]
    [InlineData("<ul><li>字<li>字</ul>")]
    [InlineData("<dl><dt>字<dd>字</dl>")]
    [InlineData("<table><tr><td>字<td><b>字<tr><th>字</table>")]
    [InlineData("<b><p>字</b></p>")]
    [InlineData("<svg><path d=m /><g></g></svg><p>字")]
    [InlineData("<select><option>一<option>二</select><p>字")]
    public void A_page_of_thousands_of_elements_beside_each_other_is_read_however_they_are_closed(string tags) =>
        Assert.Equal(
            10_000,
            Fixture.ReadText(string.Concat(Enumerable.Repeat(tags, 10_000)), "wide.html").Sections.Sum(section => section.Text.Count(c => c == '字')) / tags.Count(c => c == '字'));

    [Fact]
    public void A_page_of_too_many_elements_is_refused() =>
        Assert.Equal(
            "The page has more than 1000 elements: split it, or raise MaxElements.",
            Fixture.Refusal(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<b>", 2000))), "a.html", new FormatsOptions { MaxElements = 1000 }));

    [Fact]
    public void Unclosed_fonts_that_every_paragraph_opens_again_stay_within_the_limit_of_elements()
    {
        var page = "<p>" + string.Concat(Enumerable.Range(0, 400).Select(i => $"<font color=#{i:x6}>")) + string.Concat(Enumerable.Repeat("<p>字", 3000));
        Assert.Equal("The page has more than 100000 elements: split it, or raise MaxElements.", Fixture.Refusal(Encoding.UTF8.GetBytes(page), "fonts.html", new FormatsOptions { MaxElements = 100_000 }));
    }

    [Fact]
    public void A_page_of_frames_is_refused() =>
        Assert.Equal(
            "The page holds only frames: put the framed pages themselves into the corpus.",
            Fixture.Refusal("<html><frameset cols=\"20%,80%\"><frame src=\"menu.htm\"><frame src=\"main.htm\"></frameset></html>"u8.ToArray(), "index.htm"));

    [Fact]
    public void A_page_that_its_scripts_draw_is_refused() =>
        Assert.Equal(
            "The page has no text, its scripts make it: save it from the browser as a complete page.",
            Fixture.Refusal("<html><body><div id=\"app\"></div><script src=\"app.js\"></script></body></html>"u8.ToArray(), "spa.html"));

    [Fact]
    public void A_pdf_of_too_many_pages_is_refused() =>
        Assert.Equal("The PDF has more than 2 pages: split it, or raise MaxPages.", Fixture.Refusal(Fixture.Bytes("chromium.pdf"), "a.pdf", new FormatsOptions { MaxPages = 2 }));

    [Fact]
    public void A_pdf_that_shows_too_many_characters_is_refused() =>
        Assert.Equal(
            "The PDF shows more than 500 characters: split it, or raise MaxCharacters.",
            Fixture.Refusal(Fixture.Bytes("chromium.pdf"), "a.pdf", new FormatsOptions { MaxCharacters = 500 }));

    [Fact]
    public void A_pdf_whose_stream_expands_beyond_the_limit_is_refused()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(new byte[8 << 20]);
        }

        Assert.Equal(
            "The PDF expands to more than 4 MB: split it, or raise MaxExpandedBytes.",
            Fixture.Refusal(PdfFiles.OnePage(packed.ToArray(), "/Filter /FlateDecode"), "a.pdf", new FormatsOptions { MaxExpandedBytes = 4 << 20 }));
    }

    [Fact]
    public void Forms_that_draw_each_other_ten_times_are_stopped()
    {
        var bomb = PdfFiles.Forms(depth: 12, times: 10);
        Assert.Equal("The PDF draws with more than 50000000 operations: print it to PDF again.", Fixture.Refusal(bomb, "a.pdf"));
    }

    private static byte[] Docx(string document)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open());
            writer.Write(document);
        }

        return stream.ToArray();
    }
}
