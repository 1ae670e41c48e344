using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Corpus;
using CitySearch.Corpus.References;
using CitySearch.Searching;
using CitySearch.Snippets;

namespace CitySearch.Cli.Export;

/// <summary>Writes hits as a Markdown list: each cited after GB/T 7714, with where it was found and the passages, what matched in bold.</summary>
internal static partial class MarkdownList
{
    /// <summary>The list.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="references">The reference of each hit.</param>
    /// <param name="language">The language of what stands around the list.</param>
    public static string Write(SearchResponse response, IReadOnlyList<Reference> references, Language language)
    {
        var list = new StringBuilder().Append("# ").Append(Plain(response.Query)).Append("\n\n");
        list.Append(response.Hits.Count == response.Total
            ? language.Say(response.Total == 1 ? "1 hit" : $"{response.Total} hits", $"共 {response.Total} 条结果")
            : language.Say($"the first {response.Hits.Count} of {response.Total} hits", $"共 {response.Total} 条结果，此为前 {response.Hits.Count} 条")).Append('\n');
        for (var i = 0; i < response.Hits.Count; i++)
        {
            Add(list, response.Hits[i], references[i], language);
        }

        return list.ToString();
    }

    private static void Add(StringBuilder list, SearchHit hit, Reference reference, Language language)
    {
        var mark = hit.Rank.ToString(CultureInfo.InvariantCulture) + ". ";
        var indent = new string(' ', mark.Length);
        list.Append('\n').Append(mark).Append(Plain(ReferenceFormats.Gbt7714(reference))).Append('\n');
        foreach (var section in (hit as ArticleHit)?.Sections ?? [])
        {
            var place = section.Page is { } page ? language.Say($", page {page}", $" 第 {page} 页") : section.Line > 0 ? $":{section.Line}" : "";
            list.Append('\n').Append(indent).Append(Plain(((ArticleHit)hit).Path + place));
            list.Append(section.Headings.Count == 0 ? "" : $" — {Plain(string.Join(" › ", section.Headings))}").Append('\n');
            AddPassages(list, indent, section.Snippets);
        }

        if (hit is ReferenceHit cited)
        {
            AddPassages(list, indent, cited.Snippets);
            foreach (var citing in cited.CitedBy)
            {
                list.Append('\n').Append(indent).Append("- ").Append(language.Say("cited by ", "引用者：")).Append(Plain(citing.Label.Length > 0 ? $"{citing.Title} [{citing.Label}]" : citing.Title)).Append('\n');
            }
        }
    }

    private static void AddPassages(StringBuilder list, string indent, IEnumerable<Snippet> snippets)
    {
        foreach (var snippet in snippets)
        {
            list.Append('\n').Append(indent).Append("> ").Append(Marked(snippet)).Append('\n');
        }
    }

    private static string Marked(Snippet snippet)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var (start, length) in snippet.Highlights)
        {
            // By tags: CommonMark does not take ** for emphasis between Chinese characters and marks.
            text.Append(Plain(snippet.Text[at..start])).Append("<strong>").Append(Plain(snippet.Text.Substring(start, length))).Append("</strong>");
            at = start + length;
        }

        return text.Append(Plain(snippet.Text[at..])).ToString();
    }

    /// <summary>Text that is nothing but text: on one line, whatever means something in Markdown with a backslash.</summary>
    private static string Plain(string text) => Meaningful().Replace(Breaks().Replace(text, " "), @"\$0");

    [GeneratedRegex(@"\s*[\t\r\n]+\s*")]
    private static partial Regex Breaks();

    // CommonMark takes a backslash before any ASCII punctuation. At the start of a text, what would begin a list or a heading.
    [GeneratedRegex(@"[\\`*_\[\]<>|~&$]|^[#+=-]|(?<=^\d+)[.)]")]
    private static partial Regex Meaningful();
}
