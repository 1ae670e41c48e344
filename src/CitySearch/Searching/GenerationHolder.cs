using CitySearch.Analysis;
using CitySearch.Indexing;
using Lucene.Net.Index;

namespace CitySearch.Searching;

/// <summary>
/// Holds the newest generation open. Searches lease it; a generation that has been followed by another is closed when
/// its last search has ended. Once something is open, searches always have something: while the index folder holds
/// nothing better, they go on with what they have.
/// </summary>
internal sealed class GenerationHolder(CitySearchOptions options) : IGenerationSource, IDisposable
{
    // A commit of another process is seen at latest this long after it.
    private static readonly TimeSpan LookAfter = TimeSpan.FromMilliseconds(500);

    private readonly IndexFolder _folder = new(options.IndexPath);
    private readonly PostingsCache _cache = new(options.PostingsCacheBytes);
    private readonly Lock _refreshing = new();
    private volatile SearchGeneration? _current;
    private AnalyzerChoice? _analyzer;
    private long _lookAt;
    private bool _disposed;

    /// <summary>The decoded postings that all generations share.</summary>
    public PostingsCache Cache => _cache;

    /// <summary>The generation held, without looking for a newer one; <see langword="null"/> before the first is open.</summary>
    public GenerationState? Held => _current?.State;

    /// <inheritdoc/>
    public GenerationState Newest()
    {
        using var lease = Acquire();
        return lease.Generation.State;
    }

    /// <summary>Leases the newest generation; the lease must be disposed.</summary>
    /// <exception cref="IndexFolderException">There is no index, or it cannot be used; the message says what to do.</exception>
    public Lease Acquire()
    {
        if (_current is null || Environment.TickCount64 >= Volatile.Read(ref _lookAt))
        {
            Refresh();
        }

        while (true)
        {
            var generation = _current ?? throw IndexFolderException.Missing(options.IndexPath);
            if (generation.Reader.TryIncRef())
            {
                return new Lease(generation);
            }
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
                    held?.Reader.DecRef();
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
            }
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

            return new SearchGeneration(open.Reader, open.Folder, _analyzer, _cache);
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

    /// <summary>The right to use a generation until disposed.</summary>
    public readonly struct Lease(SearchGeneration generation) : IDisposable
    {
        /// <summary>The generation.</summary>
        public SearchGeneration Generation { get; } = generation;

        /// <inheritdoc/>
        public void Dispose() => Generation.Reader.DecRef();
    }
}
