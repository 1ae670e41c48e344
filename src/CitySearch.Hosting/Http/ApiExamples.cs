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

    private const string Suggestions = """
        {"prefix":"csdn","tookMs":0.4,"generation":7,"suggestions":[{"text":"城市大脑","kind":"concept","highlights":[{"start":0,"length":4}],"count":28}]}
        """;

    private const string Article = """
        {"id":"articles/city-brain.md","title":"城市大脑","path":"articles/city-brain.md","date":"2022-03-21","authors":["林知远"],"tags":["城市大脑"],"source":"概念札记",
          "description":null,"permalink":null,"generation":7,"sections":[{"headings":["五、城市大脑"],"anchor":"五、城市大脑","line":73,"text":"城市大脑是城市的中枢[1]。","highlights":[{"start":0,"length":4}],"paragraphLines":[75],"citedLabels":["1"]}],
          "references":[{"id":"3pjq0m8x5d2k7w1e","label":"1","line":90,"title":"城市大脑的实践与思考","text":"陈卫强.城市大脑的实践与思考.人民网.2019.9.8","citingArticles":2,"articles":[]}],
          "cites":[],"citedBy":[{"id":"articles/hangzhou.md","title":"杭州"}]}
        """;

    private const string Reference = """
        {"id":"3pjq0m8x5d2k7w1e","title":"城市大脑的实践与思考","text":"陈卫强.城市大脑的实践与思考.人民网.2019.9.8","authors":["陈卫强"],"source":"人民网","date":"2019-09-08","year":2019,
          "volume":null,"issue":null,"pages":null,"documentNumber":null,"standardNumber":null,"type":null,"url":null,"generation":7,"articles":[],
          "citations":[{"id":"articles/city-brain.md","title":"城市大脑","label":"1","line":90,"text":"陈卫强.城市大脑的实践与思考.人民网.2019.9.8","places":[{"headings":["五、城市大脑"],"anchor":"五、城市大脑","line":73}]}]}
        """;

    private const string Related = """
        {"id":"articles/city-brain.md","title":"城市大脑","tookMs":3.1,"generation":7,
         "hits":[{"kind":"article","rank":1,"score":0.42,"id":"articles/hangzhou.md","title":"杭州","path":"articles/hangzhou.md","date":"2021-05-17","authors":[],"source":null,"tags":[],"sections":[]}]}
        """;

    private const string Corpus = """
        {"generation":7,"committed":"2026-01-05T08:00:00Z","articles":45,"sections":363,"references":183}
        """;

    private static readonly (string Path, string Example)[] Answers =
        [("/search", Search), ("/concepts", Concepts), ("/suggest", Suggestions), ("/corpus", Corpus), ("/articles/", Article), ("/references/", Reference), ("/related/", Related)];

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
                "id" => (Text(), JsonValue.Create(path.Contains("references", StringComparison.Ordinal) ? "3pjq0m8x5d2k7w1e" : "articles/city-brain.md")),
                "top" => (Whole(10), JsonValue.Create(10)),
                "page" => (Whole(1), JsonValue.Create(1)),
                "generation" => (new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" }, JsonValue.Create(7)),
                "kind" => (OneOf("all", "article", "reference"), JsonValue.Create("article")),
                "context" => (new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "40", Maximum = "2000" }, JsonValue.Create(120)),
                "sort" => (OneOf("relevance", "date"), JsonValue.Create("relevance")),
                "filter" => (new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() }, new JsonArray("year:2019")),
                "facets" or "explain" => (new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = JsonValue.Create(false) }, JsonValue.Create(true)),
                _ => (parameter.Schema, parameter.Example),
            };
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            var example = status != "200" ? Refusal : Answers.FirstOrDefault(answer => path.Contains(answer.Path, StringComparison.Ordinal)).Example;
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
