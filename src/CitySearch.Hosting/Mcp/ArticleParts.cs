using CitySearch.Searching;
using ModelContextProtocol;

namespace CitySearch.Hosting.Mcp;

/// <summary>Cuts an article into parts of bounded length that follow one another without a gap.</summary>
internal static class ArticleParts
{
    /// <summary>Reads a part.</summary>
    /// <param name="article">The article.</param>
    /// <param name="section">The first section, from 1.</param>
    /// <param name="offset">The characters of it to leave out, in UTF-16 units.</param>
    /// <param name="lastSection">The last section.</param>
    /// <param name="maxCharacters">The most characters of text.</param>
    /// <param name="maxReferences">The most entries of the reference list.</param>
    /// <exception cref="McpException">There is no such place in the article.</exception>
    public static ReadArticle Read(WholeArticle article, int section, int offset, int lastSection, int maxCharacters, int maxReferences)
    {
        if (section < 1 || section > article.Sections.Count)
        {
            throw new McpException($"section is {section}; {article.Id} has sections 1 to {article.Sections.Count}");
        }

        if (lastSection < section)
        {
            throw new McpException($"lastSection is {lastSection}, before section {section}");
        }

        if (offset < 0 || offset > article.Sections[section - 1].Text.Length)
        {
            throw new McpException($"offset is {offset}; section {section} has {article.Sections[section - 1].Text.Length} characters");
        }

        var parts = new List<ReadSection>();
        var left = maxCharacters;
        ReadNext? next = null;
        for (var number = section; number <= Math.Min(lastSection, article.Sections.Count) && next is null; number++)
        {
            var whole = article.Sections[number - 1];
            var start = number == section ? offset : 0;
            var end = Cut(whole.Text, start, left);
            if (end < whole.Text.Length)
            {
                next = new ReadNext(number, end);
            }

            if (end > start || end == whole.Text.Length)
            {
                parts.Add(new ReadSection(number, whole.Headings, whole.Line, whole.Text[start..end]));
            }

            left -= end - start;
        }

        var cited = parts.SelectMany(part => article.Sections[part.Number - 1].CitedLabels).ToHashSet();
        return new ReadArticle(
            article.Id, article.Title, article.Path, article.Date, article.Authors, article.Source, CitationText.Of(article), article.Sections.Count, parts,
            [.. article.References.Where(r => cited.Contains(r.Label)).Take(maxReferences).Select(r => new ReadReference(r.Label, r.Id, r.Text))], next);
    }

    /// <summary>The end of the part: at the end of a paragraph where one ends in its second half, and never inside a character.</summary>
    private static int Cut(string text, int start, int left)
    {
        if (text.Length - start <= left)
        {
            return text.Length;
        }

        var end = start + left;
        var paragraph = left > 0 ? text.LastIndexOf('\n', end - 1, left) : -1;
        if (paragraph > start + (left / 2))
        {
            return paragraph + 1;
        }

        return end > start && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }
}
