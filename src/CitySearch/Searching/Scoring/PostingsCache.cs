using System.Collections.Concurrent;

namespace CitySearch.Searching.Scoring;

/// <summary>
/// Decoded postings of the terms and phrases that queries use. Bounded: when the young half is full it becomes the old half, and
/// what was in the old half and has not been asked for since is forgotten.
/// </summary>
internal sealed class PostingsCache(long mostBytes)
{
    private readonly Lock _turning = new();
    private volatile Halves _halves = new([], []);
    private long _youngBytes;
    private long _oldBytes;
    private long _found;
    private long _made;

    /// <summary>How often postings were asked for that were there.</summary>
    public long Found => Volatile.Read(ref _found);

    /// <summary>How often postings had to be decoded.</summary>
    public long Made => Volatile.Read(ref _made);

    /// <summary>The bytes that it holds, about.</summary>
    public long Bytes => Volatile.Read(ref _youngBytes) + Volatile.Read(ref _oldBytes);

    /// <summary>The postings of a key, made when they are not there.</summary>
    /// <param name="key">The segment, the statistics that impacts were computed with, and the term.</param>
    /// <param name="make">Decodes them.</param>
    public Postings Get(in PostingsKey key, Func<Postings> make)
    {
        var halves = _halves;
        if (halves.Young.TryGetValue(key, out var postings))
        {
            Interlocked.Increment(ref _found);
            return postings;
        }

        if (halves.Old.TryGetValue(key, out postings))
        {
            Interlocked.Increment(ref _found);
        }
        else
        {
            Interlocked.Increment(ref _made);
            postings = make();
        }

        if (halves.Young.TryAdd(key, postings) && Interlocked.Add(ref _youngBytes, postings.Bytes) > mostBytes / 2)
        {
            Turn(halves);
        }

        return postings;
    }

    private void Turn(Halves full)
    {
        lock (_turning)
        {
            if (ReferenceEquals(_halves, full))
            {
                Volatile.Write(ref _oldBytes, Interlocked.Exchange(ref _youngBytes, 0));
                _halves = new Halves([], full.Young);
            }
        }
    }

    private sealed record Halves(ConcurrentDictionary<PostingsKey, Postings> Young, ConcurrentDictionary<PostingsKey, Postings> Old);
}

/// <summary>What decoded postings depend on.</summary>
/// <param name="Segment">The segment's core.</param>
/// <param name="MeanSectionLength">The mean length their section (or about) impacts were computed with.</param>
/// <param name="MeanReferenceLength">The mean length their reference impacts were computed with.</param>
/// <param name="Term">The term, or what stands for a phrase.</param>
internal readonly record struct PostingsKey(object Segment, float MeanSectionLength, float MeanReferenceLength, string Term);
