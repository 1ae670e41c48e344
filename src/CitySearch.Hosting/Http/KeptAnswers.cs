using System.Diagnostics.Metrics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CitySearch.Hosting.Http;

/// <summary>
/// Keeps the answers that were sent, an answer an address: while the entity tag is the same, so is the answer, and what a client may keep the
/// host may keep too. Within a bound of memory; what was asked for least lately goes first.
/// </summary>
internal sealed class KeptAnswers : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CitySearch.Hosting";

    // What an entry takes beside its address and its answer.
    private const int EntryBytes = 400;

    private readonly long _mostBytes;
    private readonly MemoryCache _answers;
    private readonly Meter _meter;
    private long _found;
    private long _missed;

    /// <summary>Keeps nothing yet.</summary>
    /// <param name="options">How much to keep.</param>
    /// <param name="meters">Makes the meter.</param>
    public KeptAnswers(IOptions<CitySearchHostOptions> options, IMeterFactory meters)
    {
        _mostBytes = options.Value.AnswerCacheBytes;
        _answers = new MemoryCache(new MemoryCacheOptions { SizeLimit = _mostBytes, TrackStatistics = true });
        _meter = meters.Create(MeterName);
        _meter.CreateObservableCounter<long>(
            "citysearch.answers.requests",
            () => [new(Volatile.Read(ref _found), new KeyValuePair<string, object?>("result", "found")), new(Volatile.Read(ref _missed), new KeyValuePair<string, object?>("result", "made"))],
            "{request}",
            "How often the answer to an address was in memory, and how often it had to be made.");
        _meter.CreateObservableGauge("citysearch.answers.size", () => _answers.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0, "By", "The memory that kept answers take.");
    }

    /// <summary>The answer to an address; <see langword="null"/> when none is kept of this tag.</summary>
    public byte[]? Find(string address, EntityTagHeaderValue tag)
    {
        var body = _answers.TryGetValue(address, out Answer? answer) && answer!.Tag == tag.Tag ? answer.Body : null;
        Interlocked.Increment(ref body is null ? ref _missed : ref _found);
        return body;
    }

    /// <summary>Keeps an answer in the place of the one that the address had.</summary>
    public void Keep(string address, EntityTagHeaderValue tag, byte[] body)
    {
        var bytes = EntryBytes + (2L * address.Length) + body.Length;
        if (bytes <= _mostBytes)
        {
            _answers.Set(address, new Answer(tag.Tag, body), new MemoryCacheEntryOptions { Size = bytes });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _answers.Dispose();

    private sealed record Answer(StringSegment Tag, byte[] Body);
}
