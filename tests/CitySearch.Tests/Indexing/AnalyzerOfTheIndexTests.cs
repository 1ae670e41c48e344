using CitySearch.Indexing;
using CitySearch.Searching;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

/// <summary>Who decides with which analyzer an index is built and asked.</summary>
public sealed class AnalyzerOfTheIndexTests
{
    private const string Hangzhou = "# 杭州城市大脑\n\n杭州从治堵起步。\n";

    [Fact]
    public async Task A_search_takes_the_analyzer_from_the_index_and_an_update_that_names_none_keeps_it()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();

        using var other = fixture.Host(configure: options => options.Analyzer = "words");
        var search = other.GetRequiredService<ISearchService>();
        var byPairs = await search.SearchAsync(new SearchRequest("\"州从治\""), TestContext.Current.CancellationToken);
        await other.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
        var byWords = await search.SearchAsync(new SearchRequest("\"州从治\""), TestContext.Current.CancellationToken);
        fixture.Write("again.md", Hangzhou);
        var report = await fixture.UpdateAsync();

        // Characters and pairs find it across the borders of words; words do not.
        Assert.Equal((1, 0), (byPairs.Total, byWords.Total));
        Assert.Equal(("words", null, "words"), (report.Analyzer, report.RebuiltBecause, fixture.Indexer.Stats()!.Analyzer));
        Assert.Equal(0, (await fixture.SearchAsync("\"州从治\"")).Total);
    }

    [Theory]
    [InlineData("fingerprint", "schema/0 default-1", FailureKind.IndexOutdated, "was built by another version of CitySearch; bring it up to date with: citysearch index", RebuildReason.Version)]
    [InlineData("analyzer", "Gone.Analyzer, Gone", FailureKind.IndexAnalyzerAbsent, "was built with the analyzer Gone.Analyzer, Gone, which cannot be had here; build it anew with another: citysearch index --analyzer NAME", RebuildReason.Analyzer)]
    public async Task An_index_of_another_version_or_of_an_analyzer_that_is_gone_says_what_to_do(string key, string value, FailureKind kind, string message, RebuildReason reason)
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();
        Recommit(fixture.CurrentSubfolder, key, value);
        using var host = fixture.Host(configure: options => options.Analyzer = "default");

        var error = await Assert.ThrowsAsync<IndexFolderException>(() => host.GetRequiredService<ISearchService>().SearchAsync(new SearchRequest("治堵"), TestContext.Current.CancellationToken));
        var report = await host.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((kind, $"the index in {fixture.IndexPath} {message}"), (error.Kind, error.Message));
        Assert.Equal((reason, 2L, "default"), (report.RebuildReason, report.Generation, report.Analyzer));
        Assert.Equal(1, (await fixture.SearchAsync("治堵")).Total);
    }

    private static void Recommit(string subfolder, string key, string value)
    {
        using var directory = new DurableDirectory(subfolder);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null));
        writer.SetCommitData(new Dictionary<string, string>(DirectoryReader.ListCommits(directory)[^1].UserData) { [key] = value });
        writer.Commit();
    }
}
