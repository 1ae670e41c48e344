using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace CitySearch.Searching;

/// <summary>
/// Escapes in JSON what RFC 8259 (section 7) says must be, and nothing else. The relaxed encoder of .NET also escapes every
/// character beyond U+FFFF, among them thousands of Han characters, and the ideographic space.
/// </summary>
internal sealed class PlainTextEncoder : JavaScriptEncoder
{
    // Quotation mark, reverse solidus, controls; half a surrogate pair is no character and becomes U+FFFD.
    private static readonly SearchValues<char> Stops = SearchValues.Create(
        ['"', '\\', .. Enumerable.Range(0, 0x20).Select(c => (char)c), .. Enumerable.Range(0xd800, 0x800).Select(c => (char)c)]);

    private PlainTextEncoder()
    {
    }

    /// <summary>The encoder; it has no state.</summary>
    public static PlainTextEncoder Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        while (rest.IndexOfAny(Stops) is >= 0 and var at)
        {
            rest = rest[at..];
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || WillEncode(rune.Value))
            {
                return textLength - rest.Length;
            }

            rest = rest[length..];
        }

        return -1;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var output = new Span<char>(buffer, bufferLength);
        if (!WillEncode(unicodeScalar))
        {
            return new Rune(unicodeScalar).TryEncodeToUtf16(output, out numberOfCharactersWritten);
        }

        var escaped = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => $"\\u{unicodeScalar:x4}",
        };
        numberOfCharactersWritten = escaped.TryCopyTo(output) ? escaped.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}
