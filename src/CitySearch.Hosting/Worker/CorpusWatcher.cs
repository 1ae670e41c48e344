using CitySearch.Corpus;

namespace CitySearch.Hosting.Worker;

/// <summary>
/// Tells of changes in a corpus folder as the system tells of them, for as long as it does. Where it tells only that
/// something was lost, or the folder itself has been taken away or put in another's place, the watcher is at its end.
/// </summary>
internal sealed class CorpusWatcher : IDisposable
{
    // Folders in which other programs write much, and which are ignored unless a rule takes that back; then scans must do.
    private static readonly string[] Noisy = [".git", "node_modules"];

    // The most that Windows can be asked for; elsewhere the system has its own.
    private const int BufferSize = 64 << 10;

    private readonly string _root;
    private readonly string _indexPath;
    private readonly ArticleReaders _readers;
    private readonly Action<string> _changed;
    private readonly Action<Exception?> _ended;
    private readonly FileSystemWatcher _watcher;
    private readonly FileSystemWatcher? _parent;

    /// <summary>Begins to watch.</summary>
    /// <param name="root">The full path of the corpus folder.</param>
    /// <param name="indexPath">The full path of the index folder, whose changes are nobody's.</param>
    /// <param name="readers">What files matter.</param>
    /// <param name="changed">Told the path below the corpus folder of each change, from any thread.</param>
    /// <param name="ended">Told once or oftener that the watcher is at its end, and why when it is an error.</param>
    /// <exception cref="IOException">The system has no more watches to give.</exception>
    /// <exception cref="ArgumentException">The folder is not there.</exception>
    public CorpusWatcher(string root, string indexPath, ArticleReaders readers, Action<string> changed, Action<Exception?> ended)
    {
        (_root, _indexPath, _readers, _changed, _ended) = (root, indexPath, readers, changed, ended);
        // What the system watches is the folder, not the link to it.
        var folder = new DirectoryInfo(root).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? root;
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
            InternalBufferSize = BufferSize,
        };
        try
        {
            _watcher.Created += (_, e) => Tell(e.Name);
            _watcher.Deleted += (_, e) => Tell(e.Name);
            _watcher.Changed += (_, e) => TellWritten(e);
            _watcher.Renamed += (_, e) =>
            {
                Tell(e.OldName);
                Tell(e.Name);
            };
            _watcher.Error += (_, e) => _ended(e.GetException());
            _watcher.EnableRaisingEvents = true;
            _parent = WatchParent();
        }
        catch
        {
            _watcher.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher.Dispose();
        _parent?.Dispose();
    }

    /// <summary>Sees the folder itself go or be replaced, of which its own watch says nothing.</summary>
    private FileSystemWatcher? WatchParent()
    {
        if (Path.GetDirectoryName(_root) is not { } parent)
        {
            return null;
        }

        var watcher = new FileSystemWatcher(parent) { NotifyFilter = NotifyFilters.DirectoryName | NotifyFilters.FileName };
        void End(string? name)
        {
            if (name == Path.GetFileName(_root))
            {
                _ended(null);
            }
        }

        watcher.Created += (_, e) => End(e.Name);
        watcher.Deleted += (_, e) => End(e.Name);
        watcher.Renamed += (_, e) =>
        {
            End(e.OldName);
            End(e.Name);
        };
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            watcher.Dispose();
            return null;
        }
    }

    /// <summary>A folder is written whenever something in it comes or goes, of which there is other news; a file that nobody reads is no news.</summary>
    private void TellWritten(FileSystemEventArgs e)
    {
        if (Path.GetFileName(e.Name) is { } name && (_readers.For(name) is not null || name == CitySearchOptions.IgnoreFileName) && !Directory.Exists(e.FullPath))
        {
            Tell(e.Name);
        }
    }

    private void Tell(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return;
        }

        var full = Path.Combine(_root, name);
        var path = name.Replace(Path.DirectorySeparatorChar, '/');
        if (full != _indexPath && !full.StartsWith(_indexPath + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !path.Split('/').Intersect(Noisy).Any())
        {
            _changed(path);
        }
    }
}
