using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Corpus.Markdown;

namespace CitySearch.Formats;

/// <summary>
/// Joins the lines into which a paragraph was broken: nothing between two Chinese characters, a space between words,
/// a word divided by a hyphen made whole, an address that ran over the edge put together.
/// </summary>
internal sealed partial class LineJoin
{
    private const int NumberLength = 8;

    private static readonly SearchValues<char> AddressMarks = SearchValues.Create("/._-=?&%0123456789");

    // Words with a hyphen in them, lower-cased, that stand within a line: they keep it at a line end too.
    private readonly HashSet<string> _hyphenated = new(StringComparer.Ordinal);

    // Whether the document parts Chinese from Western text by spaces where no line ends.
    private readonly bool _isSpaced;

    /// <summary>Learns the habits of a document from all its lines.</summary>
    public LineJoin(IEnumerable<string> lines)
    {
        var spaced = 0;
        var close = 0;
        foreach (var line in lines)
        {
            if (line.Contains('-', StringComparison.Ordinal))
            {
                foreach (Match word in Hyphenated().Matches(line))
                {
                    _hyphenated.Add(word.Value.ToLowerInvariant());
                }
            }

            // Not the number of a heading or an entry: 1 引言.
            var start = line.AsSpan().TrimStart() is [>= '0' and <= '9', ..] ? NumberLength : 1;
            for (var i = start; i + 1 < line.Length; i++)
            {
                spaced += line[i] == ' ' && IsMixed(line[i - 1], line[i + 1]) ? 1 : 0;
                close += IsMixed(line[i - 1], line[i]) ? 1 : 0;
            }
        }

        _isSpaced = spaced > close;
    }

    /// <summary>Adds a line to the paragraph.</summary>
    public void Append(StringBuilder paragraph, string line)
    {
        while (paragraph.Length > 0 && char.IsWhiteSpace(paragraph[^1]))
        {
            paragraph.Length--;
        }

        line = line.Trim();
        if (paragraph.Length == 0 || line.Length == 0)
        {
            paragraph.Append(line);
            return;
        }

        var last = paragraph[^1];
        if (last == '\u00AD' || (last is '-' or '\u2010' && char.IsAsciiLetterLower(line[0]) && paragraph.Length > 1 && char.IsAsciiLetter(paragraph[^2])))
        {
            var head = LastWord(paragraph);
            var whole = FirstWord().Match(line).Value;
            if (last == '\u00AD' || !_hyphenated.Contains((head + whole).ToLowerInvariant()))
            {
                paragraph.Length--;
            }

            paragraph.Append(line);
            return;
        }

        // 2020-12- / 28, and/ or, a mark and what it encloses: what such a mark holds together is not parted by the line's end.
        var isHeld = last is '/' or '(' or '[' or '“' or '‘' || line[0] is ')' or ']' or '”' or '’' or ',' or '.' or ';' or ':' or '!' or '?' || (last is '-' or '–' && char.IsAsciiDigit(line[0]) && paragraph.Length > 1 && char.IsAsciiDigit(paragraph[^2]));
        var wide = IsWide(last, paragraph.Length > 1 ? paragraph[^2] : last);
        var nextIsWide = IsWide(line[0], line.Length > 1 ? line[1] : line[0]);
        if (!isHeld && !(wide && nextIsWide) && !GoesOnAsAddress(paragraph, line) && (wide == nextIsWide || (_isSpaced && IsMixed(last, line[0]))))
        {
            paragraph.Append(' ');
        }

        paragraph.Append(line);
    }

    // Quotation marks and dashes are of both kinds of text: the character beside them says of which.
    private static bool IsWide(char c, char beside) =>
        c is '“' or '”' or '‘' or '’' or '—' or '…' or '·' ? TextCollector.IsWide(beside) : TextCollector.IsWide(c);

    // A Han character beside a Western letter or digit.
    private static bool IsMixed(char left, char right) => (IsHan(left) && char.IsAsciiLetterOrDigit(right)) || (char.IsAsciiLetterOrDigit(left) && IsHan(right));

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static string LastWord(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return text.ToString(start, text.Length - start);
    }

    // The paragraph ends in an address, and the line goes on with what addresses are made of.
    private static bool GoesOnAsAddress(StringBuilder paragraph, string line)
    {
        var length = Math.Min(paragraph.Length, 300);
        var tail = paragraph.ToString(paragraph.Length - length, length);
        if (AddressAtEnd().Match(tail) is not { Success: true })
        {
            return false;
        }

        var next = AddressPart().Match(line).Value;
        return next.Length > 0 && (tail[^1] is '/' or '.' or '-' or '_' or '?' or '&' or '=' or '%' or '#' || next.AsSpan().IndexOfAny(AddressMarks) >= 0)
            && !PlainReferenceEnd().IsMatch(tail);
    }

    [GeneratedRegex(@"[A-Za-z]+(?:-[A-Za-z]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphenated();

    [GeneratedRegex(@"^[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"(?:https?://|www\.|doi\.org/|(?i:doi):\s?10\.)[!-~]*$", RegexOptions.CultureInvariant)]
    private static partial Regex AddressAtEnd();

    [GeneratedRegex(@"^[A-Za-z0-9/._\-=?&%~#+:]+", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPart();

    // An address that was already closed: «http://….html.» with its full stop is followed by another field.
    [GeneratedRegex(@"\.(?:html?|shtml|pdf|aspx?|php|jsp)\.$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainReferenceEnd();
}
