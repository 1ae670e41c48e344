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
    // The parser's cost grows with the square of open blocks and brackets; nobody writes this many by hand.
    private const int MaxPrefix = 200;
    private const int MaxBrackets = 8_000;

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
    public static List<SourceLine> Prepare(IEnumerable<SourceLine> lines)
    {
        var source = lines.ToList();
        var hidden = new HiddenBlocks(source);
        var result = new List<SourceLine>(source.Count);
        var fence = default(Match);
        for (var i = 0; i < source.Count; i++)
        {
            var line = source[i];
            if (fence is not null)
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
                AddMarkdown(result, line);
            }
        }

        BoundBrackets(result);
        return result;
    }

    private static void AddMarkdown(List<SourceLine> result, SourceLine line)
    {
        line = line with { Text = BoundPrefix(line.Text) };
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
        var space = info.IndexOfAny([' ', '\t', '\u3000']);
        var kind = space < 0 ? info : info[..space];
        return kind.All(char.IsAscii) ? info[kind.Length..].Trim() : info;
    }

    private static bool Closes(Match fence, string line)
    {
        var mark = fence.Groups["mark"].ValueSpan;
        var text = line.AsSpan().TrimStart([' ', '\t', '>']).TrimEnd();
        return text.Length >= mark.Length && text.TrimStart(mark[0]).IsEmpty;
    }

    // Cuts a run of nested block marks («> > > …», «- - - …», deep indentation) that no writer means.
    private static string BoundPrefix(string text)
    {
        var end = 0;
        while (end < text.Length && (text[end] is ' ' or '\t' or '>' || IsListMark(text, end)))
        {
            end++;
        }

        return end <= MaxPrefix ? text : text[..MaxPrefix] + text[end..];
    }

    private static bool IsListMark(string text, int at) =>
        (text[at] is '-' or '+' or '*' or '.' or ')' && at + 1 < text.Length && text[at + 1] is ' ' or '\t')
        || (char.IsAsciiDigit(text[at]) && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '.' or ')'));

    // Brackets that do not close are tried against all that follow in their block.
    private static void BoundBrackets(List<SourceLine> lines)
    {
        var start = 0;
        var brackets = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !lines[i].IsBlank)
            {
                brackets += lines[i].Text.AsSpan().Count('[');
                continue;
            }

            for (var j = start; j < i && brackets > MaxBrackets; j++)
            {
                lines[j] = lines[j] with { Text = lines[j].Text.Replace("[", @"\[", StringComparison.Ordinal) };
            }

            start = i + 1;
            brackets = 0;
        }
    }

    [GeneratedRegex(@"^[\s>]*(?:[-*+]\s+|[0-9]{1,9}[.)]\s+)*(?<mark>`{3,}(?=[^`]*$)|~{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<prefix>[\s>]*):{3,}(?<info>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Container();

    // GitHub's and VitePress's alerts: «> [!TIP] 标题».
    [GeneratedRegex(@"^(?<prefix>\s*(?:>\s*)+)\[![A-Za-z]+\][-+]?\s*(?<title>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Alert();

    [GeneratedRegex(@"^\s*(?:\[\[toc\]\]|\[toc\]|\{\{toc\}\})\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TableOfContents();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();
}
