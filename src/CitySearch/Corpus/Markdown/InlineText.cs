using Markdig.Extensions.Emoji;
using Markdig.Syntax.Inlines;

namespace CitySearch.Corpus.Markdown;

/// <summary>Reads the visible text of a parsed paragraph, heading or cell.</summary>
/// <param name="text">Where the text goes.</param>
/// <param name="links">Where the destinations of links go, as written.</param>
/// <param name="withAddresses">Whether a link's address is text too, as in a reference list.</param>
internal sealed class InlineText(TextCollector text, ICollection<string> links, bool withAddresses = false)
{
    private string? _hiddenUntil;
    private string? _address;

    /// <summary>Adds the text of an inline tree. The walk keeps its own stack: brackets nest by the thousand.</summary>
    public void Add(ContainerInline? root)
    {
        _hiddenUntil = null;
        var open = new Stack<ContainerInline>();
        Inline? at = root?.FirstChild;
        var container = root;
        while (container is not null)
        {
            if (at is null)
            {
                Leave(container);
                if (open.Count == 0)
                {
                    return;
                }

                at = container.NextSibling;
                container = open.Pop();
            }
            else if (at is ContainerInline child && Enter(child))
            {
                open.Push(container);
                container = child;
                at = child.FirstChild;
            }
            else
            {
                AddLeaf(at);
                at = at.NextSibling;
            }
        }
    }

    /// <summary>The text that VuePress makes a heading's anchor from: literal text and code, no images, no tags, no emoji.</summary>
    public static string AnchorText(ContainerInline? root)
    {
        var result = new System.Text.StringBuilder();
        foreach (var inline in root?.FindDescendants<Inline>() ?? [])
        {
            switch (inline)
            {
                case EmojiInline:
                    break;
                case DelimiterInline delimiter:
                    result.Append(delimiter.ToLiteral());
                    break;
                case AutolinkInline autolink:
                    result.Append(autolink.Url);
                    break;
                case LiteralInline literal when inline.Parent is not LinkInline { IsImage: true }:
                    result.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    result.Append(entity.Transcoded.AsSpan());
                    break;
                case CodeInline code:
                    result.Append(code.Content);
                    break;
            }
        }

        return result.ToString();
    }

    private static bool IsNumber(string? label) => label is { Length: > 0 and < 5 } && label.All(char.IsAsciiDigit);

    // [3] where the reference list defines [3]: with an address: it stays the mark that it is.
    private static bool IsMark(LinkInline link) =>
        link is { IsImage: false, IsShortcut: true } && IsNumber(link.Label);

    private bool Enter(ContainerInline container)
    {
        SetLine(container);
        if (container is LinkInline mark && IsMark(mark))
        {
            Show($"[{mark.Label}]");
            return false;
        }

        // A bracket that opened no link is left in the tree as it was.
        if (container is DelimiterInline delimiter)
        {
            Show(delimiter.ToLiteral());
        }

        return true;
    }

    private void Leave(ContainerInline container)
    {
        if (container is not LinkInline link || _hiddenUntil is not null)
        {
            return;
        }

        if (!link.IsImage && link.Url is { Length: > 0 } url)
        {
            links.Add(url);
            if (withAddresses && !url.StartsWith("[[", StringComparison.Ordinal) && !(link.FirstChild is LiteralInline literal && literal.Content.AsSpan().SequenceEqual(url)))
            {
                text.Append(" " + url + " ");
            }
        }

        // The title of an image is its caption; a link's is a hint that nobody sees.
        if (link is { IsImage: true, Title.Length: > 0 })
        {
            text.Append(" " + link.Title);
        }

        if (!link.IsImage && !link.IsShortcut && IsNumber(link.Label))
        {
            text.Append($"[{link.Label}]");
        }
    }

    private void AddLeaf(Inline inline)
    {
        SetLine(inline);
        switch (inline)
        {
            case LiteralInline literal:
                Show(literal.Content.AsSpan());
                break;
            case CodeInline code:
                Show(code.Content);
                break;
            case HtmlEntityInline entity:
                Show(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline autolink:
                links.Add(autolink.Url);
                Show(autolink.Url);
                break;
            case LineBreakInline { IsHard: true }:
                text.EndLine();
                text.Line++;
                break;
            case LineBreakInline:
                text.SoftBreak();
                break;
            case HtmlInline html:
                AddTag(html);
                break;
        }
    }

    private void AddTag(HtmlInline html)
    {
        if (TagScanner.Read(html.Tag, 0, out _) is not { } tag)
        {
            return; // a comment or declaration
        }

        if (_hiddenUntil is not null)
        {
            _hiddenUntil = tag.IsClosing && tag.Name.Equals(_hiddenUntil, StringComparison.OrdinalIgnoreCase) ? null : _hiddenUntil;
        }
        else if (HtmlText.Hides(tag) && Closes(html, tag.Name))
        {
            _hiddenUntil = tag.Name;
        }
        else if (HtmlText.AddTag(tag, text) is { } link)
        {
            links.Add(link);
            _address = link;
        }
        else if (withAddresses && tag is { IsClosing: true, Name: "a" } && _address is not null)
        {
            text.Append(" " + _address + " ");
            _address = null;
        }
    }

    private static bool Closes(HtmlInline open, string name)
    {
        // At most a few are looked at: a script in a paragraph holds one run of text.
        var steps = 0;
        for (var next = open.NextSibling; next is not null && steps++ < 100; next = next.NextSibling)
        {
            if (next is HtmlInline html && html.Tag.StartsWith("</" + name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void Show(ReadOnlySpan<char> shown)
    {
        if (_hiddenUntil is null)
        {
            text.Append(shown);
        }
    }

    // Positions are kept by the parser for what it read itself; what it made has line 0.
    private void SetLine(Inline inline)
    {
        if (inline.Line > text.Line)
        {
            text.Line = inline.Line;
        }
    }
}
