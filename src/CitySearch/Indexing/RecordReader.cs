using System.Text.Json;
using CitySearch.Corpus;

namespace CitySearch.Indexing;

/// <summary>
/// Reads the records that every search reads. By hand: what is generated for their dates and line marks are generics over our
/// value types, which the runtime compiles in each process anew, and that takes longer than all else that a first search does with a hit.
/// </summary>
internal static class RecordReader
{
    private delegate T ItemReader<out T>(ref Utf8JsonReader reader);

    /// <summary>Reads an <see cref="ArticleRecord"/> as <see cref="StoredRecords.Article"/> writes it.</summary>
    public static ArticleRecord Article(ReadOnlySpan<byte> json)
    {
        string? id = null, title = null, path = null, source = null, description = null, permalink = null;
        string[]? authors = null, tags = null, links = null, aliases = null;
        PartialDate? date = null;
        var sections = 0;
        var isBibliography = false;
        var reader = new Utf8JsonReader(json);
        Start(ref reader);
        while (NextName(ref reader) is { } name)
        {
            switch (name)
            {
                case nameof(ArticleRecord.Id): id = reader.GetString(); break;
                case nameof(ArticleRecord.Title): title = reader.GetString(); break;
                case nameof(ArticleRecord.Path): path = reader.GetString(); break;
                case nameof(ArticleRecord.Date): date = Date(ref reader); break;
                case nameof(ArticleRecord.Authors): authors = Strings(ref reader); break;
                case nameof(ArticleRecord.Tags): tags = Strings(ref reader); break;
                case nameof(ArticleRecord.Source): source = reader.GetString(); break;
                case nameof(ArticleRecord.Description): description = reader.GetString(); break;
                case nameof(ArticleRecord.Permalink): permalink = reader.GetString(); break;
                case nameof(ArticleRecord.Links): links = Strings(ref reader); break;
                case nameof(ArticleRecord.Sections): sections = reader.GetInt32(); break;
                case nameof(ArticleRecord.Aliases): aliases = Strings(ref reader); break;
                case nameof(ArticleRecord.IsBibliography): isBibliography = reader.GetBoolean(); break;
                default: reader.Skip(); break;
            }
        }

        return new ArticleRecord(id!, title!, path!, date, authors!, tags!, source, description, permalink, links!, sections, aliases, isBibliography);
    }

    /// <summary>Reads a <see cref="SectionRecord"/> as <see cref="StoredRecords.Section"/> writes it.</summary>
    public static SectionRecord Section(ReadOnlySpan<byte> json)
    {
        string[]? headings = null, citedLabels = null;
        string? anchor = null, text = null, sourceId = null;
        int[]? paragraphLines = null;
        LineMark[]? lineMarks = null;
        int? page = null;
        var line = 0;
        var reader = new Utf8JsonReader(json);
        Start(ref reader);
        while (NextName(ref reader) is { } name)
        {
            switch (name)
            {
                case nameof(SectionRecord.Headings): headings = Strings(ref reader); break;
                case nameof(SectionRecord.Anchor): anchor = reader.GetString(); break;
                case nameof(SectionRecord.Line): line = reader.GetInt32(); break;
                case nameof(SectionRecord.Page): page = Number(ref reader); break;
                case nameof(SectionRecord.Text): text = reader.GetString(); break;
                case nameof(SectionRecord.ParagraphLines): paragraphLines = Items(ref reader, static (ref Utf8JsonReader item) => item.GetInt32()); break;
                case nameof(SectionRecord.LineMarks): lineMarks = Items(ref reader, LineMarkOf); break;
                case nameof(SectionRecord.CitedLabels): citedLabels = Strings(ref reader); break;
                case nameof(SectionRecord.SourceId): sourceId = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return new SectionRecord(headings!, anchor!, line, page, text!, paragraphLines!, lineMarks, citedLabels!, sourceId);
    }

    private static PartialDate? Date(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var year = 0;
        int? month = null, day = null;
        Expect(ref reader, JsonTokenType.StartObject);
        while (NextName(ref reader) is { } name)
        {
            switch (name)
            {
                case nameof(PartialDate.Year): year = reader.GetInt32(); break;
                case nameof(PartialDate.Month): month = Number(ref reader); break;
                case nameof(PartialDate.Day): day = Number(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return new PartialDate(year, month, day);
    }

    private static LineMark LineMarkOf(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject);
        int offset = 0, line = 0;
        while (NextName(ref reader) is { } name)
        {
            switch (name)
            {
                case nameof(LineMark.Offset): offset = reader.GetInt32(); break;
                case nameof(LineMark.Line): line = reader.GetInt32(); break;
                default: reader.Skip(); break;
            }
        }

        return new LineMark(offset, line);
    }

    private static string[]? Strings(ref Utf8JsonReader reader) => Items(ref reader, static (ref Utf8JsonReader item) => item.GetString()!);

    private static T[]? Items<T>(ref Utf8JsonReader reader, ItemReader<T> read)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var items = new T[Count(reader)];
        for (var i = 0; i < items.Length; i++)
        {
            reader.Read();
            items[i] = read(ref reader);
        }

        reader.Read();
        return items;
    }

    private static int? Number(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();

    /// <summary>How many elements the array has that a reader, here a copy, is at.</summary>
    private static int Count(Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Skip();
            count++;
        }

        return count;
    }

    private static void Start(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(ref reader, JsonTokenType.StartObject);
    }

    /// <summary>Goes on to the next value of an object, and gives its name; <see langword="null"/> at the object's end.</summary>
    private static string? NextName(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return null;
        }

        var name = reader.GetString();
        reader.Read();
        return name;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw new JsonException($"a stored record has {reader.TokenType} where {token} is wanted");
        }
    }
}
