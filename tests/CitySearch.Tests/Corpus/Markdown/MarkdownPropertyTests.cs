using CitySearch.Corpus;
using CsCheck;

namespace CitySearch.Tests.Corpus.Markdown;

public sealed class MarkdownPropertyTests
{
    [Fact]
    public void Every_shown_character_is_in_the_sections_once_and_in_order() =>
        MarkdownGen.Documents.ForAll((markdown, han) => Assert.Equal(han, VisibleText.Han(VisibleText.Of(ArticlePrinter.Read(markdown)))), cases: 2_000);

    [Fact]
    public void Lines_are_lines_of_the_file_and_lead_to_their_characters() =>
        MarkdownGen.Documents.ForAll((markdown, _) =>
        {
            var lines = Lines(markdown);
            foreach (var section in Checked(ArticlePrinter.Read(markdown), markdown).Sections)
            {
                var paragraphs = section.Text.Split('\n');
                for (var i = 0; i < section.ParagraphLines.Count; i++)
                {
                    var first = VisibleText.Han(paragraphs[i]);
                    Assert.True(first.Length == 0 || lines[section.ParagraphLines[i] - 1].Contains(first[0], StringComparison.Ordinal), $"«{paragraphs[i]}» is not on line {section.ParagraphLines[i]} of\n{markdown}");
                }

                Assert.Equal(section.LineMarks.Select(mark => mark.Offset).Distinct().Order(), section.LineMarks.Select(mark => mark.Offset));
                foreach (var (offset, line) in section.LineMarks)
                {
                    var first = VisibleText.Han(section.Text[offset..].Split('\n')[0]);
                    Assert.NotEqual('\n', section.Text[offset - 1]);
                    Assert.True(first.Length == 0 || lines[line - 1].Contains(first[0], StringComparison.Ordinal), $"«{section.Text[offset..]}» is not on line {line} of\n{markdown}");
                }
            }
        }, cases: 1_000);

    [Fact]
    public void Whatever_a_file_holds_it_is_read() =>
        MarkdownGen.Anything.ForAll(markdown => Checked(ArticlePrinter.Read(markdown), markdown), cases: 3_000);

    [Fact]
    public void Whatever_bytes_a_file_holds_it_is_read() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 5]).ForAll((bytes, mark) =>
            ArticlePrinter.Read([.. Marks[mark], .. bytes]), cases: 1_000);

    [Fact]
    public void Reading_twice_gives_the_same() =>
        MarkdownGen.Anything.ForAll(markdown => Assert.Equal(ArticlePrinter.Print(markdown), ArticlePrinter.Print(markdown)), cases: 200);

    // Nothing, and the byte order marks of UTF-8, UTF-16 and UTF-32.
    private static readonly byte[][] Marks = [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]];

    // Lines as editors count them: no other separator of Unicode ends one.
    private static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');

    // What holds of every article.
    private static Article Checked(Article article, string markdown)
    {
        var count = Lines(markdown).Length;
        Assert.NotEmpty(article.Title);
        foreach (var section in article.Sections)
        {
            Assert.InRange(section.Line, 1, count);
            Assert.Equal(section.Text.Length == 0 ? 0 : section.Text.Split('\n').Length, section.ParagraphLines.Count);
            Assert.All(section.ParagraphLines, line => Assert.InRange(line, 1, count));
            Assert.True(section.Text.Length <= Passages.MaxLength);
            Assert.Equal(section.Text.Trim(), section.Text);
            Assert.DoesNotContain('\r', section.Text);
            Assert.All(section.Headings, heading => Assert.NotEmpty(heading));
            Assert.True(section.Text.Length > 0 || section.Headings.Count > 0);
        }

        Assert.All(article.References, reference => Assert.InRange(reference.Line, 1, count));
        Assert.All(article.References, reference => Assert.NotEmpty(reference.Reference.Text));
        return article;
    }
}
