using System.Collections.Concurrent;

namespace CitySearch.Searching;

/// <summary>
/// Decoded postings of the terms and phrases that queries use. Bounded: when the young half is full it becomes the old half, and
/// what was in the old half and has not been asked for since is forgotten.
/// </summary>
internal sealed class PostingsCache(long mostBytes)
{
    private readonly Lock _turning = new();
    private volatile Halves _halves = new([], []);
    private long _youngBytes;

    /// <summary>The postings of a key, made when they are not there.</summary>
    /// <param name="key">The segment, the statistics that impacts were computed with, and the term.</param>
    /// <param name="make">Decodes them.</param>
    public Postings Get(in PostingsKey key, Func<Postings> make)
    {
        var halves = _halves;
        if (halves.Young.TryGetValue(key, out var postings))
        {
            return postings;
        }

        if (!halves.Old.TryGetValue(key, out postings))
        {
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
                Interlocked.Exchange(ref _youngBytes, 0);
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
