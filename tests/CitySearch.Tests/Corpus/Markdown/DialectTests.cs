namespace CitySearch.Tests.Corpus.Markdown;

/// <summary>Each file of <c>Articles</c> is an article in some dialect; <c>Approved</c> holds what the reader makes of it.</summary>
public sealed class DialectTests
{
    public static TheoryData<string> Articles =>
        [.. Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Approval.RepositoryRoot, "tests", "CitySearch.Tests", "Corpus", "Markdown", "Articles");

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".md"));

    [Theory]
    [MemberData(nameof(Articles))]
    public void An_article_is_read_whole(string name) => Approval.Verify(name + ".txt", ArticlePrinter.Print(Text(name)));

    [Theory]
    [MemberData(nameof(Articles))]
    public void Line_ends_and_byte_order_marks_change_nothing(string name)
    {
        var expected = ArticlePrinter.Print(Text(name));

        Assert.Equal(expected, ArticlePrinter.Print(Text(name).ReplaceLineEndings("\r\n")));
        Assert.Equal(expected, ArticlePrinter.Print(Text(name).ReplaceLineEndings("\r")));
        Assert.Equal(expected, ArticlePrinter.Print("\uFEFF" + Text(name).ReplaceLineEndings("\r\n")));
    }
}
