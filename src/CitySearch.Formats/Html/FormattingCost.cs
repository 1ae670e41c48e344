using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using CitySearch.Corpus;

namespace CitySearch.Formats.Html;

/// <summary>
/// Counts the elements that the parser makes without being asked: formatting that is left open is opened again in
/// every block that follows (HTML, 13.2.4.3), so that a page of n tags may grow to n² elements. The count follows the
/// list of active formatting elements closely enough to bound it: three of each kind, cleared behind each cell of a table.
/// </summary>
internal sealed class FormattingCost(FormatsOptions options)
{
    // The most of one kind in the list: the «Noah's Ark clause».
    private const int MostAlike = 3;

    private static readonly HashSet<string> Formatting = new(StringComparer.Ordinal)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "ul", "option", "button",
    };

    private readonly List<(string Name, string Kind)> _active = [];
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);
    private readonly Stack<int> _tables = new();
    private long _made;

    /// <summary>Whether elements of a name are formatting, which is opened again where it was left open.</summary>
    public static bool IsFormatting(string name) => Formatting.Contains(name);

    /// <summary>Whether elements of a name stand in lines of their own, and end a paragraph.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Takes note of the next token.</summary>
    /// <exception cref="ReadingException">The page makes more elements than the limit.</exception>
    public void Add(HtmlToken token)
    {
        if (token is not HtmlTagToken tag)
        {
            return;
        }

        var isStart = token.Type == HtmlTokenType.StartTag;
        var name = tag.Name;
        if (Formatting.Contains(name))
        {
            Format(tag, name, isStart);
        }
        else if (Blocks.Contains(name))
        {
            _made += Math.Min(_active.Count, options.MaxNesting);
            if (_made > options.MaxElements)
            {
                throw HtmlArticleReader.TooManyElements(options);
            }
        }
        else if (name == "table")
        {
            Cut(isStart ? _active.Count : (_tables.TryPeek(out var before) ? before : 0));
            if (isStart)
            {
                _tables.Push(_active.Count);
            }
            else
            {
                _tables.TryPop(out _);
            }
        }
        else if (name is "td" or "th" or "tr" or "caption" && _tables.TryPeek(out var outside))
        {
            Cut(outside);
        }
    }

    private void Format(HtmlTagToken tag, string name, bool isStart)
    {
        if (!isStart)
        {
            var at = _active.FindLastIndex(open => open.Name == name);
            if (at >= 0)
            {
                Remove(at);
            }

            return;
        }

        var kind = tag.Attributes.Count == 0 ? name : name + string.Join(' ', tag.Attributes.Select(attribute => attribute.Name + "=" + attribute.Value));
        var alike = _alike.GetValueOrDefault(kind);
        if (alike < MostAlike && _active.Count < options.MaxNesting)
        {
            _alike[kind] = alike + 1;
            _active.Add((name, kind));
        }
    }

    private void Cut(int length)
    {
        while (_active.Count > length)
        {
            Remove(_active.Count - 1);
        }
    }

    private void Remove(int at)
    {
        _alike[_active[at].Kind]--;
        _active.RemoveAt(at);
    }
}
