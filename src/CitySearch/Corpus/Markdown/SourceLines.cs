using System.Text;
using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Turns the bytes of a Markdown file into the lines that the parser gets: what CommonMark does not know (containers,
/// table of contents, alerts) is reduced to its visible text, and what would cost the parser dearly is bounded. Every
/// line keeps its number in the file.
/// </summary>
internal static partial class SourceLines
{
    // What is longer is no tag that somebody wrote.
    private const int MaxTagLines = 30;
    private const int MaxTagLength = 4_000;

    /// <summary>Decodes UTF-8 (or what a byte order mark says), broken bytes as U+FFFD, and splits at LF, CR LF and CR.</summary>
    public static List<SourceLine> Split(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        var lines = new List<SourceLine>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(new SourceLine(line.Replace('\0', '\uFFFD'), lines.Count + 1));
        }

        return lines;
    }

    /// <summary>Prepares the lines below the front matter.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="site">What the file's generator adds to Markdown.</param>
    public static List<SourceLine> Prepare(IEnumerable<SourceLine> lines, SiteMarkup site)
    {
        var source = lines.ToList();
        var hidden = new HiddenBlocks(source);
        var result = new List<SourceLine>(source.Count);
        var fence = default(Match);
        for (var i = 0; i < source.Count; i++)
        {
            var line = source[i];
            if (fence is not null && Leaves(fence, line.Text))
            {
                fence = null;
            }

            if (fence is null && site.TakeCode(ref line))
            {
                result.Add(line);
            }
            else if (fence is not null)
            {
                result.Add(line with { Kind = LineKind.Verbatim });
                fence = Closes(fence, line.Text) ? null : fence;
            }
            else if (hidden.Contains(i, ref line))
            {
                result.Add(line with { Kind = LineKind.Verbatim });
            }
            else if (Fence().Match(line.Text) is { Success: true } opened)
            {
                fence = opened;
                result.Add(line with { Kind = LineKind.Verbatim });
            }
            else
            {
                AddMarkdown(result, line with { Text = site.Reduce(i, JoinTag(source, ref i)) });
            }
        }

        ParserBounds.BoundDelimiters(result);
        return result;
    }

    // A component's tag over several lines, the last of which is often a lone «>» that Markdown takes for a quote, becomes
    // one line. The lines that it went over are left out: blank ones would end the HTML around the tag.
    private static string JoinTag(List<SourceLine> source, ref int at)
    {
        var text = source[at].Text;
        if (!OpenTag().IsMatch(text))
        {
            return text;
        }

        var joined = new StringBuilder(text);
        var start = text.Length - text.AsSpan().TrimStart().Length;
        for (var i = at + 1; i < source.Count && i - at <= MaxTagLines && joined.Length <= MaxTagLength && !source[i].IsBlank; i++)
        {
            var line = source[i].Text.AsSpan().Trim();
            joined.Append(' ').Append(line);
            if (line.Contains('>') && TagScanner.Read(joined.ToString(), start, out _) is not null)
            {
                at = i;
                return joined.ToString();
            }
        }

        return text;
    }

    private static void AddMarkdown(List<SourceLine> result, SourceLine line)
    {
        line = line with { Text = ParserBounds.BoundPrefix(line.Text) };
        if (Container().Match(line.Text) is { Success: true } container)
        {
            AddAlone(result, line, container.Groups["prefix"].Value, ContainerTitle(container.Groups["info"].Value));
        }
        else if (Alert().Match(line.Text) is { Success: true } alert)
        {
            AddAlone(result, line, alert.Groups["prefix"].Value, alert.Groups["title"].Value);
        }
        else if (TableOfContents().IsMatch(line.Text))
        {
            result.Add(line.Blank());
        }
        else
        {
            result.Add(line);
        }
    }

    // A title is a paragraph of its own: blank lines part it from its neighbours, with the prefix of their quote or list.
    private static void AddAlone(List<SourceLine> result, SourceLine line, string prefix, string title)
    {
        var blank = line with { Text = prefix.TrimEnd(), Kind = LineKind.Edge };
        result.Add(blank);
        if (title.Length > 0)
        {
            result.Add(line with { Text = prefix + title, Kind = LineKind.Edge });
            result.Add(blank);
        }
    }

    // «::: tip 标题 {open}»: the kind is not shown, the title is. A word that is not ASCII is no kind but a title.
    private static string ContainerTitle(string info)
    {
        info = Attributes().Replace(info, "").Trim();
        if (BracketTitle().Match(info) is { Success: true } title)
        {
            return title.Groups[1].Value;
        }

        var space = info.IndexOfAny([' ', '\t', '\u3000']);
        var kind = space < 0 ? info : info[..space];
        return kind.All(char.IsAscii) ? info[kind.Length..].Trim() : info;
    }

    // CommonMark 4.5: a code block that is not closed ends with the quote or list item around it.
    private static bool Leaves(Match fence, string line)
    {
        var text = line.AsSpan().TrimStart();
        var prefix = fence.ValueSpan[..(fence.Groups["mark"].Index - fence.Index)];
        return prefix.Contains('>')
            ? !text.StartsWith('>')
            : prefix.IndexOfAnyExcept(" \t\u3000") >= 0 && !text.IsEmpty && line.Length - text.Length < prefix.Length;
    }

    private static bool Closes(Match fence, string line)
    {
        var mark = fence.Groups["mark"].ValueSpan;
        var text = line.AsSpan().TrimStart([' ', '\t', '>']).TrimEnd();
        return text.Length >= mark.Length && text.TrimStart(mark[0]).IsEmpty;
    }

    [GeneratedRegex(@"^[\s>]*(?:[-*+]\s+|[0-9]{1,9}[.)]\s+)*(?<mark>`{3,}(?=[^`]*$)|~{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<prefix>[\s>]*):{3,}(?<info>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Container();

    // Docusaurus: «:::note[标题]».
    [GeneratedRegex(@"^[A-Za-z]+\[(.*)\]$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketTitle();

    [GeneratedRegex(@"^\s*<[A-Za-z][A-Za-z0-9_.:-]*(?:\s[^<>]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenTag();

    // GitHub's and VitePress's alerts: «> [!TIP] 标题».
    [GeneratedRegex(@"^(?<prefix>\s*(?:>\s*)+)\[![A-Za-z]+\][-+]?\s*(?<title>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Alert();

    [GeneratedRegex(@"^\s*(?:\[\[toc\]\]|\[toc\]|\{\{toc\}\})\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TableOfContents();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
