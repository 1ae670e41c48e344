using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Reduces what site generators and note programs add to Markdown to what a page shows of it: the shortcodes of Hugo, the
/// Liquid tags and attribute lists of Jekyll, the imports and comments of MDX (Docusaurus), the links, embeds, comments
/// and block names of Obsidian. To be asked for each line in order; code is left alone.
/// </summary>
internal sealed partial class SiteMarkup
{
    // A fence that no example inside will close.
    private const string Fence = "~~~~~~~~~~~~";

    private readonly bool _isNotes;
    private readonly bool _isJekyll;
    private readonly Dictionary<string, int> _lastClose = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);
    private string? _hiddenUntil;
    private string? _codeUntil;

    /// <summary>Looks over the lines of a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="matter">Its front matter.</param>
    /// <param name="lines">Its lines below the front matter.</param>
    public SiteMarkup(string path, FrontMatter matter, IReadOnlyList<SourceLine> lines)
    {
        var isGitHub = matter.IsToml || matter.Has("sidebar_label") || matter.Has("sidebar_position") || path.EndsWith(".mdx", StringComparison.OrdinalIgnoreCase);
        _isJekyll = PostName().IsMatch(path);
        _isNotes = matter.Has("aliases") && !matter.IsToml;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            isGitHub |= text.Contains("{{<", StringComparison.Ordinal) || text.Contains("{{%", StringComparison.Ordinal) || DocusaurusLine().IsMatch(text);
            _isJekyll |= text.Contains('{', StringComparison.Ordinal) && JekyllLine().IsMatch(text);
            _isNotes |= text.Contains("[[", StringComparison.Ordinal) && WikiLink().IsMatch(text);
            foreach (var close in (ReadOnlySpan<string>)["%%", "*/}", ">}}", "%}}", "endcomment", "/comment"])
            {
                if (text.Contains(close, StringComparison.Ordinal))
                {
                    _lastClose[close] = i;
                }
            }
        }

        HasGitHubAnchors = isGitHub || _isJekyll;
    }

    /// <summary>Whether the generator makes anchors by GitHub's rule, as Hugo, Jekyll and Docusaurus do.</summary>
    public bool HasGitHubAnchors { get; }

    /// <summary>Whether the file is a note of Obsidian, whose title is its file's name.</summary>
    public bool IsNote => _isNotes;

    /// <summary>The tags that stand in the text of notes, in order.</summary>
    public IReadOnlyCollection<string> Tags => _tags;

    /// <summary>Takes a line that belongs to a block of code of a generator's own; its marks become a fence.</summary>
    /// <returns>Whether the line is such a one.</returns>
    public bool TakeCode(ref SourceLine line)
    {
        if (_codeUntil is null)
        {
            var open = line.Text.Contains('{', StringComparison.Ordinal) ? CodeBlock().Match(line.Text) : Match.Empty;
            if (!open.Success || _hiddenUntil is not null)
            {
                return false;
            }

            _codeUntil = open.Groups["hugo"].Success ? "/highlight" : "endhighlight";
            line = line with { Text = Fence, Kind = LineKind.Verbatim };
            return true;
        }

        var closes = line.Text.Contains(_codeUntil, StringComparison.Ordinal) && line.Text.AsSpan().TrimStart().StartsWith("{");
        line = line with { Text = closes ? Fence : line.Text, Kind = LineKind.Verbatim };
        _codeUntil = closes ? null : _codeUntil;
        return true;
    }

    /// <summary>Reduces a line of Markdown.</summary>
    /// <param name="index">Its index among the lines.</param>
    /// <param name="text">The line.</param>
    /// <returns>What is left of it.</returns>
    public string Reduce(int index, string text)
    {
        if (_hiddenUntil is { } close)
        {
            if (close.Length == 0)
            {
                // The code of an MDX module goes on to the next blank line.
                _hiddenUntil = string.IsNullOrWhiteSpace(text) ? null : close;
                return "";
            }

            var end = text.IndexOf(close, StringComparison.Ordinal);
            if (end < 0)
            {
                return "";
            }

            _hiddenUntil = null;
            end += close.Length;
            // What closes a comment is the name in a tag: {% endcomment %}.
            text = close is "endcomment" or "/comment" && text.IndexOf('}', end) is >= 0 and var brace ? text[(brace + 1)..].TrimStart('}') : text[end..];
        }

        if (Module().IsMatch(text))
        {
            _hiddenUntil = text.TrimEnd().EndsWith(';') || text.TrimEnd() is [.., '\'' or '"'] ? null : "";
            return "";
        }

        if (_isJekyll && Contents().IsMatch(text))
        {
            return "";
        }

        if (text.AsSpan().IndexOfAny("{[%^#") < 0)
        {
            return text;
        }

        text = Marks().Replace(text, m => Shown(m));
        text = Hide(index, text);
        if (!_isNotes)
        {
            return text;
        }

        foreach (Match tag in Tag().Matches(text))
        {
            if (tag.Groups["tag"].Success && _tags.Count < 200)
            {
                _tags.Add(tag.Groups["tag"].Value);
            }
        }

        return BlockName().Replace(text, "");
    }

    // The start of something that ends in another line. What never ends is text.
    private string Hide(int index, string text)
    {
        foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[("{/*", "*/}"), ("{{<", ">}}"), ("{{%", "%}}"), ("%%", "%%")])
        {
            var at = text.IndexOf(open, StringComparison.Ordinal);
            var isMark = at == 0 || (at > 0 && char.IsWhiteSpace(text[at - 1]) && !text.AsSpan(0, at).Contains('`'));
            if (isMark && (open != "%%" || _isNotes || text.Trim() == "%%") && _lastClose.GetValueOrDefault(close, -1) > index)
            {
                _hiddenUntil = close;
                return text[..at].TrimEnd();
            }
        }

        if (CommentBlock().Match(text) is { Success: true } comment)
        {
            var closing = comment.Groups["hugo"].Success ? "/comment" : "endcomment";
            if (_lastClose.GetValueOrDefault(closing, -1) > index)
            {
                _hiddenUntil = closing;
                return "";
            }
        }

        return text;
    }

    private string Shown(Match mark)
    {
        if (mark.Groups["path"].Success)
        {
            return mark.Groups["path"].Value;
        }

        if (mark.Groups["root"].Success)
        {
            return "/" + mark.Groups["root"].Value;
        }

        if (mark.Groups["post"].Success)
        {
            return $"<[[{mark.Groups["post"].Value}]]>";
        }

        if (mark.Groups["shortcode"].Success)
        {
            // Comment blocks are looked for later.
            return mark.Groups["shortcode"].ValueSpan.Trim() is "comment" ? mark.Value : string.Join(' ', Caption().Matches(mark.Value).Select(caption => caption.Groups["text"].Value));
        }

        if (mark.Groups["liquid"].Success)
        {
            return mark.Groups["liquid"].ValueSpan.Trim("- ").StartsWith("comment") || !_isJekyll ? mark.Value : "";
        }

        if (mark.Groups["output"].Success)
        {
            return _isJekyll ? "" : mark.Value;
        }

        if (mark.Groups["attributes"].Success)
        {
            return _isJekyll ? OwnName().Match(mark.Value) is { Success: true } name ? $" {{#{name.Groups[1].Value}}}" : "" : mark.Value;
        }

        if (mark.Groups["target"].Success)
        {
            return _isNotes ? Link(mark) : mark.Value;
        }

        // Comments, or code that is passed over.
        return mark.Groups["comment"].Success && (_isNotes || mark.Value[0] == '{') ? "" : mark.Value;
    }

    // [[页面#标题|别名]] shows the alias, else 页面 > 标题; a name that is a number is a mark of citation.
    private static string Link(Match mark)
    {
        var target = mark.Groups["target"].Value.Trim().TrimEnd('\\');
        if (target.All(char.IsAsciiDigit) || target.Equals("toc", StringComparison.OrdinalIgnoreCase))
        {
            return mark.Value;
        }

        var isEmbed = mark.Value[0] == '!';
        if (isEmbed && Media().IsMatch(target))
        {
            return "";
        }

        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var page = (hash < 0 ? target : target[..hash]).Trim();
        var place = hash < 0 ? "" : target[(hash + 1)..].TrimStart('^');
        var shown = mark.Groups["alias"].Success ? mark.Groups["alias"].Value.Trim() : page.Length == 0 ? place : place.Length == 0 || target[hash + 1] == '^' ? page : $"{page} > {place}";
        return page.Length == 0 ? shown : $"[{shown}](<[[{target}]]>)";
    }

    // In this order: code, {{< ref "a.md" >}}, other shortcodes, {% post_url a %} and {% link a %}, other Liquid tags and outputs,
    // attribute lists, comments, links of notes.
    [GeneratedRegex(
        @"`[^`]+`"
        + @"|\{\{[<%]\s*(?:rel)?ref\s+""?(?<path>[^""\s>%]{1,300})""?\s*[%>]\}\}"
        + @"|\{\{[<%](?<shortcode>[^{}]{0,2000}?)[%>]\}\}"
        + @"|\{%-?\s*post_url\s+(?:[^\s%]{0,200}/)?(?<post>[^\s%/]{1,200})\s*-?%\}"
        + @"|\{%-?\s*link\s+/?(?<root>[^\s%]{1,300})\s*-?%\}"
        + @"|\{%(?<liquid>[^{}]{0,1000}?)%\}"
        + @"|\{\{(?<output>[^{}<%]{0,300})\}\}"
        + @"|[ \t]*\{:(?<attributes>[^{}]{0,300})\}"
        + @"|\{/\*(?<comment>.{0,400}?)\*/\}"
        + @"|%%(?<comment>[^%]{1,2000})%%"
        + @"|!?\[\[(?<target>[^\[\]|\n]{1,300})(?:\|(?<alias>[^\[\]\n]{1,300}))?\]\](?!\()",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?:^|\s)(?:title|caption)\s*=\s*""(?<text>[^""]{1,500})""", RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^\s*(?:\{\{[<%]\s*(?<hugo>highlight)\b[^{}]*[%>]\}\}|\{%-?\s*highlight\b[^{}]*%\})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\{\{[<%]\s*(?<hugo>comment)\s*[%>]\}\}|\{%-?\s*comment\s*-?%\}", RegexOptions.CultureInvariant)]
    private static partial Regex CommentBlock();

    // MDX 2, ESM: import and export at the start of a line.
    [GeneratedRegex(@"^(?:import\s+(?:[A-Za-z_$*{][^'""]{0,300}\sfrom\s+)?['""][^'""]+['""];?\s*$|import\s*\{\s*$|export\s+(?:const|let|var|default|function|class|async)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Module();

    [GeneratedRegex(@"^:::+\s?[a-z]+\[|^import\s[^'""]{1,200}\sfrom\s+['""]@(?:theme|site|docusaurus)", RegexOptions.CultureInvariant)]
    private static partial Regex DocusaurusLine();

    [GeneratedRegex(@"\{%-?\s*(?:include|include_relative|highlight|raw|comment|if|for|assign|capture|link|post_url|unless)\b|^\s*\{:[^{}]*\}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex JekyllLine();

    [GeneratedRegex(@"(?:^|/)[0-9]{4}-[0-9]{2}-[0-9]{2}-[^/]+$", RegexOptions.CultureInvariant)]
    private static partial Regex PostName();

    [GeneratedRegex(@"(?<!\[)\[\[(?!\s*(?:toc|[0-9]+)\s*\]\])[^\[\]\n]{1,300}\]\](?!\()", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"\.(?:png|jpe?g|gif|svg|webp|bmp|avif|mp[34]|webm|ogg|wav|m4a|mov|pdf|canvas|base)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Media();

    // Obsidian: letters, digits, _ - and /, at least one of them no digit.
    [GeneratedRegex(@"`[^`]+`|\]\([^)]{0,200}\)|(?<![^\s，。；：、（(])#(?<tag>(?=[0-9_/-]{0,60}\p{L})[\p{L}\p{N}_/-]{1,60})", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?:^|\s)\^[A-Za-z0-9-]{1,60}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockName();

    [GeneratedRegex(@"^\s*[-*+]\s+toc\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Contents();

    [GeneratedRegex(@"#([^\s{}#.]+)", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();
}
