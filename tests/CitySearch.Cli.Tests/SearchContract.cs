using System.Text.Json;

namespace CitySearch.Cli.Tests;

/// <summary>The JSON of an answer as callers can rely on it: names, types, and what hangs together.</summary>
internal static class SearchContract
{
    /// <summary>Fails unless an answer holds to the contract.</summary>
    public static void Check(JsonElement answer)
    {
        Has(answer, JsonValueKind.String, "query");
        Has(answer, JsonValueKind.Number, "total", "tookMs", "page", "top");
        Assert.True(answer.GetProperty("suggestion").ValueKind is JsonValueKind.Null or JsonValueKind.String);
        var hits = answer.GetProperty("hits");
        var top = answer.GetProperty("top").GetInt32();
        var total = answer.GetProperty("total").GetInt32();
        var before = (answer.GetProperty("page").GetInt32() - 1) * top;
        Assert.Equal(Math.Clamp(total - before, 0, top), hits.GetArrayLength());
        foreach (var (hit, i) in hits.EnumerateArray().Select((hit, i) => (hit, i)))
        {
            Has(hit, JsonValueKind.Number, "rank", "score");
            Has(hit, JsonValueKind.String, "id");
            Assert.Equal(before + i + 1, hit.GetProperty("rank").GetInt32());
            Date(hit);
            Texts(hit.GetProperty("authors"));
            switch (hit.GetProperty("kind").GetString())
            {
                case "article":
                    Article(hit);
                    break;
                case "reference":
                    Reference(hit);
                    break;
                default:
                    Assert.Fail($"a hit of no known kind: {hit}");
                    break;
            }
        }

        if (answer.TryGetProperty("facets", out var facets))
        {
            Facets(facets, total);
        }
    }

    private static void Article(JsonElement hit)
    {
        Has(hit, JsonValueKind.String, "title", "path");
        Texts(hit.GetProperty("tags"));
        var sections = hit.GetProperty("sections");
        Assert.InRange(sections.GetArrayLength(), 1, 3);
        foreach (var section in sections.EnumerateArray())
        {
            Texts(section.GetProperty("headings"));
            Has(section, JsonValueKind.String, "anchor");
            Has(section, JsonValueKind.Number, "line", "score");
            Snippets(section.GetProperty("snippets"));
        }
    }

    private static void Reference(JsonElement hit)
    {
        Has(hit, JsonValueKind.String, "text");
        TextsOrNull(hit, "title", "source", "date", "documentNumber", "type", "url");
        var year = hit.GetProperty("year");
        Assert.Equal(hit.GetProperty("date").GetString()?[..4], year.ValueKind == JsonValueKind.Null ? null : year.GetInt32().ToString("D4"));
        // Nobody cites a work that only a bibliography lists.
        foreach (var citing in hit.GetProperty("citedBy").EnumerateArray())
        {
            Has(citing, JsonValueKind.String, "id", "title", "label");
        }

        Snippets(hit.GetProperty("snippets"));
    }

    private static void Snippets(JsonElement snippets)
    {
        Assert.NotEqual(0, snippets.GetArrayLength());
        foreach (var snippet in snippets.EnumerateArray())
        {
            var text = snippet.GetProperty("text").GetString()!;
            Assert.NotEqual("", text);
            var end = -1;
            foreach (var highlight in snippet.GetProperty("highlights").EnumerateArray())
            {
                var start = highlight.GetProperty("start").GetInt32();
                var length = highlight.GetProperty("length").GetInt32();
                Assert.True(start > end && length > 0 && start + length <= text.Length, $"a highlight out of place: {snippet}");
                Assert.False(char.IsLowSurrogate(text[start]) || (start + length < text.Length && char.IsLowSurrogate(text[start + length])), $"half a character: {snippet}");
                end = start + length;
            }
        }
    }

    private static void Facets(JsonElement facets, int total)
    {
        foreach (var facet in facets.EnumerateObject())
        {
            Assert.Contains(facet.Name, Searching.FacetNames.All);
            var counts = facet.Value.EnumerateArray().Select(c => (Value: c.GetProperty("value").GetString(), Count: c.GetProperty("count").GetInt32())).ToList();
            Assert.All(counts, c => Assert.InRange(c.Count, 1, total));
            Assert.Equal(counts.OrderByDescending(c => c.Count).ThenBy(c => c.Value, StringComparer.Ordinal), counts);
        }
    }

    private static void Date(JsonElement hit)
    {
        TextsOrNull(hit, "date");
        if (hit.GetProperty("date").GetString() is { } date)
        {
            Assert.Matches(@"^\d{4}(-\d\d(-\d\d)?)?$", date);
        }
    }

    private static void Has(JsonElement element, JsonValueKind kind, params string[] names) =>
        Assert.All(names, name => Assert.Equal((name, kind), (name, element.GetProperty(name).ValueKind)));

    private static void TextsOrNull(JsonElement element, params string[] names) =>
        Assert.All(names, name => Assert.True(element.GetProperty(name).ValueKind is JsonValueKind.Null or JsonValueKind.String, name));

    private static void Texts(JsonElement array) => Assert.All(array.EnumerateArray(), text => Assert.Equal(JsonValueKind.String, text.ValueKind));
}
