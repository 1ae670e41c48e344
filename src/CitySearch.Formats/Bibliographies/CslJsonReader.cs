using System.Text;
using System.Text.Json;
using CitySearch.Corpus;

namespace CitySearch.Formats.Bibliographies;

/// <summary>
/// Reads CSL JSON, the format of Zotero, Mendeley and citation processors, as bibliographies: an array of items, one item, or an object
/// with an array <c>items</c>. JSON of any other content is no material and gives nothing.
/// </summary>
/// <param name="options">The reading limits.</param>
public sealed class CslJsonReader(FormatsOptions options) : IArticleReader
{
    // Items are flat; the date's parts are the deepest.
    private const int DeepestItem = 64;

    private static readonly JsonReaderOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestItem };

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Extensions { get; } = [".json"];

    /// <inheritdoc/>
    public string Version => "csl/1" + options.VersionSuffix;

    /// <inheritdoc/>
    /// <remarks>Items that cannot be read are reported behind the bibliography of the others.</remarks>
    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Parse(FileBytes.Read(file, options, cancellationToken), cancellationToken) is { } contents ? contents.ToArticles(file.Path) : [];
    }

    /// <summary>Reads the items of a file's bytes; <see langword="null"/> when it is JSON of another content.</summary>
    internal BibliographyContents? Parse(byte[] bytes, CancellationToken cancellationToken = default)
    {
        var json = Encoding.UTF8.GetBytes(BibliographyText.Decode(bytes, "JSON", options));
        var contents = new BibliographyContents();
        var isCsl = false;
        var reader = new Utf8JsonReader(json, Tolerant);
        var (line, counted) = (1, 0L);
        try
        {
            if (!reader.Read() || !FindItems(ref reader, json))
            {
                return null;
            }

            var isSingle = reader.TokenType == JsonTokenType.StartObject;
            var goesOn = isSingle || reader.Read();
            while (goesOn && reader.TokenType != JsonTokenType.EndArray)
            {
                cancellationToken.ThrowIfCancellationRequested();
                line += json.AsSpan((int)counted, (int)(reader.TokenStartIndex - counted)).Count((byte)'\n');
                counted = reader.TokenStartIndex;
                using var item = JsonDocument.ParseValue(ref reader);
                if (CslItem.Read(item.RootElement, line) is { } record)
                {
                    contents.Records.Add(record);
                    isCsl = true;
                }
                else if (isCsl)
                {
                    contents.Faults.Add(new BibliographyFault(line, "the item is none of CSL JSON"));
                }
                else
                {
                    return null;
                }

                goesOn = !isSingle && reader.Read();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            if (!isCsl && !LooksLikeCsl(json))
            {
                return null;
            }

            var at = exception is JsonException { LineNumber: { } number } ? (int)number + 1 : line;
            contents.Faults.Add(new BibliographyFault(at, "the JSON is broken here; items behind it were not read"));
        }

        return isCsl || contents.Faults.Count > 0 ? contents : null;
    }

    // Leaves the reader on the array of items, or on the item that the file is.
    private static bool FindItems(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var inside = reader;
        while (inside.Read() && inside.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = inside.ValueTextEquals("items"u8);
            inside.Read();
            if (isItems && inside.TokenType == JsonTokenType.StartArray)
            {
                reader = inside;
                return true;
            }

            inside.Skip();
        }

        return !json.IsEmpty;
    }

    private static bool LooksLikeCsl(ReadOnlySpan<byte> json) =>
        json.IndexOf("\"type\""u8) >= 0 && (json.IndexOf("\"issued\""u8) >= 0 || json.IndexOf("\"container-title\""u8) >= 0 || json.IndexOf("\"date-parts\""u8) >= 0);
}
