using CitySearch.Tests;

namespace CitySearch.Formats.Tests;

/// <summary>Whole articles as the readers find them in files of real programs, approved by eye.</summary>
public sealed class ApprovedArticlesTests
{
    [Theory]
    [InlineData("chromium.pdf")]
    [InlineData("vertical.pdf")]
    [InlineData("libreoffice-two-columns.pdf")]
    [InlineData("pandoc.docx")]
    [InlineData("libreoffice.docx")]
    [InlineData("pandoc.html")]
    [InlineData("portal-gb2312.html")]
    [InlineData("gb18030.txt")]
    [InlineData("big5.txt")]
    [InlineData("utf16-without-mark.txt")]
    [InlineData("utf16-big-endian.txt")]
    [InlineData("mixed-line-ends.txt")]
    public void A_file_is_read_as_a_person_reads_it(string name) => Approval.Verify(name + ".approved.txt", Fixture.Print(Fixture.Read(name)));
}
