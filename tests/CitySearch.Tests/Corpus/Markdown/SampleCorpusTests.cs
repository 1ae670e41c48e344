using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Tests.Corpus.Markdown;

/// <summary>
/// Holds the reader against the sample corpus with checks that know nothing of its code: what a few regular expressions
/// leave of a file is what the sections must hold.
/// </summary>
public sealed partial class SampleCorpusTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.md", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Approval.RepositoryRoot, "corpus", "articles");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_visible_Han_character_is_in_the_sections_in_order(string file) =>
        Assert.Equal(VisibleText.Han(WithoutMarkup(File.ReadAllText(Path.Combine(Folder, file)))), VisibleText.Han(VisibleText.Of(Read(file))));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_number_leads_to_the_line_where_the_paragraph_begins(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        foreach (var section in Read(file).Sections)
        {
            var paragraphs = section.Text.Length == 0 ? [] : section.Text.Split('\n');
            Assert.Equal(paragraphs.Length, section.ParagraphLines.Count);
            Assert.Equal(section.ParagraphLines.Order(), section.ParagraphLines);
            for (var i = 0; i < paragraphs.Length; i++)
            {
                Assert.True(BeginsWith(lines[section.ParagraphLines[i] - 1], paragraphs[i]), $"{file}:{section.ParagraphLines[i]} does not begin «{paragraphs[i]}»");
            }

            // A section begins at its heading or, where it goes on, with its first paragraph.
            var first = lines[section.Line - 1];
            Assert.True(BeginsWith(first, section.Headings.Count > 0 ? section.Headings[^1] : paragraphs[0]) || BeginsWith(first, paragraphs[0]), $"{file}:{section.Line} is no begin of a section");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_entry_of_the_reference_list_is_read_and_leads_to_its_line(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        var lines = text.Split('\n');
        var references = Read(file).References;

        Assert.All(references, reference => Assert.True(BeginsWith(lines[reference.Line - 1], reference.Reference.Text)));
        Assert.Equal(
            string.Concat(ReferenceList().Matches(text).Select(list => VisibleText.Han(ReferenceTitle().Replace(list.Value, "")))),
            string.Concat(references.Select(reference => VisibleText.Han(reference.Reference.Text))));
    }

    private static Article Read(string file) =>
        Assert.Single(new MarkdownArticleReader().Read(new CorpusFile(Path.Combine(Folder, file), "articles/" + file), TestContext.Current.CancellationToken));

    // The first letters and digits of the text come in the line in this order, with markup between them at most.
    private static bool BeginsWith(string line, string text)
    {
        var at = -1;
        foreach (var c in text.Where(char.IsLetterOrDigit).Take(6))
        {
            at = line.IndexOf(c, at + 1);
            if (at < 0)
            {
                return line.Where(char.IsLetterOrDigit).Count() < 6 && line.Any(char.IsLetterOrDigit);
            }
        }

        return true;
    }

    private static string WithoutMarkup(string text)
    {
        text = FrontMatter().Replace(text.ReplaceLineEndings("\n"), "");
        text = Comment().Replace(text, "");
        text = ReferenceList().Replace(text, "");
        text = FenceInfo().Replace(text, "");
        text = LinkTarget().Replace(text, "]");
        text = OwnAnchor().Replace(text, "");
        var visible = new StringBuilder();
        var end = 0;
        foreach (Match tag in Tag().Matches(text))
        {
            visible.Append(text, end, tag.Index - end).AppendJoin(' ', ShownAttribute().Matches(tag.Value).Select(attribute => attribute.Groups[1].Value));
            end = tag.Index + tag.Length;
        }

        return visible.Append(text, end, text.Length - end).ToString();
    }

    [GeneratedRegex(@"\A---\n.*?\n---\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    // From the title of a list to the next heading or container's edge.
    [GeneratedRegex(@"^(?:#+ )?(?:\*\*)?(?:[一二三四五六七八九十]+、|[0-9]+[.、]? *)?(?:参考|引用|延伸|注释|规范性|主要|与|资料|文献|文章|文件|阅读|References)+[:：]?(?:\*\*)?[:：]?\s*\n(?:(?!#|:::).*(?:\n|\z))*", RegexOptions.Multiline)]
    private static partial Regex ReferenceList();

    [GeneratedRegex(@"\A.*\n")]
    private static partial Regex ReferenceTitle();

    [GeneratedRegex(@"^\s*(?:```|~~~).*$", RegexOptions.Multiline)]
    private static partial Regex FenceInfo();

    [GeneratedRegex(@"\]\([^()\n]*\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"\{#[^{}]*\}$", RegexOptions.Multiline)]
    private static partial Regex OwnAnchor();

    [GeneratedRegex("</?[A-Za-z][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?:alt|text|title)=\"([^\"]*)\"")]
    private static partial Regex ShownAttribute();
}
