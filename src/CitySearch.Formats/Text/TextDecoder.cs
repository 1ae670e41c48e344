using System.Text;
using CitySearch.Corpus;

namespace CitySearch.Formats.Text;

/// <summary>
/// Turns the bytes of a text into characters, in whatever encoding Chinese texts have been saved: UTF-8, UTF-16 and
/// UTF-32 with or without a byte order mark, GB18030 (which holds GBK and GB2312), Big5, and Windows-1252 for plain
/// Western text. The encoding is judged by the whole sample, so that a few broken bytes do not change it.
/// </summary>
internal static class TextDecoder
{
    // Enough to tell encodings apart; more would only cost time.
    private const int Sample = 1 << 18;

    // Of what is decoded, one character and this part of the others (one in …) may be broken before the file counts as binary.
    private const int BrokenPart = 50;

    /// <summary>Decodes a text.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <exception cref="ReadingException">It is no text in any of the encodings.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes) => Decode(bytes, Detect(bytes));

    /// <summary>Decodes a text whose encoding is known.</summary>
    /// <exception cref="ReadingException">Too much of it is broken, or it holds what no text does.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var preamble = MarkOf(bytes)?.Length ?? 0;
        var text = encoding.GetString(bytes[preamble..]);
        var broken = 0;
        foreach (var c in text)
        {
            if (c == '\0')
            {
                throw new ReadingException("The file is binary, not text (it holds NUL bytes): give it the ending of its format, or take it out of the corpus.");
            }

            broken += c == '\uFFFD' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\x1A' or '\x1B')) ? 1 : 0;
        }

        return (broken - 1) * BrokenPart <= text.Length
            ? text
            : throw new ReadingException("The file is not text in UTF-8, UTF-16, GB18030 or Big5: save it as UTF-8, or take it out of the corpus.");
    }

    /// <summary>The encoding of a text.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> bytes)
    {
        if (MarkOf(bytes) is { } mark)
        {
            return mark.Encoding;
        }

        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (sample.Contains((byte)0))
        {
            return WithNuls(sample);
        }

        if (!sample.ContainsAnyInRange((byte)0x80, (byte)0xFF) || IsUtf8(sample))
        {
            return Encoding.UTF8;
        }

        var gb = EncodingScores.Gb18030(sample);
        var big5 = EncodingScores.Big5(sample);
        var best = gb >= big5 ? (Score: gb, Encoding: LegacyEncodings.Gb18030) : (Score: big5, Encoding: LegacyEncodings.Big5);
        var (utf16, bigEndian) = Utf16(sample);
        if (utf16 > best.Score)
        {
            return bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        }

        return EncodingScores.Western(sample) > best.Score ? LegacyEncodings.Windows1252 : best.Encoding;
    }

    // A byte 0 is half a character of UTF-16 or UTF-32 (a line end, a letter), or the file is binary.
    private static Encoding WithNuls(ReadOnlySpan<byte> sample)
    {
        var (utf16, bigEndian) = Utf16(sample);
        if (utf16 > 0)
        {
            return bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode;
        }

        return sample.Length % 4 == 0 && sample[3] == 0 ? Encoding.UTF32 : Encoding.UTF8;
    }

    private static (double Score, bool BigEndian) Utf16(ReadOnlySpan<byte> sample)
    {
        var little = EncodingScores.Utf16(sample, bigEndian: false);
        var big = EncodingScores.Utf16(sample, bigEndian: true);
        return big > little ? (big, true) : (little, false);
    }

    // Well-formed but for a character cut off at the end of the sample, and for one broken byte in twenty of its kind.
    private static bool IsUtf8(ReadOnlySpan<byte> sample)
    {
        var good = 0;
        var bad = 0;
        while (!sample.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(sample, out _, out var length);
            if (status == System.Buffers.OperationStatus.NeedMoreData)
            {
                break;
            }

            good += length > 1 && status == System.Buffers.OperationStatus.Done ? 1 : 0;
            bad += status == System.Buffers.OperationStatus.Done ? 0 : 1;
            sample = sample[length..];
        }

        return bad * 20 <= good;
    }

    private static Mark? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => new(Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => new(new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => new(Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, 2),
        [0x84, 0x31, 0x95, 0x33, ..] => new(LegacyEncodings.Gb18030, 4),
        _ => null,
    };

    /// <summary>A byte order mark.</summary>
    private sealed record Mark(Encoding Encoding, int Length);
}
