using System.Diagnostics.CodeAnalysis;
using CitySearch.Corpus;

namespace CitySearch.Hosting.Worker;

/// <summary>The corpus folder as the worker sees it: whether it is there, and whether the system tells of its changes.</summary>
/// <param name="root">The full path of the corpus folder.</param>
/// <param name="indexPath">The full path of the index folder.</param>
/// <param name="readers">What files matter.</param>
/// <param name="changed">Told the path below the corpus folder of each change, from any thread.</param>
/// <param name="ended">Told, from any thread, that the system tells no more.</param>
internal sealed class WatchedCorpus(string root, string indexPath, ArticleReaders readers, Action<string> changed, Action ended) : IDisposable
{
    private readonly Lock _lock = new();
    private CorpusWatcher? _watcher;
    private bool _hasEnded;
    private Exception? _cause;

    /// <summary>Whether the folder is there.</summary>
    public bool Exists => Directory.Exists(root);

    /// <summary>Whether the system tells of changes.</summary>
    public bool IsWatched => Volatile.Read(ref _watcher) is not null;

    /// <summary>Whether it has been said that the system does not.</summary>
    public bool IsToldLost { get; set; }

    /// <summary>Begins to watch.</summary>
    /// <param name="refusal">Why the system refuses.</param>
    public bool TryWatch([NotNullWhen(false)] out Exception? refusal)
    {
        try
        {
            Volatile.Write(ref _watcher, new CorpusWatcher(root, indexPath, readers, changed, End));
            refusal = null;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            refusal = e;
            return false;
        }
    }

    /// <summary>Whether watching has come to its end since the last time; it has been closed then.</summary>
    /// <param name="cause">The error, if one ended it; nothing when the folder was taken away or replaced.</param>
    public bool TakeEnd(out Exception? cause)
    {
        lock (_lock)
        {
            cause = _cause;
            if (!_hasEnded)
            {
                return false;
            }

            (_hasEnded, _cause) = (false, null);
        }

        Close();
        return true;
    }

    /// <summary>Ends watching.</summary>
    public void Close() => Interlocked.Exchange(ref _watcher, null)?.Dispose();

    /// <inheritdoc/>
    public void Dispose() => Close();

    /// <summary>Takes note, from any thread, that the system tells no more, or has not told all.</summary>
    public void End(Exception? cause)
    {
        lock (_lock)
        {
            (_hasEnded, _cause) = (true, _cause ?? cause);
        }

        ended();
    }
}
