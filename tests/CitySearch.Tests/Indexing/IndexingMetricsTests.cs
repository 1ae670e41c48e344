using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CitySearch.Indexing;

namespace CitySearch.Tests.Indexing;

public sealed class IndexingMetricsTests : IDisposable
{
    private readonly IndexingFixture _fixture = new(new LinesReader());
    private readonly ConcurrentDictionary<string, double> _sums = new();
    private readonly ConcurrentDictionary<string, int> _stages = new();
    private readonly MeterListener _listener = new();

    public IndexingMetricsTests()
    {
        // Other tests index at the same time; the meter's tag tells whose is whose.
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == IndexingMetrics.MeterName && instrument.Meter.Tags!.Any(tag => tag is { Key: "citysearch.index", Value: string path } && path == _fixture.IndexPath))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument, value));
        _listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Add(instrument, value));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) =>
        {
            Assert.InRange(value, 0, double.MaxValue);
            _stages.AddOrUpdate((string)tags[0].Value!, 1, (_, count) => count + 1);
        });
        _listener.Start();
    }

    [Fact]
    public async Task A_run_counts_its_files_and_sections_and_times_its_stages()
    {
        _fixture.Write("cities.lines", "a|杭州|治堵。\nb|上海|统管。");
        _fixture.Write("bad.lines", "!");
        _fixture.Write("hangzhou.md", "# 杭州\n\n治堵。\n");

        await _fixture.UpdateAsync();

        Assert.Equal(
            new Dictionary<string, double>
            {
                ["citysearch.indexing.files.seen"] = 3,
                ["citysearch.indexing.files.read"] = 3,
                ["citysearch.indexing.read"] = Directory.EnumerateFiles(_fixture.CorpusPath).Sum(file => new FileInfo(file).Length),
                ["citysearch.indexing.files.failed"] = 1,
                ["citysearch.indexing.sections"] = 3,
                ["citysearch.indexing.queue.length"] = 0,
            },
            _sums.ToDictionary());
        Assert.Equal(new Dictionary<string, int> { ["scan"] = 1, ["compare"] = 1, ["intake"] = 1, ["commit"] = 1 }, _stages.ToDictionary());
    }

    [Fact]
    public async Task A_run_with_nothing_to_do_reads_and_commits_nothing()
    {
        _fixture.Write("hangzhou.md", "# 杭州\n\n治堵。\n");
        await _fixture.UpdateAsync();
        _sums.Clear();
        _stages.Clear();

        await _fixture.UpdateAsync();

        Assert.Equal(new Dictionary<string, double> { ["citysearch.indexing.files.seen"] = 1, ["citysearch.indexing.files.failed"] = 0 }, _sums.ToDictionary());
        Assert.Equal(new Dictionary<string, int> { ["scan"] = 1, ["compare"] = 1 }, _stages.ToDictionary());
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_counts_as_failed()
    {
        File.CreateSymbolicLink(_fixture.Path("dangling.md"), _fixture.Path("nothing.md"));

        await _fixture.UpdateAsync();

        Assert.Equal(1, _sums["citysearch.indexing.files.failed"]);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _fixture.Dispose();
    }

    private void Add(Instrument instrument, double value) => _sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
}
