using CitySearch.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CitySearch.Tests.Indexing;

public sealed class IndexingLogTests
{
    [Fact]
    public async Task A_failing_file_is_logged_once_until_it_fails_otherwise_or_is_mended()
    {
        using var fixture = new IndexingFixture();
        var lines = new Lines();
        using var services = new ServiceCollection()
            .AddSingleton<ILogger<IndexService>>(lines)
            .AddSingleton<CitySearch.Corpus.IArticleReader>(new LinesReader())
            .AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (fixture.CorpusPath, fixture.IndexPath))
            .BuildServiceProvider();
        var indexer = services.GetRequiredService<IIndexService>();

        fixture.Write("bad.lines", "!");
        Assert.Equal(
            [
                "Information: added 1, updated 0, moved 0, removed 0, failed 1 files; generation 1",
                "Warning: not read: bad.lines: the line is bad: it has no bars",
            ],
            await lines.OfAsync(() => indexer.UpdateAsync(cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Equal(
            ["Debug: added 0, updated 0, moved 0, removed 0, failed 1 files; generation 1"],
            await lines.OfAsync(() => indexer.UpdateAsync(cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Equal(
            ["Debug: added 0, updated 0, moved 0, removed 0, failed 0 files; generation 1"],
            await lines.OfAsync(() => indexer.UpdateAsync(["elsewhere"], cancellationToken: TestContext.Current.CancellationToken)));

        fixture.Write("bad.lines", "a|杭州|治堵。");
        Assert.Equal(
            ["Information: added 0, updated 1, moved 0, removed 0, failed 0 files; generation 2", "Information: no longer failing: bad.lines"],
            await lines.OfAsync(() => indexer.UpdateAsync(["bad.lines"], cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Equal(
            ["Warning: the index was built anew: a rebuild was asked for", "Information: added 1, updated 0, moved 0, removed 0, failed 0 files; generation 3"],
            await lines.OfAsync(() => indexer.UpdateAsync(rebuild: true, cancellationToken: TestContext.Current.CancellationToken)));
    }

    private sealed class Lines : ILogger<IndexService>
    {
        private readonly List<string> _lines = [];

        /// <summary>What is logged while something runs, but for the seconds.</summary>
        public async Task<IReadOnlyList<string>> OfAsync(Func<Task> run)
        {
            _lines.Clear();
            await run();
            return [.. _lines];
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Add($"{logLevel}: {formatter(state, exception).Split(" (")[0]}");
    }
}
