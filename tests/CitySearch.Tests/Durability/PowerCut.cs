namespace CitySearch.Tests.Durability;

/// <summary>What becomes of the names of files and folders that were changed and not synced.</summary>
internal enum UnsyncedNames
{
    /// <summary>They are as they were at the last sync of their folder.</summary>
    Lost,

    /// <summary>All changes were written all the same.</summary>
    Kept,

    /// <summary>Some were and some were not, in any order.</summary>
    Mixed,
}

/// <summary>What becomes of bytes that were written and not synced.</summary>
internal enum UnsyncedBytes
{
    /// <summary>The file ends before them.</summary>
    Lost,

    /// <summary>The file has its length; they are zero.</summary>
    Zero,

    /// <summary>The file ends somewhere among them, or they are noise from there on.</summary>
    Torn,

    /// <summary>They were written all the same.</summary>
    Kept,
}

/// <summary>
/// What a disk holds after a power cut, by what POSIX promises and no more: the bytes of a file as of its last sync, the
/// names in a folder as of its last sync, and of everything later any part.
/// </summary>
internal sealed class PowerCut
{
    private readonly string _root;
    private readonly Dictionary<string, Content> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Content> _syncedFiles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _syncedFolders = new(StringComparer.Ordinal);
    private readonly List<(string Folder, Action<Names> Change)> _unsynced = [];

    public PowerCut(string root) => _root = root;

    /// <summary>The last generation that the indexer has said to be committed.</summary>
    public long Committed { get; private set; }

    /// <summary>Makes a change, in the memory of the system.</summary>
    public void Apply(DiskChange change)
    {
        switch (change)
        {
            case DiskChange.Created(var path):
                // A file that is there is emptied: the name stays what it was, the bytes are gone at once or never.
                var created = new Content();
                Rename(path, names => names.Files[path] = created);
                break;
            case DiskChange.Written(var path, var bytes):
                _files[path].Bytes.AddRange(bytes);
                break;
            case DiskChange.Synced(var path):
                _files[path].Synced = _files[path].Bytes.Count;
                break;
            case DiskChange.Renamed(var from, var to):
                var moved = _files[from];
                Rename(to, names =>
                {
                    names.Files.Remove(from);
                    names.Files[to] = moved;
                });
                break;
            case DiskChange.Deleted(var path):
                Rename(path, names => names.Files.Remove(path));
                break;
            case DiskChange.FolderCreated(var path):
                Rename(path, names => names.Folders.Add(path));
                break;
            case DiskChange.FolderDeleted(var path, var files):
                foreach (var file in files)
                {
                    Rename(file, names => names.Files.Remove(file));
                }

                Rename(path, names => names.Folders.Remove(path));
                break;
            case DiskChange.FolderSynced(var path):
                foreach (var (_, unsynced) in _unsynced.Where(u => u.Folder == path))
                {
                    unsynced(new Names(_syncedFiles, _syncedFolders));
                }

                _unsynced.RemoveAll(u => u.Folder == path);
                break;
            case DiskChange.Committed(var generation):
                Committed = generation;
                break;
        }
    }

    /// <summary>What is on disk after a cut now, by path.</summary>
    public SortedDictionary<string, byte[]> After(UnsyncedNames names, UnsyncedBytes bytes, Random random)
    {
        var files = new Dictionary<string, Content>(_syncedFiles, StringComparer.Ordinal);
        var folders = new HashSet<string>(_syncedFolders, StringComparer.Ordinal);
        foreach (var (_, change) in _unsynced)
        {
            if (names == UnsyncedNames.Kept || (names == UnsyncedNames.Mixed && random.Next(2) == 0))
            {
                change(new Names(files, folders));
            }
        }

        // What is in a folder that is not there is not there.
        var disk = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (path, content) in files.Where(f => Path.GetDirectoryName(f.Key) is { } folder && (folder == _root || folders.Contains(folder))))
        {
            disk[path] = content.After(bytes, random);
        }

        return disk;
    }

    private void Rename(string path, Action<Names> change)
    {
        change(new Names(_files, _folders));
        _unsynced.Add((Path.GetDirectoryName(path)!, change));
    }

    private sealed record Names(Dictionary<string, Content> Files, HashSet<string> Folders);

    private sealed class Content
    {
        public List<byte> Bytes { get; } = [];

        public int Synced { get; set; }

        public byte[] After(UnsyncedBytes rule, Random random)
        {
            byte[] all = [.. Bytes];
            switch (rule)
            {
                case UnsyncedBytes.Lost:
                    return all[..Synced];
                case UnsyncedBytes.Zero:
                    all.AsSpan(Synced).Clear();
                    return all;
                case UnsyncedBytes.Torn:
                    var kept = random.Next(Synced, all.Length + 1);
                    if (random.Next(2) == 0)
                    {
                        return all[..kept];
                    }

                    random.NextBytes(all.AsSpan(kept));
                    return all;
                default:
                    return all;
            }
        }
    }
}
