using CitySearch.Analysis;
using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using Lucene.Net.Index;

namespace CitySearch.Searching;

/// <summary>
/// Holds the newest generation open. Searches lease it; a generation that has been followed by another is closed when
/// its last search has ended, but one that answered a search is kept for the pages that a reader may yet ask for. Once
/// something is open, searches always have something: while the index folder holds nothing better, they go on with what
/// they have.
/// </summary>
/// <param name="options">Where the index is.</param>
/// <param name="clock">Tells how long a generation has been kept.</param>
internal sealed class GenerationHolder(CitySearchOptions options, TimeProvider? clock = null) : IGenerationSource, IDisposable
{
    /// <summary>How long a generation that answered a search is kept after another has followed it.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    /// <summary>The most generations that are kept beside the newest. Each holds the files that the newest has no more, and little memory.</summary>
    public const int MostKept = 8;

    // A commit of another process is seen at latest this long after it.
    private static readonly TimeSpan LookAfter = TimeSpan.FromMilliseconds(500);

    private readonly IndexFolder _folder = new(options.IndexPath, options.Files);
    private readonly SearchCaches _caches = new(options.PostingsCacheBytes);
    private readonly Lock _refreshing = new();
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private volatile Kept[] _kept = [];
    private ITimer? _closing;
    private volatile SearchGeneration? _current;
    private AnalyzerChoice? _analyzer;
    private long _lookAt;
    private bool _disposed;

    /// <summary>The decoded postings that all generations share.</summary>
    public RecentlyUsed<PostingsKey, Postings> Postings => _caches.Postings;

    /// <summary>The generation held, without looking for a newer one; <see langword="null"/> before the first is open.</summary>
    public GenerationState? Held => _current?.State;

    /// <inheritdoc/>
    public GenerationState Newest()
    {
        using var lease = Acquire();
        return lease.Generation.State;
    }

    /// <summary>Leases a generation: the one of a number where it is still held, else the newest. The lease must be disposed.</summary>
    /// <param name="number">The number; <see langword="null"/> for the newest.</param>
    /// <exception cref="IndexFolderException">There is no index, or it cannot be used; the message says what to do.</exception>
    public Lease Acquire(long? number)
    {
        RefreshWhenDue();
        foreach (var kept in number is null ? [] : _kept)
        {
            if (kept.Generation.Commit.Generation == number && kept.Generation.Reader.TryIncRef())
            {
                return new Lease(kept.Generation);
            }
        }

        if (number is not null && _current is { } current && current.Commit.Generation == number && current.Reader.TryIncRef())
        {
            return new Lease(current);
        }

        return Acquire();
    }

    /// <summary>Leases the newest generation; the lease must be disposed.</summary>
    /// <exception cref="IndexFolderException">There is no index, or it cannot be used; the message says what to do.</exception>
    public Lease Acquire()
    {
        RefreshWhenDue();
        while (true)
        {
            var generation = _current ?? throw IndexFolderException.Missing(options.IndexPath);
            if (generation.Reader.TryIncRef())
            {
                return new Lease(generation);
            }
        }
    }

    /// <summary>Answers from a generation: the one of a number where it is still held, else the newest.</summary>
    /// <param name="answer">Gives the answer.</param>
    /// <param name="number">The number; <see langword="null"/> for the newest.</param>
    /// <exception cref="IndexFolderException">There is no index, it cannot be used, or what the answer needs of it is damaged.</exception>
    public T Read<T>(Func<SearchGeneration, T> answer, long? number = null)
    {
        using var lease = Acquire(number);
        try
        {
            return answer(lease.Generation);
        }
        catch (Exception e) when (DamagedIndexException.Explains(e))
        {
            throw _folder.Damaged(new DamagedIndexException(OneLine.Of(e), e));
        }
    }

    private void RefreshWhenDue()
    {
        if (_current is null || Environment.TickCount64 >= Volatile.Read(ref _lookAt))
        {
            Refresh();
        }
    }

    /// <summary>Makes the next search look for a newer generation, however lately another has looked.</summary>
    public void LookAgain() => Volatile.Write(ref _lookAt, 0);

    /// <summary>Opens the newest generation when there is one newer than the one held.</summary>
    public void Refresh()
    {
        lock (_refreshing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Volatile.Write(ref _lookAt, Environment.TickCount64 + (long)LookAfter.TotalMilliseconds);
            var held = _current;
            try
            {
                if (OpenNewer(held) is { } newer)
                {
                    _current = newer;
                    Retire(held);
                }
            }
            catch (DamagedIndexException e) when (held is null)
            {
                throw _folder.Damaged(e);
            }
            catch (Exception e) when (held is not null && e is DamagedIndexException or IndexFolderException)
            {
                // The generation held is still whole: its files are open.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_refreshing)
        {
            if (!_disposed)
            {
                _disposed = true;
                _current?.Reader.DecRef();
                _current = null;
                _closing?.Dispose();
                Keep([], _kept);
            }
        }
    }

    /// <summary>Keeps a generation that another has followed, if it answered a search; otherwise lets go of it.</summary>
    private void Retire(SearchGeneration? generation)
    {
        if (generation?.IsServed != true)
        {
            generation?.Reader.DecRef();
            return;
        }

        generation.Retire();
        Kept[] all = [.. _kept, new Kept(generation, _clock.GetTimestamp())];
        var tooMany = Math.Max(0, all.Length - MostKept);
        Keep(all[tooMany..], all[..tooMany]);
        _closing ??= _clock.CreateTimer(_ => CloseOutdated(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _closing.Change(KeptFor, KeptFor);
    }

    private void CloseOutdated()
    {
        lock (_refreshing)
        {
            var byAge = _kept.ToLookup(k => _clock.GetElapsedTime(k.Since) >= KeptFor);
            Keep([.. byAge[false]], [.. byAge[true]]);
            if (_kept.Length == 0 && !_disposed)
            {
                _closing?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Keep(Kept[] kept, Kept[] closed)
    {
        _kept = kept;
        foreach (var generation in closed)
        {
            generation.Generation.Reader.DecRef();
        }
    }

    private SearchGeneration? OpenNewer(SearchGeneration? held)
    {
        var open = held is not null && _folder.Current == held.Folder ? Reopen(held) : _folder.Open();
        if (open is null)
        {
            return null;
        }

        try
        {
            var commit = CommitData.Of(open.Reader.IndexCommit);
            if (_analyzer?.Name != commit.Analyzer)
            {
                _analyzer = CurrentIndex.AnalyzerOf(commit, options.IndexPath);
            }

            if (commit.Fingerprint != new Fingerprint(_analyzer.Fingerprint).ToString())
            {
                throw IndexFolderException.Outdated(options.IndexPath);
            }

            return new SearchGeneration(open.Reader, open.Folder, _analyzer, _caches);
        }
        catch (Exception e)
        {
            open.Reader.Dispose();
            if (e is not IndexFolderException && DamagedIndexException.ExplainsReading(e))
            {
                throw new DamagedIndexException(OneLine.Of(e), e);
            }

            throw;
        }
    }

    private static OpenIndex? Reopen(SearchGeneration held)
    {
        try
        {
            return DirectoryReader.OpenIfChanged(held.Reader) is { } reader ? new OpenIndex(reader, held.Folder) : null;
        }
        catch (Exception e) when (DamagedIndexException.ExplainsReading(e) || e is IOException or UnauthorizedAccessException)
        {
            throw new DamagedIndexException(OneLine.Of(e), e);
        }
    }

    /// <summary>A generation that another has followed.</summary>
    /// <param name="Generation">The generation.</param>
    /// <param name="Since">The clock's timestamp of when it was followed.</param>
    private sealed record Kept(SearchGeneration Generation, long Since);

    /// <summary>The right to use a generation until disposed.</summary>
    public readonly struct Lease(SearchGeneration generation) : IDisposable
    {
        /// <summary>The generation.</summary>
        public SearchGeneration Generation { get; } = generation;

        /// <inheritdoc/>
        public void Dispose() => Generation.Reader.DecRef();
    }
}
