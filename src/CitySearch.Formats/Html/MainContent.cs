using AngleSharp.Dom;

namespace CitySearch.Formats.Html;

/// <summary>
/// Finds the element of a page that holds the article. What stands around it is short, without punctuation, and
/// mostly links; an article is paragraphs. The page as a whole is the answer whenever a part of it would lose text.
/// </summary>
internal sealed class MainContent
{
    // Shorter texts are captions and labels.
    private const int ShortestParagraph = 20;

    // An element is the article when it holds this part (in percent) of the page's text outside of links …
    private const int ArticlePercent = 50;

    // … and so is its parent when that adds no more than this: the title, the line of date and source.
    private const int AddedPercent = 25;

    private readonly List<Node> _nodes = [];

    private MainContent(IElement body)
    {
        Collect(body);
        for (var i = _nodes.Count - 1; i > 0; i--)
        {
            var node = _nodes[i];
            var parent = _nodes[node.Parent];
            parent.Text += node.Text;
            parent.LinkText += node.LinkText;
        }
    }

    /// <summary>The element that holds the article of a page.</summary>
    public static IElement Find(IElement body) => new MainContent(body).Find();

    private IElement Find()
    {
        var whole = _nodes[0];
        var marked = _nodes.Where(node => IsMarked(node.Element)).MaxBy(node => node.Text);
        if (marked is not null && marked.Text * 100L >= whole.Text * (long)ArticlePercent)
        {
            return marked.Element;
        }

        foreach (var node in _nodes.Where(node => node.OwnText >= ShortestParagraph && node.Marks > 0 && !HtmlRules.IsNotes(node.Element)))
        {
            var score = 1 + node.Marks + Math.Min(node.OwnText / 40.0, 5);
            node.Score += score;
            if (node.Parent >= 0)
            {
                var parent = _nodes[node.Parent];
                parent.Score += score;
                if (parent.Parent >= 0)
                {
                    _nodes[parent.Parent].Score += score / 2;
                }
            }
        }

        var best = _nodes.MaxBy(node => node.Score * (1 - ((double)node.LinkText / Math.Max(1, node.Text + node.LinkText))))!;
        while (best.Parent > 0 && Adds(_nodes[best.Parent], best))
        {
            best = _nodes[best.Parent];
        }

        return best.Text * 100L >= whole.Text * (long)ArticlePercent ? best.Element : whole.Element;
    }

    // A little text and no more of it in links: not a list of other articles.
    private static bool Adds(Node parent, Node best)
    {
        var (text, links) = (parent.Text - best.Text, parent.LinkText - best.LinkText);
        return text * 100L <= best.Text * (long)AddedPercent && links <= text;
    }

    private static bool IsMarked(IElement element) =>
        element.LocalName is "article" or "main" || element.GetAttribute("role") == "main" || element.GetAttribute("itemprop") == "articleBody";

    // In document order, parents before children, without what is silent.
    private void Collect(IElement body)
    {
        var pending = new Stack<(INode Node, int Parent, int Block, bool InLink)>();
        pending.Push((body, -1, 0, false));
        while (pending.TryPop(out var next))
        {
            if (next.Node is IText text)
            {
                Count(text.Data, next.Parent, next.Block, next.InLink);
                continue;
            }

            if (next.Node is not IElement element || (next.Parent >= 0 && HtmlRules.IsSilent(element)))
            {
                continue;
            }

            var index = _nodes.Count;
            _nodes.Add(new Node(element, next.Parent));
            var block = HtmlRules.IsBlock(element) ? index : next.Block;
            var inLink = next.InLink || element.LocalName == "a";
            for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
            {
                pending.Push((element.ChildNodes[i], index, block, inLink));
            }
        }
    }

    private void Count(string text, int parent, int block, bool inLink)
    {
        var length = 0;
        var marks = 0;
        foreach (var c in text)
        {
            length += char.IsWhiteSpace(c) ? 0 : 1;
            marks += c is '，' or '。' or '；' or '、' or ',' or '.' or ';' ? 1 : 0;
        }

        if (inLink)
        {
            _nodes[parent].LinkText += length;
            return;
        }

        _nodes[parent].Text += length;
        _nodes[block].OwnText += length;
        _nodes[block].Marks += marks;
    }

    /// <summary>An element and how much text it holds, in characters without spaces.</summary>
    private sealed class Node(IElement element, int parent)
    {
        public IElement Element { get; } = element;

        public int Parent { get; } = parent;

        // With all below, outside of links.
        public int Text { get; set; }

        public int LinkText { get; set; }

        // Of this block, without the blocks below.
        public int OwnText { get; set; }

        public int Marks { get; set; }

        public double Score { get; set; }
    }
}
