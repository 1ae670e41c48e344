using System.Text.Json;

namespace CitySearch.Corpus.JsonLines;

/// <summary>One line of a JSON-lines file: where it stands and which material it belongs to.</summary>
/// <param name="Number">The line's number in the file, counted from 1.</param>
/// <param name="Offset">Where it starts, in bytes.</param>
/// <param name="Length">How long it is, in bytes, without its line end.</param>
/// <param name="Material">The value of <c>metadata.material</c>; <see langword="null"/> for a line that is an article of its own.</param>
internal readonly record struct JsonLine(int Number, long Offset, int Length, string? Material)
{
    /// <summary>Checks a line and finds its material without building anything of it.</summary>
    /// <param name="json">The line's bytes.</param>
    /// <param name="material">The material, if the line names one.</param>
    /// <returns>Whether the line is an object with a text.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, out string? material)
    {
        material = null;
        var hasText = false;
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isText = reader.ValueTextEquals("text"u8);
                var isMetadata = reader.ValueTextEquals("metadata"u8);
                reader.Read();
                hasText |= isText && reader.TokenType == JsonTokenType.String;
                if (isMetadata && reader.TokenType == JsonTokenType.StartObject)
                {
                    material = MaterialIn(ref reader);
                }
                else
                {
                    Pass(ref reader);
                }
            }

            return hasText && !reader.Read();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string? MaterialIn(ref Utf8JsonReader reader)
    {
        string? material = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMaterial = reader.ValueTextEquals("material"u8);
            reader.Read();
            if (isMaterial && reader.TokenType == JsonTokenType.String)
            {
                material = reader.GetString();
            }
            else
            {
                Pass(ref reader);
            }
        }

        return string.IsNullOrWhiteSpace(material) ? null : material.Trim();
    }

    /// <summary>Passes over a value. An escape that is half a surrogate pair throws, as it would when the text is taken.</summary>
    private static void Pass(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                reader.GetString();
            }
        }
        while ((reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || reader.CurrentDepth > depth) && reader.Read());
    }
}
