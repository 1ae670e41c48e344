using CitySearch.Corpus;

namespace CitySearch.Tests.Corpus.References;

/// <summary>Shows every field of a record but its text, so that a test compares all of them at once.</summary>
internal static class ReferenceFields
{
    /// <summary>The fields that are not empty, by name.</summary>
    public static string Of(Reference reference)
    {
        (string Name, string? Value)[] fields =
        [
            ("authors", reference.Authors.Count > 0 ? string.Join(", ", reference.Authors) : null),
            ("title", reference.Title),
            ("source", reference.Source),
            ("date", reference.Date?.ToString()),
            ("type", reference.Type),
            ("volume", reference.Volume),
            ("issue", reference.Issue),
            ("pages", reference.Pages),
            ("document", reference.DocumentNumber),
            ("standard", reference.StandardNumber),
            ("url", reference.Url),
        ];
        return string.Join("; ", fields.Where(field => field.Value is not null).Select(field => $"{field.Name}: {field.Value}"));
    }
}
