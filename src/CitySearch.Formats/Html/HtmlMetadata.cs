using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CitySearch.Corpus;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Formats.Html;

/// <summary>
/// What a page says about itself in its head: the names of Open Graph, Dublin Core, Highwire Press, and those that
/// Chinese government sites carry by their national rule (ArticleTitle, PubDate, ContentSource, …).
/// </summary>
internal static partial class HtmlMetadata
{
    private static readonly string[] Titles = ["articletitle", "og:title", "citation_title", "dc.title", "twitter:title"];
    private static readonly string[] Dates = ["article:published_time", "pubdate", "publishdate", "citation_publication_date", "citation_date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.date", "date", "weibo:article:create_at"];
    private static readonly string[] Authors = ["author", "article:author", "citation_author", "dc.creator", "dcterms.creator"];
    private static readonly string[] Sources = ["contentsource", "source", "citation_journal_title", "dc.publisher", "og:site_name", "sitename"];
    private static readonly string[] Descriptions = ["description", "og:description", "dc.description"];
    private static readonly string[] Keywords = ["keywords", "article:tag", "citation_keywords"];

    /// <summary>Reads the metadata of a page.</summary>
    /// <param name="document">The page.</param>
    /// <param name="root">The element that holds its article.</param>
    /// <param name="html">Its source.</param>
    public static Metadata Read(IHtmlDocument document, IElement root, string html)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in document.QuerySelectorAll("meta"))
        {
            if ((meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop")) is { Length: > 0 } name
                && meta.GetAttribute("content")?.Trim() is { Length: > 0 } content)
            {
                (values.TryGetValue(name, out var list) ? list : values[name] = []).Add(content);
            }
        }

        IEnumerable<string> All(string[] names) => names.SelectMany(name => values.GetValueOrDefault(name) ?? []);
        var time = document.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        return new Metadata
        {
            Title = TitleOf(document, root, All(Titles).FirstOrDefault()),
            Date = All(Dates).Append(time).Select(DateText.Parse).FirstOrDefault(date => date is not null),
            Authors = [.. All(Authors).Where(author => !author.StartsWith("http", StringComparison.Ordinal)).SelectMany(HeadLines.SplitAuthors).Distinct(StringComparer.Ordinal)],
            Tags = [.. All(Keywords).SelectMany(FrontMatter.SplitNames).Distinct(StringComparer.Ordinal)],
            Source = All(Sources).FirstOrDefault(),
            Description = All(Descriptions).FirstOrDefault(),
            Permalink = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")
                ?? values.GetValueOrDefault("og:url")?[0]
                ?? (SavedFrom().Match(html, 0, Math.Min(html.Length, 2000)) is { Success: true } saved ? saved.Groups[1].Value : null),
        };
    }

    // The page's one first-level heading is its title; else what the metadata says; else the window's title without the site's name.
    private static string? TitleOf(IHtmlDocument document, IElement root, string? declared)
    {
        var headings = root.QuerySelectorAll("h1").Select(TextOf).Where(text => text.Length > 0).Take(2).ToList();
        if (headings.Count == 0)
        {
            headings = [.. document.QuerySelectorAll("h1").Select(TextOf).Where(text => text.Length > 0).Take(2)];
        }

        if (headings is [var only])
        {
            return HeadingForms.CollapseSpacing(only);
        }

        var title = declared ?? TextOf(document.QuerySelector("title"));
        return title.Length == 0 ? null : declared ?? WithoutSite(title);
    }

    private static string WithoutSite(string title)
    {
        var parts = Separators().Split(title).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        return parts.Count < 2 || parts[0].Length < 4 ? title : parts[0];
    }

    private static string TextOf(IElement? element)
    {
        var text = new InlineCollector();
        text.Append(element?.TextContent);
        return text.Take();
    }

    // The title of an article and the name of its site: 标题_新华网, 标题 - 中国政府网, 标题|光明网, 标题--人民网
    [GeneratedRegex(@"_+|\s+[-–—|·]\s+|\||-{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    // The mark of the web that browsers put into a page they save.
    [GeneratedRegex(@"<!-- saved from url=\([0-9]{4}\)(https?://\S+) -->", RegexOptions.CultureInvariant)]
    private static partial Regex SavedFrom();
}
