using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using CitySearch.Corpus;

namespace CitySearch.Formats.Html;

/// <summary>
/// Counts the steps that the parser takes through the elements that are open: it looks through all of them at most tags
/// (HTML, 13.2.4.2), so that n tags inside each other take n² steps. What is open follows the rules of implied ends
/// closely enough that the unclosed paragraphs, items and cells of old pages count as beside each other.
/// </summary>
internal sealed class NestingCost(FormatsOptions options)
{
    // The most steps beyond the limit of nesting: that many are taken through 6,000 levels.
    private const long MostSteps = 20_000_000;

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
        // Never open twice.
        "html", "head", "body", "form",
    };

    // What no end tag and no implied end reaches beyond: «has an element in scope».
    private static readonly HashSet<string> Scopes = new(StringComparer.Ordinal) { "table", "td", "th", "caption", "template", "object", "applet", "marquee" };

    private static readonly HashSet<string> Rows = new(StringComparer.Ordinal) { "table", "tbody", "thead", "tfoot", "tr" };

    // What closes no tag around it, besides the blocks.
    private static readonly HashSet<string> Specials = new(StringComparer.Ordinal)
    {
        "select", "textarea", "title", "script", "style", "iframe", "noembed", "noframes", "noscript", "xmp", "colgroup", "hgroup", "search",
    };

    private readonly List<string> _open = [];
    private long _steps;
    private int _looked; // at how many elements, when one was last looked for

    /// <summary>Takes note of the next token.</summary>
    /// <exception cref="ReadingException">The page nests its elements so deep that reading it would take too many steps.</exception>
    public void Add(HtmlToken token)
    {
        if (token is not HtmlTagToken tag)
        {
            return;
        }

        if (token.Type != HtmlTokenType.StartTag)
        {
            End(tag.Name);
        }
        else if (!Void.Contains(tag.Name) && !tag.IsSelfClosing)
        {
            Count(_open.Count);
            EndImplied(tag.Name);
            _open.Add(tag.Name);
        }
    }

    private void Count(int steps)
    {
        _steps += Math.Max(0, steps - options.MaxNesting);
        if (_steps > MostSteps)
        {
            throw new ReadingException($"The page nests its elements far deeper than {options.MaxNesting} levels: open it in a browser and save it again.");
        }
    }

    private void End(string name)
    {
        var isPart = Rows.Contains(name) || Scopes.Contains(name);
        var isPlain = !IsSpecial(name) && !FormattingCost.IsFormatting(name);
        var at = Find(name, open => isPart ? open == "table" : Scopes.Contains(open) || (isPlain && IsSpecial(open)));
        Count(_looked);
        if (at >= 0 && FormattingCost.IsFormatting(name))
        {
            // What stands in it stays open.
            _open.RemoveAt(at);
        }
        else if (at >= 0)
        {
            Cut(at);
        }
    }

    private void EndImplied(string name)
    {
        switch (name)
        {
            case "li":
                Close("li", open => open is not ("address" or "div" or "p") && IsSpecial(open));
                break;
            case "dd" or "dt":
                Close("dd", open => open is not ("address" or "div" or "p") && IsSpecial(open));
                Close("dt", open => open is not ("address" or "div" or "p") && IsSpecial(open));
                break;
            case "td" or "th":
                Close("td", open => open is "table" or "tr");
                Close("th", open => open is "table" or "tr");
                break;
            case "tr":
                Close("tr", open => open == "table");
                break;
            case "tbody" or "thead" or "tfoot":
                foreach (var group in new[] { "tbody", "thead", "tfoot" })
                {
                    Close(group, open => open == "table");
                }

                break;
            case "table" when _open.Count > 0 && Rows.Contains(_open[^1]):
                Close("table", _ => false);
                break;
            case "option" or "optgroup" when _open.Count > 0 && _open[^1] == "option":
                Cut(_open.Count - 1);
                break;
            case "a" or "nobr" when Find(name, Scopes.Contains) is var at and >= 0:
                _open.RemoveAt(at);
                break;
        }

        if (name is not ("option" or "button") && FormattingCost.IsBlock(name))
        {
            Close("p", open => Scopes.Contains(open) || open == "button");
        }
    }

    private static bool IsSpecial(string name) => FormattingCost.IsBlock(name) || Scopes.Contains(name) || Rows.Contains(name) || Specials.Contains(name);

    private void Close(string name, Predicate<string> stops)
    {
        if (Find(name, stops) is var at and >= 0)
        {
            Cut(at);
        }
    }

    /// <summary>The innermost open element of a name that nothing to stop at stands in; -1 when there is none.</summary>
    private int Find(string name, Predicate<string> stops)
    {
        _looked = 0;
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            _looked = _open.Count - i;
            if (_open[i] == name)
            {
                return i;
            }

            if (stops(_open[i]))
            {
                break;
            }
        }

        return -1;
    }

    private void Cut(int length) => _open.RemoveRange(length, _open.Count - length);
}
