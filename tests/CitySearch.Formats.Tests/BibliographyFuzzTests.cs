using System.Text;
using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;
using CitySearch.Formats.Bibliographies;
using CitySearch.Formats.Text;

namespace CitySearch.Formats.Tests;

/// <summary>Whatever the bytes, a bibliography, a reference list and Markdown are read or refused in one line, in time and memory in proportion.</summary>
public sealed class BibliographyFuzzTests
{
    private const int Cases = 5_000;
    private const long MostBytes = 256L << 20;

    private static readonly FormatsOptions Options = new() { MaxCharacters = 2_000_000 };

    [Fact]
    public void BibTeX_of_any_bytes_is_read_or_refused() =>
        Run(["zotero.bib", "jabref-gbk.bib", "broken.bib"], ["@", "{", "}", "\"", "#", "@string{a = ", "@comment{", "\\", "\\'{", "crossref = {a},", ",\n x = {", "@book{", " and "], bytes => new BibTeXReader(Options).Parse(bytes).ToArticles("a.bib"));

    [Fact]
    public void Ris_of_any_bytes_is_read_or_refused() =>
        Run(["endnote.ris", "cnki.enw", "cnki-refworks.txt", "cnki.net"], ["TY  - BOOK\n", "ER  - \n", "%0 ", "RT Book\n", "{Reference Type}: ", "AU  - ", ";", ", ", "PY  - 99999/99/99\n", "\r"], bytes => new TaggedReader(Options).Parse(bytes).ToArticles("a.ris"));

    [Fact]
    public void Csl_of_any_bytes_is_read_or_refused() =>
        Run(["zotero.json"], ["{", "[", "]", "}", "\"type\":\"book\",", "null", "\"issued\":{\"date-parts\":[[", "\\ud800", "1e999", ","], bytes => new CslJsonReader(Options).Parse(bytes)?.ToArticles("a.json") ?? []);

    [Fact]
    public void Reference_lists_of_any_bytes_are_read_or_refused() =>
        Run(["../../../../corpus/references/standards.md"], ["[1] ", "[J]. ", "\n\n", "# ", "2019", "DOI: 10.1000/", "《", "GB/T ", "〔2019〕", "第", "参考文献"], bytes => [new TextArticleReader(Options).Parse(bytes, "references/a.txt")]);

    [Fact]
    public void Markdown_of_any_bytes_is_read()
    {
        var reader = new MarkdownArticleReader();
        var folder = "../../../CitySearch.Tests/Corpus/Markdown/Sites/";
        Run(
            [folder + "hugo.md", folder + "2019-06-10-jekyll.md", folder + "docusaurus.mdx", folder + "obsidian.md", "../../../../corpus/references/standards.md"],
            ["+++\n", "---\n", "{{<", ">}}", "{%", "%}", "{:", "%%", "[[", "]]", "|", "> ", "```\n", "<Tabs>", "import a from 'b'\n", "^", "[^1]: ", "```", "* * ", "|-|\n"],
            bytes => ReadMarkdown(reader, bytes));
    }

    [Theory]
    [InlineData("a.bib", "@book{a, title = {", "{", "}")]
    [InlineData("a.bib", "@book{a, title = \"", "{", "}")]
    [InlineData("a.bib", "", "@comment{", "")]
    [InlineData("a.bib", "", "@a(", "")]
    [InlineData("a.bib", "@book{a, title = {", "\n", "")]
    [InlineData("a.bib", "@book{a, title ={x}, year ", " \n", "")]
    [InlineData("a.bib", "@book{a, author = {", " and", "}}")]
    [InlineData("a.bib", "@book{a, title = {x}, note = {", "\\'{", "")]
    [InlineData("a.json", "[{\"type\":\"book\",\"title\":\"x\",\"issued\":", "[", "")]
    [InlineData("a.json", "", "{\"items\":", "")]
    [InlineData("a.ris", "TY  - BOOK\n", "AU  - ,,,\n", "ER  - \n")]
    [InlineData("references/a.txt", "", "《", "")]
    public void Nesting_of_a_hundred_thousand_levels_ends(string name, string before, string level, string after)
    {
        var text = before + string.Concat(Enumerable.Repeat(level, 100_000)) + string.Concat(Enumerable.Repeat(after.Length == 1 ? after : "", 100_000)) + after;
        var start = GC.GetAllocatedBytesForCurrentThread();
        var (articles, error) = Fixture.ReadAll(Encoding.UTF8.GetBytes(text), name);
        Assert.True(articles.Count <= 1 && error is null or { Length: < 300 });
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - start < MostBytes);
    }

    [Fact]
    public void Macros_that_double_each_other_stay_bounded()
    {
        var bomb = new StringBuilder("@string{a0 = {哈哈哈哈哈哈哈哈}}\n");
        for (var i = 1; i < 60; i++)
        {
            bomb.Append($"@string{{a{i} = a{i - 1} # a{i - 1}}}\n");
        }

        var start = GC.GetAllocatedBytesForCurrentThread();
        var (articles, error) = Fixture.ReadAll(Encoding.UTF8.GetBytes(bomb + "@book{x, title = a59}\n"), "a.bib");
        Assert.Single(Assert.Single(articles).References);
        Assert.EndsWith("1 entries were read. Mend the entry, or take it out.", error, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - start < MostBytes);
    }

    [Theory]
    [InlineData("a.bib")]
    [InlineData("a.ris")]
    [InlineData("a.json")]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    public void Every_reader_refuses_a_file_over_the_limit_before_reading_it(string name) =>
        Assert.Equal("The file is larger than 8 bytes: split it, or raise MaxFileBytes.", Fixture.ReadAll("123456789"u8.ToArray(), name, new FormatsOptions { MaxFileBytes = 8 }).Error);

    private static IEnumerable<Article> ReadMarkdown(MarkdownArticleReader reader, byte[] bytes)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"fuzz-{Environment.CurrentManagedThreadId}.md");
        File.WriteAllBytes(path, bytes);
        try
        {
            return [.. reader.Read(new CorpusFile(path, "posts/2019-01-01-a.md"), TestContext.Current.CancellationToken)];
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Run(string[] files, string[] parts, Func<byte[], IEnumerable<Article>> read)
    {
        var random = new Random(20220601);
        var originals = files.Select(file => Fixture.Bytes("bibliographies/" + file)).ToArray();
        for (var i = 0; i < Cases; i++)
        {
            var bytes = i % 10 == 9 ? Mutations.Noise(random) : Mutations.Of(random, originals[i % originals.Length], parts);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                foreach (var article in read(bytes))
                {
                    Assert.All(article.References, cited => Assert.False(string.IsNullOrEmpty(cited.Reference.Text)));
                }
            }
            catch (ReadingException refusal)
            {
                Assert.False(refusal.Message.Contains('\n', StringComparison.Ordinal) || refusal.Message.Length is < 20 or > 300, refusal.Message);
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"case {i}: {exception}");
            }

            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes, $"case {i}");
        }
    }
}
