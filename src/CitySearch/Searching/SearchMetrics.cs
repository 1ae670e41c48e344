using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CitySearch.Searching;

/// <summary>What searching tells of itself through the meter <see cref="MeterName"/>; nothing is measured while nobody listens.</summary>
internal sealed class SearchMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CitySearch.Searching";

    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };
    private static readonly InstrumentAdvice<int> Counts = new() { HistogramBucketBoundaries = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000] };

    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Histogram<double> _duration;
    private readonly Histogram<int> _hits;

    /// <summary>Makes the instruments.</summary>
    /// <param name="holder">Holds the index open.</param>
    /// <param name="factory">Makes the meter, where an application has one.</param>
    /// <param name="clock">Tells the age of the generation.</param>
    public SearchMetrics(GenerationHolder holder, IMeterFactory? factory = null, TimeProvider? clock = null)
    {
        _meter = factory?.Create(MeterName) ?? new Meter(MeterName);
        _ownsMeter = factory is null;
        _duration = _meter.CreateHistogram("citysearch.search.duration", "s", "How long searches took, by kind and outcome.", tags: null, Durations);
        _hits = _meter.CreateHistogram("citysearch.search.hits", "{hit}", "How many hits searches had in all.", tags: null, Counts);
        _meter.CreateObservableCounter<long>(
            "citysearch.postings.requests",
            () => [new(holder.Postings.Found, new KeyValuePair<string, object?>("result", "found")), new(holder.Postings.Made, new KeyValuePair<string, object?>("result", "decoded"))],
            "{request}",
            "How often the decoded postings of a term were in memory, and how often they had to be decoded.");
        _meter.CreateObservableGauge("citysearch.postings.size", () => holder.Postings.Bytes, "By", "The memory that decoded postings take.");
        Gauge("citysearch.index.generation", null, "The number of the generation that is searched.", state => state.Number);
        Gauge("citysearch.index.generation.age", "s", "How long ago the generation that is searched was committed.", state => ((clock ?? TimeProvider.System).GetUtcNow().UtcDateTime - state.Committed).TotalSeconds);
        Gauge("citysearch.index.articles", "{article}", "The articles of the generation that is searched.", state => state.Totals.Articles);

        void Gauge(string name, string? unit, string description, Func<GenerationState, double> value) => _meter.CreateObservableGauge(
            name, IEnumerable<Measurement<double>> () => holder.Held is { } state ? [new(value(state))] : [], unit, description);
    }

    /// <summary>Searches, and records how long it took and what came of it.</summary>
    /// <param name="request">The search.</param>
    /// <param name="search">Answers it.</param>
    public SearchResponse Measure(SearchRequest request, Func<SearchResponse> search)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var response = search();
            outcome = "answered";
            _hits.Record(response.Total, new KeyValuePair<string, object?>("kind", Name(request.Kind)));
            return response;
        }
        catch (SearchRequestException)
        {
            outcome = "refused";
            throw;
        }
        catch (OperationCanceledException)
        {
            outcome = "stopped";
            throw;
        }
        finally
        {
            _duration.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("kind", Name(request.Kind)), new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A factory's meters are the factory's to dispose.
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    private static string Name(HitKind kind) => kind switch { HitKind.Article => "article", HitKind.Reference => "reference", _ => "all" };
}
