using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CitySearch.Formats.Html;

/// <summary>What the elements of a page are for: text, structure, or what stands around the text on every page of a site.</summary>
internal static partial class HtmlRules
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
        "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    };

    // Never text of the article.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "iframe", "frame", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "head",
        "button", "input", "select", "textarea", "datalist", "nav", "aside", "footer", "dialog", "math", "marquee", "link", "meta", "title",
    };

    private static readonly HashSet<string> SilentRoles = new(StringComparer.OrdinalIgnoreCase)
    {
        "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert", "toolbar", "tablist",
    };

    /// <summary>Whether an element stands on lines of its own.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>The level of a heading element, or 0.</summary>
    public static int HeadingLevel(IElement element) => element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : 0;

    /// <summary>Whether an element and all below it is no text of an article.</summary>
    public static bool IsSilent(IElement element)
    {
        if (Silent.Contains(element.LocalName))
        {
            return true;
        }

        // The page's header; that of an article holds its title.
        if (element.LocalName == "header" && element.ParentElement is { LocalName: "body" or "div" } && !HasHeading(element))
        {
            return true;
        }

        if (element.Attributes.Length == 0 || element.LocalName is "html" or "body" or "article" or "main")
        {
            return false;
        }

        return element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true"
            || (element.GetAttribute("role") is { } role && SilentRoles.Contains(role))
            || (element.GetAttribute("style") is { Length: < 1000 } style && Hidden().IsMatch(style))
            || (IsBlock(element) && HeadingLevel(element) == 0 && (IsAround(element.ClassName) || IsAround(element.Id)));
    }

    /// <summary>Whether an element belongs to the notes of a page.</summary>
    public static bool IsNotes(IElement element)
    {
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (at.GetAttribute("role") == "doc-endnotes" || (at.ClassName is { } names && NotesClass().IsMatch(names)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasHeading(IElement element) => element.Children.Any(child => child.LocalName == "h1" || child.Children.Any(inner => inner.LocalName == "h1"));

    // A class or id that names what stands around an article. All its words decide: «nav-list» does, «navy-text» does not.
    private static bool IsAround(string? names) => names is { Length: > 0 and < 300 } && Around().IsMatch(names);

    [GeneratedRegex(@"(?<![A-Za-z])(?:footnotes|endnotes|references|reflist)(?![A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotesClass();

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Hidden();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?:nav|navbar|navigation|topnav|subnav|menu|submenu|breadcrumbs?|crumbs?|sidebar|footer|foot|copyright|share|sharebox|bdsharebuttonbox|social|related|recommend|recommended|comments?|commentlist|adv?s?|advert(?:isement)?s?|banner|toolbar|pagination|pager|login|searchbox|search|toplinks|friendlinks?|sitemap|hotlist|rankinglist|qrcode|backtotop|gotop|cookie|popup|modal|catlinks|mw-editsection|editsection|printfooter|jump-to-nav)(?![A-Za-z])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Around();
}
