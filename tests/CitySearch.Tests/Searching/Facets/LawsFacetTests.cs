using System.Text.Json;
using System.Text.Json.Nodes;
using CitySearch.Concepts;
using CitySearch.Corpus;
using CitySearch.Corpus.JsonLines;
using CitySearch.Searching;

namespace CitySearch.Tests.Searching.Facets;

/// <summary>
/// Facet counts over thousands of statute articles, against a count of every hit. The dataset is not part of the repository: the
/// variable CITYSEARCH_DATASETS names the folder that holds it, else <c>datasets</c> beside the sample corpus.
/// </summary>
public sealed class LawsFacetTests
{
    private const int Lines = 8000;

    [Fact]
    public async Task Counts_and_totals_of_statutes_are_those_of_a_look_at_every_hit()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("CITYSEARCH_DATASETS") ?? Path.Combine(Approval.RepositoryRoot, "datasets"), "laws-dev");
        Assert.SkipUnless(Directory.Exists(folder), $"there is no dataset {folder}; CITYSEARCH_DATASETS may name the folder that holds laws-dev");
        var yaml = await File.ReadAllTextAsync(Path.Combine(SampleCorpus.Folder, "concepts.yaml"), TestContext.Current.CancellationToken);
        using var corpus = new TestCorpus().Write("statutes/laws/corpus.jsonl", string.Join('\n', Slice(folder))).Write("concepts.yaml", yaml);
        await corpus.IndexAsync();
        var articles = new JsonLinesReader().Read(new CorpusFile(Path.Combine(corpus.CorpusPath, "statutes/laws/corpus.jsonl"), "statutes/laws/corpus.jsonl"), TestContext.Current.CancellationToken);
        var bruteForce = new BruteForce(articles, Thesaurus.Parse(yaml));
        var checkedSets = 0;
        foreach (var query in File.ReadLines(Path.Combine(folder, "queries.jsonl")).Take(24).Select(line => JsonNode.Parse(line)!["text"]!.GetValue<string>()))
        {
            var request = new SearchRequest(query) { Top = 1000, Facets = true };
            var all = await corpus.SearchAsync(request);
            Assert.Equal(all.Total, all.Hits.Count);
            foreach (var filters in FacetCountTests.FilterSets(all))
            {
                var response = await corpus.SearchAsync(request with { Filters = filters });
                var (hits, facets) = bruteForce.Count(all.Hits, filters);

                Assert.Equal(hits.Select(h => (h.Id, h.Score)), response.Hits.Select(h => (h.Id, h.Score)));
                Assert.Equal(hits.Count, response.Total);
                Assert.All(facets, facet => Assert.Equal((query, facet.Key, FacetCountTests.Printed(facet.Value)), (query, facet.Key, FacetCountTests.Printed(response.Facets![facet.Key]))));
                checkedSets++;
            }
        }

        Assert.True(checkedSets > 200, $"only {checkedSets} results were checked");
    }

    /// <summary>The first lines, with metadata that the dataset has none of: dates, authors, tags and sources by the statute's name.</summary>
    private static IEnumerable<string> Slice(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "corpus.jsonl")).Take(Lines))
        {
            var node = JsonNode.Parse(line)!;
            var metadata = node["metadata"]!;
            var name = metadata["material"]!.GetValue<string>();
            var number = name.Sum(c => c);
            if (number % 4 != 0)
            {
                metadata["date"] = $"{1990 + (number % 31)}-0{1 + (number % 9)}";
            }

            metadata["authors"] = new JsonArray($"起草人{number % 7}", $"起草人{number % 11}");
            metadata["tags"] = new JsonArray(name[..2], $"第{number % 5}类");
            metadata["source"] = name[^2..];
            yield return node.ToJsonString(JsonSerializerOptions.Default);
        }
    }
}
