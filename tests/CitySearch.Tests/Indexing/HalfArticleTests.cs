using System.Collections.Concurrent;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

/// <summary>Searching never sees half an article: all sections that a search shows of one are of one version.</summary>
public sealed class HalfArticleTests
{
    private const int Articles = 6;
    private const int SectionsEach = 3;
    private const int Versions = 12;

    [Fact]
    public async Task Searches_beside_updates_and_rebuilds_see_whole_articles_of_one_corpus_state()
    {
        using var fixture = new IndexingFixture();
        WriteAll(fixture, version: 0);
        await fixture.UpdateAsync();
        using var other = fixture.Host();
        ISearchService[] searchers = [fixture.Searcher, other.GetRequiredService<ISearchService>()];
        using var done = new CancellationTokenSource();
        var seen = new ConcurrentDictionary<string, byte>();
        var searching = searchers.Select(searcher => Task.Run(async () =>
        {
            do
            {
                seen.TryAdd(await VersionOfAllAsync(searcher), 0);
            }
            while (!done.IsCancellationRequested);
        })).ToArray();

        for (var version = 1; version < Versions; version++)
        {
            WriteAll(fixture, version);
            await fixture.UpdateAsync(rebuild: version % 4 == 0);
        }

        await done.CancelAsync();
        await Task.WhenAll(searching);
        Assert.Equal($"版本{Versions - 1:D3}", await VersionOfAllAsync(fixture.Searcher));
        Assert.Subset(Enumerable.Range(0, Versions).Select(v => $"版本{v:D3}").ToHashSet(), seen.Keys.ToHashSet());
    }

    private static void WriteAll(IndexingFixture fixture, int version)
    {
        for (var article = 0; article < Articles; article++)
        {
            fixture.Write($"{article}.md", $"# 城市治理{article}\n\n" + string.Join('\n', Enumerable.Range(0, SectionsEach).Select(s => $"## 第{s}节\n\n各地经验版本{version:D3}。\n")));
        }
    }

    /// <summary>The one version of all sections of all articles.</summary>
    private static async Task<string> VersionOfAllAsync(ISearchService searcher)
    {
        var response = await searcher.SearchAsync(new SearchRequest("各地经验"), TestContext.Current.CancellationToken);
        Assert.Equal(Articles, response.Total);
        var texts = response.Hits.Cast<ArticleHit>().SelectMany(h => h.Sections).SelectMany(s => s.Snippets).Select(s => s.Text).ToList();
        Assert.Equal(Articles * SectionsEach, texts.Count);
        return Assert.Single(texts.Select(t => t.Substring(t.IndexOf("版本", StringComparison.Ordinal), 5)).Distinct());
    }
}
