namespace CitySearch.Corpus.Markdown;

/// <summary>An HTML or Vue tag.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="IsClosing">Whether it is an end tag.</param>
/// <param name="Attributes">Its attributes in order, values without quotes.</param>
internal sealed record MarkupTag(string Name, bool IsClosing, IReadOnlyList<(string Name, string Value)> Attributes);

/// <summary>
/// Reads tags as Vue templates write them: CommonMark's rule for an open tag, with attribute names of any characters
/// (<c>@click</c>, <c>#header</c>, <c>v-model.trim</c>).
/// </summary>
internal static class TagScanner
{
    /// <summary>Reads the tag that starts at the <c>&lt;</c> at <paramref name="start"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the tag starts.</param>
    /// <param name="end">The position behind the <c>&gt;</c>.</param>
    /// <returns>The tag, or <see langword="null"/> when there is none.</returns>
    public static MarkupTag? Read(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var at = start + 1;
        var closing = at < text.Length && text[at] == '/';
        at += closing ? 1 : 0;
        var nameStart = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || (at > nameStart && text[at] is '-' or '_' or '.' or ':')))
        {
            at++;
        }

        // A name that ends with a colon is the scheme of an autolink.
        if (at == nameStart || !char.IsAsciiLetter(text[nameStart]) || text[at - 1] == ':')
        {
            return null;
        }

        var name = text[nameStart..at].ToString();
        var attributes = new List<(string, string)>();
        while (at < text.Length)
        {
            var gap = SkipSpace(text, ref at);
            if (at == text.Length)
            {
                break;
            }

            if (text[at] == '>')
            {
                end = at + 1;
                return new MarkupTag(name, closing, attributes);
            }

            if (text[at] == '/')
            {
                at++;
                continue;
            }

            if (!gap || !TryReadAttribute(text, ref at, out var attribute))
            {
                return null;
            }

            attributes.Add(attribute);
        }

        return null;
    }

    private static bool TryReadAttribute(ReadOnlySpan<char> text, ref int at, out (string Name, string Value) attribute)
    {
        attribute = default;
        var nameStart = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '\'' or '<' or '>' or '/' or '='))
        {
            at++;
        }

        if (at == nameStart)
        {
            return false;
        }

        var name = text[nameStart..at].ToString();
        var behindName = at;
        SkipSpace(text, ref at);
        if (at == text.Length || text[at] != '=')
        {
            at = behindName;
            attribute = (name, "");
            return true;
        }

        at++;
        SkipSpace(text, ref at);
        if (at == text.Length)
        {
            return false;
        }

        if (text[at] is '"' or '\'')
        {
            var length = text[(at + 1)..].IndexOf(text[at]);
            if (length < 0)
            {
                return false;
            }

            attribute = (name, text.Slice(at + 1, length).ToString());
            at += length + 2;
            return true;
        }

        var valueStart = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('"' or '\'' or '<' or '>' or '=' or '`'))
        {
            at++;
        }

        attribute = (name, text[valueStart..at].ToString());
        return at > valueStart;
    }

    private static bool SkipSpace(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at > start;
    }
}
