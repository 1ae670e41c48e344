using System.Text.Json;
using System.Text.Json.Serialization;

namespace CitySearch.Searching.Language;

/// <summary>Writes a field by the name that queries use for it.</summary>
internal sealed class QueryFieldConverter : JsonConverter<QueryField>
{
    /// <inheritdoc/>
    public override QueryField Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        QueryFields.Find(reader.GetString()!) ?? throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, QueryField value, JsonSerializerOptions options) => writer.WriteStringValue(QueryFields.NameOf(value));
}
