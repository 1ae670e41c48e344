using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CitySearch.Corpus;

namespace CitySearch.Formats.Html;

/// <summary>Reads the blocks below an element: headings with their anchors, paragraphs, rows of tables, items of lists, footnotes.</summary>
internal sealed partial class HtmlBlocks
{
    // A row with more nodes below it lays out a page.
    private const int LargestRow = 300;

    private readonly List<Block> _blocks = [];
    private readonly InlineCollector _text = new();
    private readonly FormatsOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<IElement, (int Node, int Items)> _places = [];
    private int _characters;

    // The heading, row or note that is open; its text is taken when it ends.
    private Block? _open;
    private IElement? _openElement;
    private int _verbatim;

    private HtmlBlocks(FormatsOptions options, CancellationToken cancellationToken)
    {
        _options = options;
        _cancellationToken = cancellationToken;
    }

    private List<string> Links { get; } = [];

    /// <summary>Reads the blocks.</summary>
    /// <param name="root">The element that holds the article.</param>
    /// <param name="links">Where the destinations of links go, as written.</param>
    /// <param name="options">The reading limits.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static List<Block> Read(IElement root, out List<string> links, FormatsOptions options, CancellationToken cancellationToken)
    {
        var reader = new HtmlBlocks(options, cancellationToken);
        reader.Walk(root);
        reader.EndLine();
        links = reader.Links;
        return reader._blocks;
    }

    // Without recursion, and by index: to ask a node for its next sibling costs a walk over all of them.
    private void Walk(IElement root)
    {
        var path = new Stack<(IElement Element, int Next)>();
        path.Push((root, 0));
        Enter(root);
        while (path.TryPop(out var top))
        {
            if (top.Next == top.Element.ChildNodes.Length)
            {
                Leave(top.Element);
                continue;
            }

            path.Push((top.Element, top.Next + 1));
            switch (top.Element.ChildNodes[top.Next])
            {
                case IText text:
                    AddText(text.Data);
                    break;
                case IElement element when !HtmlRules.IsSilent(element) && !IsBackLink(element):
                    Enter(element);
                    if (CitationMark(element) is { } mark)
                    {
                        _text.Append(mark);
                    }
                    else
                    {
                        path.Push((element, 0));
                    }

                    break;
            }
        }
    }

    private void AddText(string text)
    {
        text = text.Replace(ArticleAssembly.NoteSign, '\uFFFD');
        _characters += text.Length;
        if (_characters > _options.MaxCharacters)
        {
            throw new ReadingException($"The page holds more than {_options.MaxCharacters} characters: split it, or raise MaxCharacters.");
        }

        _cancellationToken.ThrowIfCancellationRequested();
        if (_verbatim == 0)
        {
            _text.Append(text);
            return;
        }

        var first = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!first)
            {
                EndLine();
            }

            _text.AppendVerbatim(line);
            first = false;
        }
    }

    private void Enter(IElement element)
    {
        if (element.LocalName == "a" && element.GetAttribute("href") is { Length: > 0 } link && !NoLink().IsMatch(link))
        {
            Links.Add(link.Trim());
        }

        if (_open is not null)
        {
            // Inside a heading or a row, blocks are parts of its line.
            if (element.LocalName is "td" or "th" && !_text.IsEmpty)
            {
                _text.AppendVerbatim("\t");
            }
            else if (element.LocalName == "br" || HtmlRules.IsBlock(element))
            {
                _text.Append(" ");
            }

            return;
        }

        if (element.LocalName is "br" or "hr" || HtmlRules.IsBlock(element))
        {
            EndLine();
        }

        switch (element.LocalName)
        {
            case "pre" or "listing" or "xmp":
                _verbatim++;
                break;
            case "li" when element.ParentElement is { LocalName: "ol" } list:
                if (NoteLabel(element, list) is { } label)
                {
                    Open(element, new Block(BlockKind.Note, "") { Label = label });
                }
                else
                {
                    _text.Append(NumberOf(element, list));
                }

                break;
            case "tr" when IsRow(element):
                Open(element, new Block(BlockKind.Row, ""));
                break;
            default:
                if (HtmlRules.HeadingLevel(element) is > 0 and var level)
                {
                    Open(element, new Block(BlockKind.Heading, "") { Level = level, Anchor = HtmlAnchors.Of(element) });
                }

                break;
        }
    }

    private void Open(IElement element, Block block) => (_open, _openElement) = (block, element);

    private void Leave(IElement element)
    {
        if (element == _openElement)
        {
            var text = _text.Take();
            if (text.Length > 0)
            {
                _blocks.Add(_open! with { Text = _open.Kind == BlockKind.Heading ? HeadingForms.CollapseSpacing(text) : text });
            }

            (_open, _openElement) = (null, null);
        }
        else if (_open is null && HtmlRules.IsBlock(element))
        {
            EndLine();
            _verbatim -= element.LocalName is "pre" or "listing" or "xmp" ? 1 : 0;
        }
    }

    private void EndLine()
    {
        var text = _text.Take();
        if (text.Length > 0)
        {
            _blocks.Add(new Block(BlockKind.Paragraph, HeadingForms.CollapseSpacing(text)));
        }
    }

    // A row of data, not of a layout: some cells, little in them, no blocks that have a structure of their own.
    private static bool IsRow(IElement row)
    {
        if (row.Children.Length < 2)
        {
            return false;
        }

        var left = LargestRow;
        var pending = new Stack<INode>([row]);
        while (pending.TryPop(out var node))
        {
            if (--left < 0 || (node is IElement element && (element.LocalName is "table" or "ul" or "ol" or "pre" || HtmlRules.HeadingLevel(element) > 0)))
            {
                return false;
            }

            for (var i = 0; i < node.ChildNodes.Length && pending.Count <= left; i++)
            {
                pending.Push(node.ChildNodes[i]);
            }
        }

        return true;
    }

    private string NumberOf(IElement item, IElement list)
    {
        if (item.GetAttribute("value") is { Length: < 6 } own && int.TryParse(own, CultureInfo.InvariantCulture, out var value))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{value}. ");
        }

        var start = list.GetAttribute("start") is { Length: < 6 } text && int.TryParse(text, CultureInfo.InvariantCulture, out var first) ? first : 1;
        return string.Create(CultureInfo.InvariantCulture, $"{start + IndexIn(list, item)}. ");
    }

    // How many items of the list stand before this one. Items come in order, so the count goes on where it was.
    private int IndexIn(IElement list, IElement item)
    {
        var (node, items) = _places.GetValueOrDefault(list);
        while (node < list.ChildNodes.Length && !ReferenceEquals(list.ChildNodes[node], item))
        {
            items += list.ChildNodes[node] is IElement { LocalName: "li" } ? 1 : 0;
            node++;
        }

        _places[list] = (node, items);
        return items;
    }

    // The notes of a page as Markdown processors and wikis write them: <section class="footnotes"><ol><li id="fn1">.
    private string? NoteLabel(IElement item, IElement list) =>
        item.Id is { } id && NoteId().Match(id) is { Success: true } && HtmlRules.IsNotes(list) ? (IndexIn(list, item) + 1).ToString(CultureInfo.InvariantCulture) : null;

    // ↩ or ^ behind a footnote.
    private static bool IsBackLink(IElement element) =>
        element.LocalName is "a" or "span"
        && (element.GetAttribute("role") == "doc-backlink" || (element.ClassName is { } names && BackClass().IsMatch(names)));

    // <a href="#fn1"><sup>1</sup></a> and <sup><a href="#cite_note-1">[1]</a></sup>, as [1].
    private static string? CitationMark(IElement element)
    {
        if (element.LocalName is not ("sup" or "a") || element.ChildNodes.Length is 0 or > 3)
        {
            return null;
        }

        // The text is asked for last: it costs a walk over all below.
        var inner = element.LocalName == "sup" ? element.Children.FirstOrDefault(child => child.LocalName == "a") : element;
        return inner?.GetAttribute("href") is ['#', .. var target] && NoteId().IsMatch(target) && NoteNumber().Match(element.TextContent.Trim()) is { Success: true } number
            ? $"[{ArticleAssembly.NoteSign}{number.Groups[1].Value}]"
            : null;
    }

    [GeneratedRegex(@"^(?:javascript:|mailto:|#|data:|tel:|about:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoLink();

    [GeneratedRegex(@"^(?:user-content-)?(?:fn|footnote|note|cite_note|endnote|ref|ftn|edn|_ftn|_edn)[-_:]?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoteId();

    [GeneratedRegex(@"(?<![A-Za-z])(?:footnote-back(?:ref)?|mw-cite-backlink|reversefootnote)(?![A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BackClass();

    [GeneratedRegex(@"^[\[［【(（]?([0-9]{1,3})[\]］】)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteNumber();
}
