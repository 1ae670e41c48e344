using CitySearch.Corpus.Markdown;

namespace CitySearch.Formats.Text;

/// <summary>A line of a text file.</summary>
/// <param name="Text">The line without its end and without trailing spaces.</param>
/// <param name="Number">Its number, counted from 1 as editors count.</param>
internal readonly record struct TextLine(string Text, int Number)
{
    /// <summary>Whether it shows nothing.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether it is indented.</summary>
    public bool IsIndented => Text.Length > 0 && char.IsWhiteSpace(Text[0]);

    /// <summary>How many columns it takes: a Chinese character two.</summary>
    public int Width => Text.Length + Text.Count(TextCollector.IsWide);

    /// <summary>Splits a text at LF, CR LF and CR, in any mixture. Control characters are left out, a form feed is a blank line.</summary>
    public static List<TextLine> Split(string text)
    {
        var lines = new List<TextLine>();
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            if (line.AsSpan().IndexOfAnyInRange('\0', '\x08') >= 0 || line.AsSpan().IndexOfAnyInRange('\x0B', '\x1F') >= 0 || line.Contains('\uFEFF', StringComparison.Ordinal))
            {
                line = string.Concat(line.Where(c => c is >= ' ' and not '\uFEFF' or '\t'));
            }

            lines.Add(new TextLine(line.TrimEnd(), lines.Count + 1));
        }

        return lines;
    }
}
