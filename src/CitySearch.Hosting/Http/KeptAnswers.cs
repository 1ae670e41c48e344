using System.Buffers;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
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
        _meter.CreateObservableGauge("citysearch.answers.size", () => Bytes, "By", "The memory that kept answers take.");
    }

    /// <summary>The memory that kept answers take, about.</summary>
    public long Bytes => _answers.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0;

    /// <summary>Writes the answer to an address, where one is kept of this tag.</summary>
    /// <param name="address">The address.</param>
    /// <param name="tag">The tag of the answers of now.</param>
    /// <param name="response">Takes its length and its bytes; it must be flushed then.</param>
    public bool TryWrite(string address, EntityTagHeaderValue tag, HttpResponse response)
    {
        var isFound = _answers.TryGetValue(address, out Answer? answer) && answer!.TryWrite(tag, response);
        Interlocked.Increment(ref isFound ? ref _found : ref _missed);
        return isFound;
    }

    /// <summary>Keeps an answer in the place of the one that the address had.</summary>
    public void Keep(string address, EntityTagHeaderValue tag, ReadOnlySpan<byte> body)
    {
        if (_answers.TryGetValue(address, out Answer? answer) && answer!.TryReplace(tag, body))
        {
            return;
        }

        var bytes = EntryBytes + (2L * address.Length) + Answer.RoomFor(body);
        if (bytes <= _mostBytes)
        {
            _answers.Set(address, new Answer(tag, body), new MemoryCacheEntryOptions { Size = bytes });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _answers.Dispose();

    /// <summary>
    /// A kept answer. Its bytes are written over by those of the next generation: where much is committed and asked, memory would otherwise fill
    /// with answers that have lived long and are garbage all the same.
    /// </summary>
    private sealed class Answer
    {
        private const int Step = 4096;

        private readonly byte[] _body;
        private readonly Lock _using = new();
        private StringSegment _tag;
        private int _length;

        public Answer(EntityTagHeaderValue tag, ReadOnlySpan<byte> body)
        {
            _body = new byte[RoomFor(body)];
            TryReplace(tag, body);
        }

        public static int RoomFor(ReadOnlySpan<byte> body) => (body.Length + Step - 1) / Step * Step;

        public bool TryWrite(EntityTagHeaderValue tag, HttpResponse response)
        {
            lock (_using)
            {
                if (_tag != tag.Tag)
                {
                    return false;
                }

                response.ContentLength = _length;
                response.BodyWriter.Write(_body.AsSpan(0, _length));
                return true;
            }
        }

        public bool TryReplace(EntityTagHeaderValue tag, ReadOnlySpan<byte> body)
        {
            if (body.Length > _body.Length)
            {
                return false;
            }

            lock (_using)
            {
                body.CopyTo(_body);
                (_tag, _length) = (tag.Tag, body.Length);
                return true;
            }
        }
    }
}
