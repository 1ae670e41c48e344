using System.Net;

namespace CitySearch.Corpus.Markdown;

/// <summary>The visible text of raw HTML and of Vue tags.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
        "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "template", "tfoot", "thead", "tr", "ul",
    };

    /// <summary>Adds what a tag itself shows: a line break, a cell's border, an image's text.</summary>
    /// <returns>The destination that the tag links to, or <see langword="null"/>.</returns>
    public static string? AddTag(MarkupTag tag, TextCollector text)
    {
        if (Blocks.Contains(tag.Name))
        {
            text.EndLine();
        }
        else if (!tag.IsClosing && tag.Name is "td" or "th" or "TD" or "TH")
        {
            text.Append("\t");
        }

        string? link = null;
        foreach (var (name, value) in tag.Attributes)
        {
            switch (name.ToLowerInvariant())
            {
                // «text» is how Vue's badges and buttons get their label, «title» their heading, «label» the name of a tab; on other elements a
                // title is a hint that nobody sees.
                case "alt" or "text" when value.Length > 0:
                case "title" when value.Length > 0 && (tag.Name is "img" or "abbr" || IsComponent(tag.Name)):
                    text.Append((name.Length == 5 ? " " : "") + WebUtility.HtmlDecode(value));
                    break;
                case "label" when value.Length > 0 && IsComponent(tag.Name):
                    text.Append(WebUtility.HtmlDecode(value));
                    text.EndLine();
                    break;
                case "href" or "to" when value.Length > 0 && tag.Name is "a" or "A" or "RouterLink" or "router-link" or "OutboundLink":
                    link = WebUtility.HtmlDecode(value);
                    break;
            }
        }

        return link;
    }

    // A custom element's name has a hyphen, a component's a capital (HTML writes no tag in capitals any more).
    private static bool IsComponent(string name) => name.AsSpan().ContainsAny('-', '_', '.') || (name.Any(char.IsAsciiLetterUpper) && name.Any(char.IsAsciiLetterLower));

    /// <summary>Whether the contents of a tag are not shown.</summary>
    public static bool Hides(MarkupTag tag) =>
        !tag.IsClosing && (tag.Name.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Name.Equals("style", StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds the visible text of a piece of raw HTML, which may be cut off anywhere.</summary>
    /// <param name="html">The piece; its line feeds count source lines.</param>
    /// <param name="text">Where the text goes.</param>
    /// <param name="links">Where the destinations of links go.</param>
    public static void Add(string html, TextCollector text, ICollection<string> links)
    {
        var at = 0;
        var missing = new HashSet<string>(StringComparer.OrdinalIgnoreCase); // ends that do not come any more
        while (at < html.Length)
        {
            if (html[at] != '<')
            {
                var length = html.AsSpan(at).IndexOf('<');
                var end = length < 0 ? html.Length : at + length;
                AddLines(html.AsSpan(at, end - at), text);
                at = end;
                continue;
            }

            var next = SkipDeclaration(html, at, missing);
            if (next == at && TagScanner.Read(html, at, out next) is { } tag)
            {
                if (AddTag(tag, text) is { } link)
                {
                    links.Add(link);
                }

                if (Hides(tag) && Find(html, "</" + tag.Name, next, missing) is >= 0 and var close)
                {
                    next = close;
                }
            }

            if (next == at)
            {
                text.Append("<");
                next++;
            }
            else
            {
                text.Line += html.AsSpan(at, next - at).Count('\n');
            }

            at = next;
        }
    }

    // Comments, processing instructions, declarations and the marks of a CDATA section.
    private static int SkipDeclaration(string html, int at, HashSet<string> missing)
    {
        foreach (var (open, close) in new[] { ("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", ""), ("<!", ">") })
        {
            if (string.CompareOrdinal(html, at, open, 0, open.Length) == 0)
            {
                var end = Find(html, close, at + open.Length, missing);
                return end < 0 ? at + open.Length : end + close.Length;
            }
        }

        return at;
    }

    private static int Find(string html, string end, int from, HashSet<string> missing)
    {
        var at = missing.Contains(end) ? -1 : html.IndexOf(end, from, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            missing.Add(end);
        }

        return at;
    }

    private static void AddLines(ReadOnlySpan<char> run, TextCollector text)
    {
        while (true)
        {
            var length = run.IndexOf('\n');
            text.Append(WebUtility.HtmlDecode((length < 0 ? run : run[..length]).ToString()));
            if (length < 0)
            {
                return;
            }

            text.SoftBreak();
            run = run[(length + 1)..];
        }
    }
}
