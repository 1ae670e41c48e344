using System.Diagnostics.Metrics;

namespace CitySearch.Hosting.Worker;

/// <summary>What the worker counts: the meter <c>CitySearch.Worker</c>, with the index folder as its tag <c>citysearch.index</c>.</summary>
internal sealed class WorkerMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CitySearch.Worker";

    private readonly Meter _meter;
    private readonly Counter<long> _batches;

    /// <summary>Makes the instruments.</summary>
    /// <param name="indexPath">The full path of the index folder.</param>
    /// <param name="pending">How many changes wait.</param>
    /// <param name="watches">Whether the system tells of changes.</param>
    public WorkerMetrics(string indexPath, Func<int> pending, Func<bool> watches)
    {
        _meter = new Meter(new MeterOptions(MeterName) { Tags = [new("citysearch.index", indexPath)] });
        _batches = _meter.CreateCounter<long>("citysearch.worker.batches", "{batch}", "Updates of the index, by outcome: updated, nothing, failed.");
        _meter.CreateObservableGauge("citysearch.worker.pending", pending, "{path}", "Files and folders that changed and wait to be indexed.");
        _meter.CreateObservableGauge("citysearch.worker.watching", () => watches() ? 1 : 0, description: "1 while the system tells of changes, 0 while scans alone find them.");
    }

    /// <summary>A batch has ended.</summary>
    public void Batch(string outcome) => _batches.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
