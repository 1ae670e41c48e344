using System.Collections.Concurrent;

namespace CitySearch.Searching;

/// <summary>
/// Keeps what was used lately. Bounded: when the young half is full it becomes the old half, and what was in the old half and has not been
/// asked for since is forgotten.
/// </summary>
/// <param name="mostBytes">The memory that values may take, about.</param>
/// <param name="bytes">The memory that a value takes, about.</param>
internal sealed class RecentlyUsed<TKey, TValue>(long mostBytes, Func<TValue, long> bytes)
    where TKey : notnull
{
    private readonly Lock _turning = new();
    private volatile Halves _halves = new([], []);
    private long _youngBytes;
    private long _oldBytes;
    private long _found;
    private long _made;

    /// <summary>How often a value was asked for that was there.</summary>
    public long Found => Volatile.Read(ref _found);

    /// <summary>How often a value had to be made.</summary>
    public long Made => Volatile.Read(ref _made);

    /// <summary>The bytes that it holds, about.</summary>
    public long Bytes => Volatile.Read(ref _youngBytes) + Volatile.Read(ref _oldBytes);

    /// <summary>The value of a key, made when it is not there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="make">Makes the value; two threads that ask at the same time may both make it.</param>
    public TValue Get(in TKey key, Func<TValue> make)
    {
        var halves = _halves;
        if (halves.Young.TryGetValue(key, out var value))
        {
            Interlocked.Increment(ref _found);
            return value;
        }

        if (halves.Old.TryGetValue(key, out value))
        {
            Interlocked.Increment(ref _found);
        }
        else
        {
            Interlocked.Increment(ref _made);
            value = make();
        }

        if (halves.Young.TryAdd(key, value) && Interlocked.Add(ref _youngBytes, bytes(value)) > mostBytes / 2)
        {
            Turn(halves);
        }

        return value;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_turning)
        {
            _halves = new Halves([], []);
            Volatile.Write(ref _youngBytes, 0);
            Volatile.Write(ref _oldBytes, 0);
        }
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

    private sealed record Halves(ConcurrentDictionary<TKey, TValue> Young, ConcurrentDictionary<TKey, TValue> Old);
}
