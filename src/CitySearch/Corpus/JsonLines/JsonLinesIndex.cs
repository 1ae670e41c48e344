namespace CitySearch.Corpus.JsonLines;

/// <summary>
/// What one pass over a JSON-lines file finds: the lines of each material, wherever in the file they stand, and the
/// lines that cannot be read. It holds a few bytes a line, so the file may be larger than memory.
/// </summary>
internal sealed class JsonLinesIndex
{
    /// <summary>The longest line in bytes. A section of this size is a book.</summary>
    public const int LongestLine = 16 << 20;

    private readonly List<List<JsonLine>> _groups = [];
    private readonly List<int> _bad = [];

    /// <summary>The lines of each article, in the order of their first lines.</summary>
    public IReadOnlyList<IReadOnlyList<JsonLine>> Groups => _groups;

    /// <summary>The numbers of the lines that are no JSON object with a text, or too long.</summary>
    public IReadOnlyList<int> BadLines => _bad;

    /// <summary>Reads a file once.</summary>
    public static JsonLinesIndex Of(Stream file, CancellationToken cancellationToken)
    {
        var index = new JsonLinesIndex();
        var byMaterial = new Dictionary<string, List<JsonLine>>(StringComparer.Ordinal);
        var buffer = new byte[1 << 20];
        var filled = 0;
        var number = 0;
        var offset = 0L;
        var isTooLong = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = file.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            var start = 0;
            while (start < filled)
            {
                var length = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n');
                if (length < 0 && read > 0)
                {
                    break;
                }

                var end = length < 0 ? filled : start + length;
                index.Add(buffer.AsSpan(start, end - start), ++number, offset + start, isTooLong, byMaterial);
                isTooLong = false;
                start = Math.Min(filled, end + 1);
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            offset += start;
            if (read == 0)
            {
                if (isTooLong)
                {
                    index._bad.Add(number + 1);
                }

                return index;
            }

            if (filled == buffer.Length)
            {
                if (buffer.Length < LongestLine)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }
                else
                {
                    // The line is refused when its end is found; what was read of it is not needed.
                    isTooLong = true;
                    offset += filled;
                    filled = 0;
                }
            }
        }
    }

    private void Add(ReadOnlySpan<byte> line, int number, long offset, bool isTooLong, Dictionary<string, List<JsonLine>> byMaterial)
    {
        if (number == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
            offset += 3;
        }

        line = line.TrimEnd("\r "u8);
        if (line.IsEmpty && !isTooLong)
        {
            return;
        }

        if (isTooLong || !JsonLine.TryRead(line, out var material))
        {
            _bad.Add(number);
            return;
        }

        var entry = new JsonLine(number, offset, line.Length, material);
        if (material is not null && byMaterial.TryGetValue(material, out var group))
        {
            group.Add(entry);
            return;
        }

        group = [entry];
        _groups.Add(group);
        if (material is not null)
        {
            byMaterial.Add(material, group);
        }
    }
}
