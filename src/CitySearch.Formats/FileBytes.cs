using CitySearch.Corpus;

namespace CitySearch.Formats;

/// <summary>Reads the bytes of a file within the limit, and knows the files that carry another format's ending.</summary>
internal static class FileBytes
{
    // The first bytes of formats that are met under wrong endings, and what they are.
    private static readonly (byte[] Mark, string Name)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF"),
        ("PK\x03\x04"u8.ToArray(), "a zip archive or an Office document"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a Word 97-2003 document or a protected Office document"),
        ("{\\rtf"u8.ToArray(), "a rich text (RTF) document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0x1F, 0x8B, 0x08], "a gzip archive"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ("7z\xBC\xAF"u8.ToArray(), "a 7z archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("MZ\x90\0"u8.ToArray(), "a program"),
    ];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ReadingException">It is larger than the limit, or cannot be opened.</exception>
    public static byte[] Read(CorpusFile file, FormatsOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
            var length = stream.CanSeek ? stream.Length : throw new ReadingException("The file is no ordinary file: take it out of the corpus.");
            if (length > Math.Min(options.MaxFileBytes, Array.MaxLength))
            {
                throw new ReadingException($"The file is larger than {Size(options.MaxFileBytes)}: split it, or raise MaxFileBytes.");
            }

            // A file that grows meanwhile is read as long as it was; the next run reads the rest.
            var bytes = new byte[length];
            var read = 0;
            while (read < bytes.Length && stream.Read(bytes, read, Math.Min(bytes.Length - read, 1 << 20)) is > 0 and var count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                read += count;
            }

            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ReadingException($"The file cannot be opened: {exception.Message}", exception);
        }
    }

    /// <summary>What a file is by its first bytes, in words, or <see langword="null"/> when they say nothing.</summary>
    public static string? KindOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, name) in Signatures)
        {
            if (bytes.StartsWith(mark))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>A number of bytes as people read it.</summary>
    public static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MB" : bytes >= 1 << 10 ? $"{bytes >> 10} KB" : $"{bytes} bytes";
}
