using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CitySearch.Indexing;

/// <summary>What documents store, as UTF-8 JSON with Chinese unescaped: small, and readable with any index browser.</summary>
internal static class StoredRecords
{
    private static readonly StoredRecordsJson Json = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    });

    public static JsonTypeInfo<FileRecord> File => Json.FileRecord;

    public static JsonTypeInfo<ArticleRecord> Article => Json.ArticleRecord;

    public static JsonTypeInfo<SectionRecord> Section => Json.SectionRecord;

    public static JsonTypeInfo<List<ReferenceEntry>> Entries => Json.ListReferenceEntry;

    public static StoredField Field<T>(string name, T record, JsonTypeInfo<T> type) =>
        new(name, JsonSerializer.SerializeToUtf8Bytes(record, type));

    /// <summary>What a document stores in a field.</summary>
    public static T Read<T>(IndexReader reader, int doc, string field, JsonTypeInfo<T> type) => Read(Load(reader, doc, field), field, type);

    /// <summary>What a document that was read holds in a field.</summary>
    public static T Read<T>(Document document, string field, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(Bytes(document, field), type)!;

    /// <summary>What a head stores of its article.</summary>
    public static ArticleRecord ReadArticle(IndexReader reader, int head) => ReadArticle(Load(reader, head, IndexSchema.ArticleRecord));

    /// <summary>What the document of a head holds of its article.</summary>
    public static ArticleRecord ReadArticle(Document document) => Read(document, IndexSchema.ArticleRecord, RecordReader.Article);

    /// <summary>What is stored of a section.</summary>
    public static SectionRecord ReadSection(IndexReader reader, int doc) => ReadSection(Load(reader, doc, IndexSchema.SectionRecord));

    /// <summary>What a document holds of a section.</summary>
    public static SectionRecord ReadSection(Document document) => Read(document, IndexSchema.SectionRecord, RecordReader.Section);

    private static Document Load(IndexReader reader, int doc, string field) => reader.Document(doc, new HashSet<string>(StringComparer.Ordinal) { field });

    private static T Read<T>(Document document, string field, Func<ReadOnlySpan<byte>, T> read)
    {
        try
        {
            return read(Bytes(document, field));
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // As System.Text.Json says it of a value of another type than the record's.
            throw new JsonException(e.Message, e);
        }
    }

    private static ReadOnlySpan<byte> Bytes(Document document, string field)
    {
        BytesRef bytes = document.GetBinaryValue(field);
        return bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
    }
}

/// <summary>The entry of an article or a bibliography, as kept with the reference.</summary>
/// <param name="Article">The id of the citing article, or of the bibliography.</param>
/// <param name="ArticleTitle">Its title.</param>
/// <param name="Label">The entry's label in its list.</param>
/// <param name="Line">The entry's line in the file.</param>
/// <param name="Reference">The record.</param>
/// <param name="IsListed">Whether the entry is a bibliography's, which cites nothing.</param>
internal sealed record ReferenceEntry(string Article, string ArticleTitle, string Label, int Line, Corpus.Reference Reference, bool IsListed = false);

/// <summary>What a head stores of its article.</summary>
internal sealed record ArticleRecord(
    string Id, string Title, string Path, Corpus.PartialDate? Date, IReadOnlyList<string> Authors, IReadOnlyList<string> Tags,
    string? Source, string? Description, string? Permalink, IReadOnlyList<string> Links, int Sections, IReadOnlyList<string>? Aliases = null, bool IsBibliography = false);

/// <summary>What is stored of a section.</summary>
internal sealed record SectionRecord(
    IReadOnlyList<string> Headings, string Anchor, int Line, int? Page, string Text, IReadOnlyList<int> ParagraphLines,
    IReadOnlyList<Corpus.LineMark>? LineMarks, IReadOnlyList<string> CitedLabels, string? SourceId);

/// <summary>Generated serialisation of what is stored in the index: no reflection at start-up.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FileRecord))]
[JsonSerializable(typeof(ArticleRecord))]
[JsonSerializable(typeof(SectionRecord))]
[JsonSerializable(typeof(List<ReferenceEntry>))]
internal sealed partial class StoredRecordsJson : JsonSerializerContext;
