using System.Text;
using System.Text.RegularExpressions;
using CitySearch.Formats.Text;

namespace CitySearch.Formats.Html;

/// <summary>
/// Decodes a web page: by its byte order mark, else by what it declares (HTML, 13.2.3.2), unless its bytes show that
/// it was saved in another encoding since.
/// </summary>
internal static partial class HtmlDecoder
{
    // HTML asks for the declaration within 1024 bytes; pages that do not keep to it are common.
    private const int Prescan = 8192;

    /// <summary>Decodes the bytes of a page.</summary>
    /// <exception cref="Corpus.ReadingException">It is no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var detected = TextDecoder.Detect(bytes);
        var declared = Declaration().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescan)])) is { Success: true } match
            ? LegacyEncodings.ByName(match.Groups[1].Value)
            : null;
        var trusted = declared is not null && declared != detected && declared != Encoding.UTF8 && !IsUnicode(detected) ? declared : detected;
        return TextDecoder.Decode(bytes, trusted);
    }

    // What detection takes for Unicode is Unicode: text in another encoding is not well-formed by chance.
    private static bool IsUnicode(Encoding encoding) => encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding;

    [GeneratedRegex(@"<(?:meta\b[^<>]*?\bcharset|\?xml\b[^<>]*?\bencoding)\s*=\s*[""']?\s*([A-Za-z0-9_:.\-]{2,40})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
