using System.Globalization;
using System.Text.Json;

namespace CitySearch.Formats.Bibliographies;

/// <summary>Reads an item of CSL JSON.</summary>
/// <remarks>The schema of CSL 1.0.2, csl-data.json; also the arrays of Crossref, which gives titles as lists.</remarks>
internal static class CslItem
{
    private static readonly (string Name, string Field)[] Fields =
    [
        ("title", "title"), ("container-title", "journal"), ("container-title", "booktitle"), ("publisher", "publisher"), ("volume", "volume"), ("issue", "issue"), ("page", "pages"),
        ("number", "number"), ("URL", "url"), ("DOI", "doi"), ("note", "note"), ("genre", "type"),
    ];

    /// <summary>The record of an item, or <see langword="null"/> for an object that is none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="line">Its line in the file.</param>
    public static BibliographyRecord? Read(JsonElement item, int line)
    {
        if (item.ValueKind != JsonValueKind.Object || WorkKinds.OfCsl(Text(item, "type") ?? "") is not { } kind
            || !(item.TryGetProperty("title", out _) || item.TryGetProperty("issued", out _) || item.TryGetProperty("author", out _)))
        {
            return null;
        }

        var record = new BibliographyRecord(kind, Text(item, "id") ?? "", line);
        foreach (var (name, field) in Fields)
        {
            record[field] = Text(item, name);
        }

        if (kind == "thesis")
        {
            record["school"] = record["publisher"];
        }

        record["date"] = Date(item);
        record.Authors.AddRange(Names(item, "author"));
        record.Editors.AddRange(Names(item, "editor"));
        return record;
    }

    private static IEnumerable<string> Names(JsonElement item, string property)
    {
        if (!item.TryGetProperty(property, out var names) || names.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var name in names.EnumerateArray())
        {
            var text = name.ValueKind == JsonValueKind.String ? PersonNames.Parse(name.GetString()!)
                : Text(name, "literal") ?? Text(name, "name") ?? Name(name);
            if (!PersonNames.IsOthers(text))
            {
                yield return text.Trim();
            }
        }
    }

    private static string Name(JsonElement name)
    {
        var particle = Text(name, "non-dropping-particle") ?? Text(name, "dropping-particle");
        var family = Text(name, "family") ?? "";
        return PersonNames.Of(particle is null ? family : $"{particle} {family}", Text(name, "given") ?? "", Text(name, "suffix") ?? "");
    }

    // date-parts hold numbers or texts; raw and literal what a person wrote.
    private static string? Date(JsonElement item)
    {
        if (!item.TryGetProperty("issued", out var issued) || issued.ValueKind != JsonValueKind.Object)
        {
            return Text(item, "issued");
        }

        if (issued.TryGetProperty("date-parts", out var dates) && dates.ValueKind == JsonValueKind.Array && dates.GetArrayLength() > 0 && dates[0].ValueKind == JsonValueKind.Array)
        {
            var parts = dates[0].EnumerateArray().Take(3).Select(Scalar).TakeWhile(part => !string.IsNullOrEmpty(part)).ToList();
            if (parts.Count > 0)
            {
                return string.Join('-', parts);
            }
        }

        return Text(issued, "raw") ?? Text(issued, "literal");
    }

    private static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Array ? (value.GetArrayLength() > 0 ? Scalar(value[0]) : null) : Scalar(value);
    }

    // Titles may hold the few tags of HTML that CSL knows.
    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Replace("<i>", "", StringComparison.Ordinal).Replace("</i>", "", StringComparison.Ordinal).Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
