using CitySearch.Indexing;
using Lucene.Net.Index;

namespace CitySearch.Searching;

/// <summary>
/// Holds the newest generation open. Searches lease it; a generation that has been followed by another is closed when
/// its last search has ended.
/// </summary>
internal sealed class GenerationHolder(CitySearchOptions options) : IDisposable
{
    // A commit of another process is seen at latest this long after it.
    private static readonly TimeSpan LookAfter = TimeSpan.FromMilliseconds(500);

    private readonly PostingsCache _cache = new(options.PostingsCacheBytes);
    private readonly Lock _refreshing = new();
    private volatile SearchGeneration? _current;
    private long _lookedAt = Environment.TickCount64 - (long)LookAfter.TotalMilliseconds;
    private bool _disposed;

    /// <summary>Leases the newest generation; the lease must be disposed.</summary>
    /// <exception cref="IndexFolderException">There is no index, or it cannot be opened.</exception>
    public Lease Acquire()
    {
        if (_current is null || Environment.TickCount64 - Volatile.Read(ref _lookedAt) >= LookAfter.TotalMilliseconds)
        {
            Refresh();
        }

        while (true)
        {
            var generation = _current ?? throw new IndexFolderException($"there is no index in {options.IndexPath}; build it with: citysearch index");
            if (generation.Reader.TryIncRef())
            {
                return new Lease(generation);
            }
        }
    }

    /// <summary>Opens the newest generation when there is one newer than the one held.</summary>
    public void Refresh()
    {
        lock (_refreshing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            Volatile.Write(ref _lookedAt, Environment.TickCount64);
            var folder = new IndexFolder(options.IndexPath).Current;
            if (folder is null)
            {
                return;
            }

            var held = _current;
            try
            {
                var reader = held?.Folder == folder ? DirectoryReader.OpenIfChanged(held.Reader) : DirectoryReader.Open(new DurableDirectory(folder));
                if (reader is not null)
                {
                    _current = new SearchGeneration(reader, folder, _cache);
                    held?.Reader.DecRef();
                }
            }
            catch (Exception e) when (held is not null && e is IOException or System.IO.DirectoryNotFoundException)
            {
                // Swapped away between looking and opening: the next look finds its successor.
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

    /// <summary>The right to use a generation until disposed.</summary>
    public readonly struct Lease(SearchGeneration generation) : IDisposable
    {
        /// <summary>The generation.</summary>
        public SearchGeneration Generation { get; } = generation;

        /// <inheritdoc/>
        public void Dispose() => Generation.Reader.DecRef();
    }
}
