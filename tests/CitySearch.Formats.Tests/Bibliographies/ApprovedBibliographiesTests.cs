namespace CitySearch.Formats.Tests.Bibliographies;

/// <summary>Whole bibliographies as reference managers and people write them, approved by eye.</summary>
public sealed class ApprovedBibliographiesTests
{
    [Theory]
    [InlineData("zotero.bib")]
    [InlineData("jabref-gbk.bib")]
    [InlineData("broken.bib")]
    [InlineData("endnote.ris")]
    [InlineData("cnki-refworks.txt")]
    [InlineData("cnki.enw")]
    [InlineData("cnki.net")]
    [InlineData("zotero.json")]
    public void A_bibliography_is_read_as_a_person_reads_it(string name) => Approval.Verify(name + ".approved.txt", BibliographyPrinter.Print(name));
}
