using AngleSharp.Dom;

namespace CitySearch.Formats.Html;

/// <summary>Finds the fragment that leads to a heading of a page.</summary>
internal static class HtmlAnchors
{
    /// <summary>
    /// The heading's own id; else the id or name of an anchor in it or just before it; else the id of the section that it
    /// begins. Empty when there is none.
    /// </summary>
    public static string Of(IElement heading)
    {
        if (heading.Id is { Length: > 0 } own)
        {
            return own;
        }

        if (heading.Children.Select(Name).FirstOrDefault(name => name.Length > 0) is { } inner)
        {
            return inner;
        }

        if (heading.ParentElement is not { } parent)
        {
            return "";
        }

        // Only a few nodes back: an anchor further up belongs to something else.
        var at = parent.ChildNodes.Length <= 200 ? parent.ChildNodes.Index(heading) : -1;
        for (var i = at - 1; i >= 0 && i >= at - 2; i--)
        {
            if (parent.ChildNodes[i] is IElement { LocalName: "a" } anchor && Name(anchor) is { Length: > 0 } before)
            {
                return before;
            }
        }

        return parent.FirstElementChild == heading && parent.LocalName is "section" or "div" or "article" or "header" ? parent.Id ?? "" : "";
    }

    private static string Name(IElement element) =>
        element.LocalName is "a" or "span" ? element.GetAttribute("id") ?? (element.LocalName == "a" ? element.GetAttribute("name") : null) ?? "" : "";
}
