using System.Globalization;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace CitySearch.Corpus.JsonLines;

/// <summary>
/// Reads JSON lines as BEIR's <c>corpus.jsonl</c> has them: <c>_id</c>, <c>title</c>, <c>text</c>, <c>metadata</c>. A line
/// is a section. Lines with the same <c>metadata.material</c> are the sections of one article of that title, each under
/// the heading <c>metadata.section</c>; a line without it is an article of its own.
/// </summary>
/// <remarks>
/// BEIR: Thakur and others, "BEIR: A Heterogeneous Benchmark for Zero-shot Evaluation of Information Retrieval Models",
/// NeurIPS 2021. Also read of the metadata: <c>date</c>, <c>author</c> or <c>authors</c>, <c>tags</c>, <c>source</c>,
/// <c>url</c>; an article of several lines takes them from its first.
/// </remarks>
public sealed class JsonLinesReader : IArticleReader
{
    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".jsonl", ".ndjson"];

    /// <inheritdoc/>
    public string Version => "jsonl/1";

    /// <inheritdoc/>
    /// <remarks>Lines that cannot be read are reported at the end, after every article of the others.</remarks>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var stream = Open(file);
        var index = JsonLinesIndex.Of(stream, cancellationToken);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var lines in index.Groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ReadArticle(stream.SafeFileHandle, file, lines, ids);
        }

        if (index.BadLines is [var first, ..])
        {
            var others = index.BadLines.Count > 1 ? $" and {index.BadLines.Count - 1} more lines" : "";
            throw new ReadingException($"line {first}{others}: no JSON object with a \"text\", or longer than {JsonLinesIndex.LongestLine >> 20} MB; the other lines were read");
        }
    }

    private static FileStream Open(CorpusFile file)
    {
        try
        {
            return new FileStream(file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReadingException($"The file cannot be opened: {e.Message}", e);
        }
    }

    private static Article ReadArticle(SafeFileHandle handle, CorpusFile file, IReadOnlyList<JsonLine> lines, HashSet<string> ids)
    {
        var sections = new List<Section>(lines.Count);
        Article? article = null;
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(Bytes(handle, line));
            var root = json.RootElement;
            article ??= Head(root, line, file.Path, ids);
            sections.Add(ReadSection(root, line));
        }

        return article! with { Sections = sections };
    }

    private static byte[] Bytes(SafeFileHandle handle, JsonLine line)
    {
        var bytes = new byte[line.Length];
        var read = 0;
        while (read < bytes.Length)
        {
            var count = RandomAccess.Read(handle, bytes.AsSpan(read), line.Offset + read);
            if (count == 0)
            {
                throw new ReadingException("The file became shorter while it was read; it will be read again.");
            }

            read += count;
        }

        return bytes;
    }

    private static Article Head(JsonElement root, JsonLine line, string path, HashSet<string> ids)
    {
        var id = Text(root, "_id");
        var name = line.Material ?? (id.Length > 0 ? id : line.Number.ToString(CultureInfo.InvariantCulture));
        if (!ids.Add(name))
        {
            // Two lines of one _id, or a material called as another line's _id: both are kept.
            name = $"{name}@{line.Number}";
            ids.Add(name);
        }

        var title = line.Material ?? Text(root, "title").Trim();
        var metadata = root.TryGetProperty("metadata", out var value) && value.ValueKind == JsonValueKind.Object ? value : default;
        return new Article
        {
            Id = $"{path}#{name}",
            Path = path,
            Title = title.Length > 0 ? title : name,
            Date = DateText.Parse(Text(metadata, "date")),
            Authors = Texts(metadata, "author", "authors"),
            Tags = Texts(metadata, "tags"),
            Source = OrNull(Text(metadata, "source")),
            Permalink = OrNull(Text(metadata, "url")),
        };
    }

    private static Section ReadSection(JsonElement root, JsonLine line)
    {
        var heading = root.TryGetProperty("metadata", out var metadata) && line.Material is not null ? Text(metadata, "section").Trim() : "";
        return new Section
        {
            Headings = heading.Length > 0 ? [heading] : [],
            Line = line.Number,
            Text = Text(root, "text"),
            SourceId = OrNull(Text(root, "_id")),
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) ? ""
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : "";

    private static string[] Texts(JsonElement element, params ReadOnlySpan<string> names)
    {
        var texts = new List<string>();
        foreach (var name in names)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value))
            {
                texts.AddRange(value.ValueKind == JsonValueKind.Array
                    ? value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!)
                    : [Text(element, name)]);
            }
        }

        return [.. texts.Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
