using CitySearch.Indexing;

namespace CitySearch.Tests.Durability;

/// <summary>One change of what is on disk.</summary>
internal abstract record DiskChange
{
    public sealed record Created(string Path) : DiskChange;

    public sealed record Written(string Path, byte[] Bytes) : DiskChange;

    public sealed record Synced(string Path) : DiskChange;

    public sealed record Renamed(string From, string To) : DiskChange;

    public sealed record Deleted(string Path) : DiskChange;

    public sealed record FolderCreated(string Path) : DiskChange;

    public sealed record FolderDeleted(string Path, IReadOnlyList<string> Files) : DiskChange;

    public sealed record FolderSynced(string Path) : DiskChange;

    /// <summary>The indexer has said that a generation is committed.</summary>
    public sealed record Committed(long Generation) : DiskChange;
}

/// <summary>
/// Makes every change, and writes down which were made in which order. Only the syncs are not made: what they are for
/// is played by <see cref="PowerCut"/>, and they take most of the time.
/// </summary>
internal sealed class DiskLog : FileOperations
{
    private readonly Lock _lock = new();

    public List<DiskChange> Changes { get; } = [];

    public void Add(DiskChange change)
    {
        lock (_lock)
        {
            Changes.Add(change);
        }
    }

    public override Stream Create(string path)
    {
        Add(new DiskChange.Created(path));
        return new Logged(base.Create(path), path, this);
    }

    public override void Sync(string path) => Add(new DiskChange.Synced(path));

    public override void Rename(string from, string to)
    {
        base.Rename(from, to);
        Add(new DiskChange.Renamed(from, to));
    }

    public override void Delete(string path)
    {
        base.Delete(path);
        Add(new DiskChange.Deleted(path));
    }

    public override void CreateFolder(string path)
    {
        base.CreateFolder(path);
        Add(new DiskChange.FolderCreated(path));
    }

    public override void DeleteFolder(string path)
    {
        var files = Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).ToList();
        base.DeleteFolder(path);
        Add(new DiskChange.FolderDeleted(path, files));
    }

    public override void SyncFolder(string folder) => Add(new DiskChange.FolderSynced(folder));

    private sealed class Logged(Stream inner, string path, DiskLog log) : WriteOnlyStream(inner)
    {
        protected override void WriteAll(ReadOnlySpan<byte> bytes)
        {
            base.WriteAll(bytes);
            log.Add(new DiskChange.Written(path, bytes.ToArray()));
        }
    }
}
