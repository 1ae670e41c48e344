using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CitySearch.Indexing;

/// <summary>
/// What indexing counts and times, for whoever listens: the meter <c>CitySearch.Indexing</c>, with the index folder as
/// its tag <c>citysearch.index</c>. Costs next to nothing while nobody does.
/// </summary>
internal sealed class IndexingMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "CitySearch.Indexing";

    private readonly Meter _meter;
    private readonly Counter<long> _seen;
    private readonly Counter<long> _read;
    private readonly Counter<long> _readBytes;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _sections;
    private readonly UpDownCounter<int> _queue;
    private readonly Histogram<double> _stages;

    /// <summary>Makes the instruments.</summary>
    /// <param name="indexPath">The index folder.</param>
    public IndexingMetrics(string indexPath)
    {
        _meter = new Meter(new MeterOptions(MeterName) { Tags = [new("citysearch.index", Path.GetFullPath(indexPath))] });
        _seen = _meter.CreateCounter<long>("citysearch.indexing.files.seen", "{file}", "Files found in the corpus by scans.");
        _read = _meter.CreateCounter<long>("citysearch.indexing.files.read", "{file}", "Files read because they were new or had changed.");
        _readBytes = _meter.CreateCounter<long>("citysearch.indexing.read", "By", "Bytes of the files read.");
        _failed = _meter.CreateCounter<long>("citysearch.indexing.files.failed", "{file}", "Files that could not be opened, or not be read to their end.");
        _sections = _meter.CreateCounter<long>("citysearch.indexing.sections", "{section}", "Sections put into the index.");
        _queue = _meter.CreateUpDownCounter<int>("citysearch.indexing.queue.length", "{article}", "Articles read and waiting to be put into the index.");
        _stages = _meter.CreateHistogram<double>(
            "citysearch.indexing.stage.duration", "s", "Time of a run's stages: scan (walking the folder), compare (hashing), intake (reading and indexing), commit.");
    }

    /// <summary>A scan has ended.</summary>
    public void Scanned(int files, long startedAt)
    {
        _seen.Add(files);
        Stage("scan", startedAt);
    }

    /// <summary>A comparison with the index has ended.</summary>
    public void Compared(int unopened, long startedAt)
    {
        _failed.Add(unopened);
        Stage("compare", startedAt);
    }

    /// <summary>A file was read.</summary>
    public void Read(long bytes)
    {
        _read.Add(1);
        _readBytes.Add(bytes);
    }

    /// <summary>The reading and indexing of a run has ended.</summary>
    public void TookIn(int failed, long startedAt)
    {
        _failed.Add(failed);
        Stage("intake", startedAt);
    }

    /// <summary>An article was put into the index.</summary>
    public void Put(int sections) => _sections.Add(sections);

    /// <summary>Articles came to the queue, or, with a negative number, left it.</summary>
    public void Queued(int articles) => _queue.Add(articles);

    /// <summary>A commit has ended.</summary>
    public void Committed(long startedAt) => Stage("commit", startedAt);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Stage(string name, long startedAt) => _stages.Record(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, new KeyValuePair<string, object?>("stage", name));
}
