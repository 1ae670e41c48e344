using CitySearch.Corpus;
using CitySearch.Formats.Docx;
using CitySearch.Formats.Html;
using CitySearch.Formats.Pdf;
using CitySearch.Formats.Text;

namespace CitySearch.Formats.Tests;

/// <summary>Whatever the bytes, a reader reads the file or refuses it in one line; it neither crashes nor hangs, and takes memory only in proportion.</summary>
public sealed class FuzzTests
{
    private const long MostBytes = 512L << 20;

    // Tight, so that hostile bytes reach them.
    private static readonly FormatsOptions Options = new() { MaxExpandedBytes = 32 << 20, MaxElements = 200_000, MaxCharacters = 2_000_000, MaxPages = 100 };

    private static readonly string[] HtmlParts =
        ["<table>", "</table>", "<tr><td>", "<p>", "</p>", "<b>", "</i>", "<a href=#fn1>", "<h2 id=x>", "<select>", "<svg>", "<math>", "<template>", "<![CDATA[", "<!--", "-->", "<plaintext>", "<frameset>", "&#x0;", "&lang", "<ol><li id=fn1>", "参考文献", "[1] ", "<script>", "</body>"];

    [Fact]
    public void Text_of_any_bytes_is_read_or_refused()
    {
        var reader = new TextArticleReader(Options);
        Run(5000, ["gb18030.txt", "big5.txt", "utf16-without-mark.txt", "utf16-big-endian.txt", "mixed-line-ends.txt"], ["第一章", "\n", "参考文献\n[1] ", "　　"], bytes => reader.Parse(bytes, "a.txt"));
    }

    [Fact]
    public void Pages_of_any_bytes_are_read_or_refused()
    {
        var reader = new HtmlArticleReader(Options);
        Run(5000, ["pandoc.html", "portal-gb2312.html"], HtmlParts, bytes => reader.Parse(bytes, "a.html", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Documents_of_any_bytes_are_read_or_refused()
    {
        var reader = new DocxArticleReader(Options);
        Run(500, ["pandoc.docx", "libreoffice.docx", "renamed-doc.docx"], ["PK\u0003\u0004", "<w:tbl>"], bytes => reader.Parse(bytes, "a.docx", TestContext.Current.CancellationToken));
    }

    // Mutations inside of the archive reach the XML, which its compression hides from the others.
    [Fact]
    public void Documents_of_any_xml_are_read_or_refused()
    {
        var reader = new DocxArticleReader(Options);
        string[] parts = ["<w:p>", "</w:p>", "<w:tbl><w:tr><w:tc>", "</w:tc>", "<w:del>", "<w:footnoteReference w:id=\"2\"/>", "<w:numId w:val=\"1\"/>", "<mc:Fallback>", "&a;", "]]>", "<w:r><w:t>", "<w:pStyle w:val=\"Heading1\"/>"];
        var random = new Random(20220601);
        string[] files = ["pandoc.docx", "libreoffice.docx"];
        for (var i = 0; i < 300; i++)
        {
            var bytes = ZipMutation.Mutate(Fixture.Bytes(files[i % files.Length]), xml => Mutations.Of(random, xml, parts));
            ReadOrRefuse(bytes, i, b => reader.Parse(b, "a.docx", TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Pdfs_of_any_bytes_are_read_or_refused()
    {
        var reader = new PdfArticleReader(Options);
        Run(
            500,
            ["libreoffice-two-columns.pdf", "scanned.pdf", "vertical.pdf", "protected.pdf"],
            ["/Kids [1 0 R 2 0 R]", " 0 obj", "endobj", "<< /Length 99999999 >>", "stream\n", "startxref\n0", "/Filter [/FlateDecode /LZWDecode]", "[[[[[[[[", "Do Tj ' \" q q q", "/Prev 100"],
            bytes => reader.Parse(bytes, "a.pdf", out _, TestContext.Current.CancellationToken));
    }

    private static void Run(int cases, string[] files, string[] parts, Func<byte[], Article> read)
    {
        var random = new Random(20220601);
        var originals = files.Select(Fixture.Bytes).ToArray();
        for (var i = 0; i < cases; i++)
        {
            ReadOrRefuse(i % 10 == 9 ? Mutations.Noise(random) : Mutations.Of(random, originals[i % originals.Length], parts), i, read);
        }
    }

    private static void ReadOrRefuse(byte[] bytes, int number, Func<byte[], Article> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var article = read(bytes);
            Assert.All(article.Sections, section => Assert.True(section.Text.Length <= Passages.MaxLength * 2 && section.Headings.All(heading => heading.Length > 0)));
        }
        catch (ReadingException refusal)
        {
            Assert.False(refusal.Message.Contains('\n', StringComparison.Ordinal) || refusal.Message.Length is < 20 or > 300, refusal.Message);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"case {number}: {exception}");
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, $"case {number} allocated {(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MB");
    }
}
