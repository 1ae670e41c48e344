using System.Text.RegularExpressions;

namespace CitySearch.Corpus.Markdown;

/// <summary>The block marks of CommonMark that matter to a pass over the lines.</summary>
internal static partial class SourceForms
{
    /// <summary>An ATX heading (CommonMark 4.2): its <c>level</c> and <c>text</c>.</summary>
    [GeneratedRegex(@"^ {0,3}(?<level>#{1,6})(?:\s+(?<text>.*?))?(?:\s+#+)?\s*$", RegexOptions.CultureInvariant)]
    public static partial Regex Heading();

    /// <summary>The underline of a setext heading (CommonMark 4.3).</summary>
    [GeneratedRegex(@"^ {0,3}(?:=+|-+)\s*$", RegexOptions.CultureInvariant)]
    public static partial Regex Underline();

    /// <summary>A thematic break (CommonMark 4.1).</summary>
    [GeneratedRegex(@"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$", RegexOptions.CultureInvariant)]
    public static partial Regex Break();

    /// <summary>Whether a line is strong as a whole: a heading in all but its mark.</summary>
    public static bool IsStrong(string line)
    {
        var text = line.AsSpan().Trim(" \t>：:");
        return text.Length > 4
            && ((text.StartsWith("**") && text.EndsWith("**")) || (text.StartsWith("__") && text.EndsWith("__")))
            && text[2..^2].IndexOf("**") < 0;
    }
}
