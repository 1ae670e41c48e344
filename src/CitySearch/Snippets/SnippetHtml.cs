using System.Text;

namespace CitySearch.Snippets;

/// <summary>Writes snippets as HTML: the text escaped, what matched inside <c>&lt;mark&gt;</c>, and no other element.</summary>
public static class SnippetHtml
{
    /// <summary>A snippet as HTML.</summary>
    public static string ToHtml(this Snippet snippet)
    {
        ArgumentNullException.ThrowIfNull(snippet);
        return Mark(snippet.Text, snippet.Highlights);
    }

    /// <summary>
    /// A text with highlights, such as a title, as HTML. It can stand in an element's content and in a quoted attribute's value, where
    /// there are no highlights: <c>&amp;</c>, <c>&lt;</c>, <c>&gt;</c> and both quotes are escaped. What HTML has no way to write
    /// (NUL and other control characters, half a surrogate pair) becomes the replacement character; tabs and line ends stay.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="highlights">The highlights, in order, not overlapping, in UTF-16 units into the text.</param>
    /// <exception cref="ArgumentOutOfRangeException">A highlight is out of order or reaches out of the text.</exception>
    public static string Mark(string text, IReadOnlyList<Highlight> highlights)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(highlights);
        var html = new StringBuilder(text.Length + (highlights.Count * 13));
        var at = 0;
        foreach (var (start, length) in highlights)
        {
            if (start < at || length < 0 || length > text.Length - start)
            {
                throw new ArgumentOutOfRangeException(nameof(highlights), $"the highlight at {start} of length {length} is out of order or reaches out of the text");
            }

            Escape(html, text.AsSpan(at, start - at));
            html.Append("<mark>");
            Escape(html, text.AsSpan(start, length));
            html.Append("</mark>");
            at = start + length;
        }

        Escape(html, text.AsSpan(at));
        return html.ToString();
    }

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        // Half a pair is enumerated as the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                case '\t' or '\n' or '\r':
                    html.Append((char)rune.Value);
                    break;
                default:
                    html.Append((Rune.IsControl(rune) ? Rune.ReplacementChar : rune).ToString());
                    break;
            }
        }
    }
}
