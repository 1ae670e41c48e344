using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CitySearch.Corpus;
using CitySearch.Hosting.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CitySearch.Hosting.Tests.Worker;

/// <summary>How the worker ends, and what it does when the system's events do.</summary>
public sealed class WorkerLifeTests
{
    [Fact]
    public async Task A_stop_lets_an_update_under_way_end_with_its_commit()
    {
        using var reader = new WaitingReader();
        await using var worker = new WorkerFixture(options => options.StopTimeout = TimeSpan.FromMinutes(5), services => services.AddSingleton<IArticleReader>(reader));
        await worker.StartAsync();
        worker.Write("a.wait", "");
        await worker.UntilAsync(() => Task.FromResult(reader.IsReading), "the reader to begin");

        var stop = worker.Worker.StopAsync(TestContext.Current.CancellationToken);
        reader.GoOn();
        await stop;

        Assert.Equal(["a.wait"], await worker.FindAsync("治堵"));
    }

    [Fact]
    public async Task A_stop_gives_up_an_update_that_takes_too_long_and_the_index_stays_as_it_was()
    {
        using var reader = new WaitingReader();
        await using var worker = new WorkerFixture(options => options.StopTimeout = TimeSpan.Zero, services => services.AddSingleton<IArticleReader>(reader));
        worker.WriteArticle("b.md", "治堵");
        await worker.StartAsync();
        worker.Write("a.wait", "");
        await worker.UntilAsync(() => Task.FromResult(reader.IsReading), "the reader to begin");

        await worker.Worker.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["b.md"], await worker.FindAsync("治堵"));
        Assert.True(worker.Worker.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task When_events_are_lost_a_scan_finds_what_they_did_not_tell_and_events_go_on()
    {
        var log = new Lines();
        await using var worker = new WorkerFixture(services: services => services.AddSingleton<ILogger<IndexerWorker>>(log));
        // No event tells of what happens outside the corpus.
        var outside = Path.Combine(worker.Root, "outside.md");
        File.WriteAllText(outside, "# a\n\n治堵。\n");
        File.CreateSymbolicLink(worker["a.md"], outside);
        await worker.StartAsync();
        File.WriteAllText(outside, "# a\n\n停车。\n");

        worker.Worker.Corpus.End(new InternalBufferOverflowException("too many changes at once"));

        await worker.FindsAsync("停车", "a.md");
        Assert.Equal([WorkerNoticeKind.EventsLost, WorkerNoticeKind.EventsBack], worker.Kinds.Where(kind => kind is WorkerNoticeKind.EventsLost or WorkerNoticeKind.EventsBack));
        Assert.Contains(log.All, line => line.StartsWith("Warning: the system does not tell of all changes", StringComparison.Ordinal) && line.Contains("too many changes at once", StringComparison.Ordinal));
        worker.WriteArticle("b.md", "停车");
        await worker.FindsAsync("停车", "a.md", "b.md");
    }

    [Fact]
    public async Task The_meter_counts_batches_and_shows_what_waits_and_whether_events_are_heard()
    {
        await using var worker = new WorkerFixture();
        var values = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == WorkerMetrics.MeterName && instrument.Meter.Tags!.Any(tag => Equals(tag.Value, worker.IndexPath)))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => values.AddOrUpdate($"{tags[0].Value}", value, (_, sum) => sum + value));
        listener.Start();
        worker.WriteArticle("a.md", "治堵");

        await worker.StartAsync();
        listener.RecordObservableInstruments();

        Assert.Equal(
            new Dictionary<string, long> { ["updated"] = 1, ["citysearch.worker.pending"] = 0, ["citysearch.worker.watching"] = 1 },
            values.ToDictionary());
    }

    [Fact]
    public async Task The_log_says_what_the_news_says()
    {
        var log = new Lines();
        await using var worker = new WorkerFixture(services: services => services.AddSingleton<ILogger<IndexerWorker>>(log));
        await worker.StartAsync();
        using (File.Open(Path.Combine(worker.IndexPath, "LOCK"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            worker.WriteArticle("a.md", "治堵");
            await worker.HeardAsync(WorkerNoticeKind.IndexBusy);
        }

        await worker.FindsAsync("治堵", "a.md");
        Directory.Move(worker.CorpusPath, worker.CorpusPath + ".away");
        await worker.HeardAsync(WorkerNoticeKind.CorpusGone);
        Directory.Move(worker.CorpusPath + ".away", worker.CorpusPath);
        await worker.HeardAsync(WorkerNoticeKind.CorpusBack);

        Assert.Equal(
            [
                $"Information: the index is up to date with {worker.CorpusPath}: 0 articles; following its changes",
                $"Warning: another process is indexing into {worker.IndexPath}; wait until it has finished; trying again until then",
                $"Warning: the corpus folder {worker.CorpusPath} does not exist; the index keeps what it has until the folder is back",
                $"Information: the corpus folder {worker.CorpusPath} is back; looking through all of it",
            ],
            log.All);
    }

    /// <summary>Reads files that end in .wait, and only when it is told to go on.</summary>
    private sealed class WaitingReader : IArticleReader, IDisposable
    {
        private readonly ManualResetEventSlim _goOn = new();

        public IReadOnlyCollection<string> Extensions { get; } = [".wait"];

        public string Version => "wait/1";

        public bool IsReading { get; private set; }

        public void GoOn() => _goOn.Set();

        public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
        {
            IsReading = true;
            _goOn.Wait(cancellationToken);
            yield return new Article { Id = file.Path, Path = file.Path, Title = "等待", Sections = [new Section { Text = "治堵" }] };
        }

        public void Dispose() => _goOn.Dispose();
    }

    private sealed class Lines : ILogger<IndexerWorker>
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> All => [.. _lines];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel}: {formatter(state, exception)}");
    }
}
