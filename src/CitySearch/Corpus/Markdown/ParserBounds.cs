using System.Text;

namespace CitySearch.Corpus.Markdown;

/// <summary>
/// Keeps from the Markdown parser what would cost it the square of its length: deeply nested blocks, and thousands of
/// delimiters in one paragraph. Nobody writes this many by hand; a file that has them loses markup, never text.
/// </summary>
internal static class ParserBounds
{
    // Half of the depth that the parser accepts, as a list item is two levels of it.
    private const int MaxPrefix = 100;

    // A run of delimiters that finds no partner is tried against all others of its block.
    private const int MaxRuns = 8_000;

    // What all blocks of a file may cost together, as the sum of their squares: a second or two.
    private const long MaxWork = 4L * MaxRuns * MaxRuns;

    // Blocks of this size are no burden in any number.
    private const int FreeRuns = 200;

    // The end of each comment, declaration and processing instruction is sought to the end of its block.
    private const int MaxDeclarations = 200;

    /// <summary>Cuts a run of nested block marks («&gt; &gt; &gt; …», «- - - …», deep indentation) at the start of a line.</summary>
    public static string BoundPrefix(string text)
    {
        var end = 0;
        while (BlockMark(text, end) is > 0 and var length)
        {
            end += length;
            if (end > MaxPrefix)
            {
                return CutPrefix(text);
            }
        }

        return text;
    }

    /// <summary>
    /// Escapes the brackets, the marks of emphasis and the starts of declarations in blocks that hold too many of them.
    /// </summary>
    /// <param name="lines">The lines, changed in place.</param>
    public static void BoundDelimiters(List<SourceLine> lines)
    {
        var (start, runs, declarations) = (0, 0, 0);
        var work = 0L;
        for (var i = 0; i <= lines.Count; i++)
        {
            if (i < lines.Count && !StartsBlock(lines[i]))
            {
                Count(lines[i].Text, ref runs, ref declarations);
                continue;
            }

            work += (long)runs * runs;
            if (runs > MaxRuns || declarations > MaxDeclarations || (work > MaxWork && runs > FreeRuns))
            {
                work -= (long)runs * runs;
                for (var j = start; j < i; j++)
                {
                    lines[j] = lines[j].Kind == LineKind.Verbatim ? lines[j] : lines[j] with { Text = Escape(lines[j].Text) };
                }
            }

            (start, runs, declarations) = (i, 0, 0);
            if (i < lines.Count && lines[i].Kind != LineKind.Verbatim)
            {
                Count(lines[i].Text, ref runs, ref declarations);
            }
        }
    }

    private static string CutPrefix(string text)
    {
        var (kept, end) = (0, 0);
        while (BlockMark(text, end) is > 0 and var length)
        {
            end += length;
            kept = end <= MaxPrefix ? end : kept;
        }

        return text[..kept] + text[end..];
    }

    // The length of the space, quote mark or list mark (CommonMark 5.2) at a position, or 0.
    private static int BlockMark(string text, int at)
    {
        if (at < text.Length && text[at] is ' ' or '\t' or '>')
        {
            return 1;
        }

        var end = at;
        while (end < text.Length && end - at < 9 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        var marks = end > at ? ".)" : "-+*";
        return end + 1 < text.Length && marks.Contains(text[end], StringComparison.Ordinal) && text[end + 1] is ' ' or '\t' ? end + 1 - at : 0;
    }

    private static bool StartsBlock(SourceLine line)
    {
        if (line.Kind == LineKind.Verbatim || line.IsBlank)
        {
            return true;
        }

        var text = line.Text.AsSpan().TrimStart(" \t>").ToString();
        return BlockMark(text, 0) > 0 || SourceForms.Heading().IsMatch(text);
    }

    private static void Count(string text, ref int runs, ref int declarations)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsDeclaration(text, i))
            {
                declarations++;
            }
            else if (IsDelimiter(text[i]) && (i == 0 || text[i - 1] != text[i] || text[i] == '['))
            {
                runs++;
            }
        }
    }

    private static bool IsDelimiter(char c) => c is '[' or '*' or '_' or '~';

    private static bool IsDeclaration(string text, int at) => text[at] == '<' && at + 1 < text.Length && text[at + 1] is '!' or '?';

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length * 2);
        var escaped = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!escaped && (IsDelimiter(text[i]) || IsDeclaration(text, i)))
            {
                result.Append('\\');
            }

            escaped = text[i] == '\\' && !escaped;
            result.Append(text[i]);
        }

        return result.ToString();
    }
}
