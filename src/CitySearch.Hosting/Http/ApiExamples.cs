using System.Text.Json.Nodes;
using CitySearch.Searching;
using Microsoft.OpenApi;

namespace CitySearch.Hosting.Http;

/// <summary>The types of parameters, which the handlers read as text to say in two languages what is wrong, and examples.</summary>
internal static class ApiExamples
{
    private const string Search = """
        {"query":"城市大脑","total":37,"tookMs":2.1,"page":1,"top":1,"suggestion":null,"generation":7,
         "hits":[{"kind":"article","rank":1,"score":12.3,"id":"articles/city-brain.md","title":"城市大脑","path":"articles/city-brain.md","date":"2019-06-10",
           "authors":[],"source":null,"tags":["城市大脑"],
           "sections":[{"headings":["五、城市大脑"],"anchor":"五、城市大脑","line":73,"score":12.3,"snippets":[{"text":"城市大脑是城市的中枢。","highlights":[{"start":0,"length":4}]}]}]}]}
        """;

    private const string Concepts = """
        {"generation":7,"total":1,"concepts":[{"id":"city-brain","label":{"zh":"城市大脑","en":"city brain"},"alternativeLabels":["城市数据大脑"],"abbreviations":[],
          "definition":null,"scopeNote":null,"broader":[{"id":"smart-city","label":{"zh":"智慧城市","en":"smart city"}}],"narrower":[],"related":[],"exactMatches":[],"articles":12}]}
        """;

    private const string Refusal = """
        {"type":"about:blank","title":"Bad Request","status":400,"detail":"top: write a whole number from 1 to 100","kind":"parameterInvalid"}
        """;

    /// <summary>Completes an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="path">Its path, with or without what it is mounted under.</param>
    public static void Complete(OpenApiOperation operation, string path)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            (parameter.Schema, parameter.Example) = parameter.Name switch
            {
                "q" => (Text(), JsonValue.Create("城市大脑")),
                "top" => (Whole(10), JsonValue.Create(10)),
                "page" => (Whole(1), JsonValue.Create(1)),
                "kind" => (OneOf("all", "article", "reference"), JsonValue.Create("article")),
                "sort" => (OneOf("relevance", "date"), JsonValue.Create("relevance")),
                "filter" => (new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() }, new JsonArray("year:2019")),
                "facets" or "explain" => (new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) }, JsonValue.Create(true)),
                _ => (parameter.Schema, parameter.Example),
            };
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            var example = status != "200" ? Refusal : path.EndsWith("/concepts", StringComparison.Ordinal) ? Concepts : path.EndsWith("/search", StringComparison.Ordinal) ? Search : null;
            foreach (var content in response.Content?.Values ?? [])
            {
                content.Example = example is null ? null : JsonNode.Parse(example);
            }
        }
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Whole(int otherwise) => new() { Type = JsonSchemaType.Integer, Minimum = "1", Default = JsonValue.Create(otherwise) };

    private static OpenApiSchema OneOf(params string[] values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(v => JsonValue.Create(v))], Default = JsonValue.Create(values[0]) };
}
