namespace CitySearch.Hosting.Worker;

/// <summary>
/// The files and folders that are said to have changed and have not been indexed yet. A file is ready when its length
/// and time have stood still for a moment, so that one that is being written is not read half; a folder, when every file
/// in it is that is waiting too.
/// </summary>
/// <param name="root">The full path of the corpus folder.</param>
/// <param name="options">The times.</param>
/// <param name="clock">The time.</param>
internal sealed class PendingChanges(string root, WorkerOptions options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>How long there is nothing to look at: until a file can have stood still, or is to be tried again.</summary>
    public TimeSpan? UntilNextLook()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            // Three looks show that a file stands still.
            return _entries.Count == 0 ? null
                : _entries.Values.Min(entry => entry.NotBefore) is var next && next > now ? next - now
                : options.SettleDelay / 3;
        }
    }

    /// <summary>Takes note of a change.</summary>
    /// <param name="path">The path below the corpus folder, with forward slashes.</param>
    /// <returns>Whether it is the only one now.</returns>
    public bool Add(string path)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var began = _entries.TryGetValue(path, out var known) && known.NotBefore <= now ? known.Began : now;
            _entries[path] = new Entry(State.Of(root, path), began, Since: now, NotBefore: now);
            return _entries.Count == 1;
        }
    }

    /// <summary>Takes note of what is to be tried again, unless it changes before.</summary>
    public void AddLater(string path, TimeSpan delay)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            _entries.TryAdd(path, new Entry(State.Of(root, path), now, now, now + delay));
        }
    }

    /// <summary>Takes out those that are ready.</summary>
    public IReadOnlyList<string> TakeReady()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var ready = new List<string>();
            var folders = new List<string>();
            foreach (var (path, entry) in _entries.Where(e => e.Value.NotBefore <= now).ToList())
            {
                var state = State.Of(root, path);
                if (state != entry.State)
                {
                    _entries[path] = entry with { State = state, Since = now };
                }

                if (now - _entries[path].Since >= options.SettleDelay || now - entry.Began >= options.LongestSettling)
                {
                    (state.IsFolder ? folders : ready).Add(path);
                }
            }

            ready.ForEach(path => _entries.Remove(path));
            foreach (var folder in folders)
            {
                if (now - _entries[folder].Began >= options.LongestSettling || !_entries.Keys.Any(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && !folders.Contains(path)))
                {
                    ready.Add(folder);
                }
            }

            ready.ForEach(path => _entries.Remove(path));
            return ready;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }

    /// <summary>A change that waits.</summary>
    /// <param name="State">What was on disk when it was last looked at.</param>
    /// <param name="Began">When it was first told of.</param>
    /// <param name="Since">Since when the state has been the same.</param>
    /// <param name="NotBefore">When it may be ready at the earliest.</param>
    private readonly record struct Entry(State State, DateTimeOffset Began, DateTimeOffset Since, DateTimeOffset NotBefore);

    /// <summary>What is on disk under a path. What is in a folder changes its time, which is no change of the folder itself.</summary>
    private readonly record struct State(bool IsThere, bool IsFolder, long Length, DateTime Time)
    {
        public static State Of(string root, string path)
        {
            try
            {
                var file = new FileInfo(Path.Combine(root, path));
                return file.Exists ? new State(true, false, file.Length, file.LastWriteTimeUtc) : Directory.Exists(file.FullName) ? new State(true, true, 0, default) : default;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return default;
            }
        }
    }
}
