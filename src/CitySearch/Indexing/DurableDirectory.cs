using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace CitySearch.Indexing;

/// <summary>
/// A directory whose commits survive a power cut and whose damage is seen. Every file is sealed (<see cref="SealedFile"/>);
/// a sync makes the contents of files durable, and then their names.
/// </summary>
/// <remarks>
/// None of the directories of Lucene.Net 4.8.0-beta00017 is used. Its <c>FSDirectory</c> marks a file as ready to sync
/// before its managed buffer is flushed, so a sync at the same time may miss the last bytes and never come again; its
/// <c>MMapDirectory</c>, which it chooses on 64-bit systems, races while mapping and ends the process when a mapped file
/// is closed under a search. Here a file is written through to the system before its name is given to anybody, and read
/// by calls that name their offset, by any number of threads without a lock.
/// </remarks>
internal sealed class DurableDirectory : BaseDirectory
{
    private readonly string _path;
    private readonly FileOperations _files;
    private readonly Lazy<NativeFSLockFactory> _locks;
    private readonly ConcurrentDictionary<string, bool> _unsynced = new(StringComparer.Ordinal);

    /// <summary>Makes the directory of a folder that is there.</summary>
    public DurableDirectory(string path, FileOperations? files = null)
    {
        _path = Path.GetFullPath(path);
        _files = files ?? FileOperations.System;
        _locks = new Lazy<NativeFSLockFactory>(() => new NativeFSLockFactory(_path));
    }

    /// <summary>The folder.</summary>
    public DirectoryInfo Directory => new(_path);

    /// <inheritdoc/>
    public override string[] ListAll()
    {
        EnsureOpen();
        return [.. new DirectoryInfo(_path).EnumerateFiles().Select(file => file.Name)];
    }

    /// <inheritdoc/>
    [Obsolete("Lucene itself does not ask any more.")]
    public override bool FileExists(string name)
    {
        EnsureOpen();
        return File.Exists(PathOf(name));
    }

    /// <inheritdoc/>
    public override Lucene.Net.Store.Lock MakeLock(string name) => _locks.Value.MakeLock(name);

    /// <inheritdoc/>
    public override void ClearLock(string name) => _locks.Value.ClearLock(name);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => IsOpen = false;

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        EnsureOpen();
        _unsynced[name] = true;
        return new SealedOutput(_files.Create(PathOf(name)));
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        EnsureOpen();
        var file = OpenSealed(name);
        return new SealedInput(name, file, 0, file.Length, owns: true);
    }

    /// <inheritdoc/>
    public override IndexInputSlicer CreateSlicer(string name, IOContext context)
    {
        EnsureOpen();
        return new Slicer(name, OpenSealed(name));
    }

    /// <inheritdoc/>
    public override long FileLength(string name)
    {
        EnsureOpen();
        using var file = OpenSealed(name);
        return file.Length;
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        EnsureOpen();
        _files.Delete(PathOf(name));
        _unsynced.TryRemove(name, out _);
    }

    /// <inheritdoc/>
    public override void Sync(ICollection<string> names)
    {
        EnsureOpen();
        foreach (var name in names.Where(_unsynced.ContainsKey))
        {
            _files.Sync(PathOf(name));
            _unsynced.TryRemove(name, out _);
        }

        _files.SyncFolder(_path);
    }

    private string PathOf(string name) => Path.Combine(_path, name);

    private SealedFile OpenSealed(string name) => name == IndexFileNames.SEGMENTS_GEN ? OpenHint(name) : SealedFile.Open(PathOf(name));

    /// <summary>
    /// Opens <c>segments.gen</c>: a hint, never needed where folders can be listed, that Lucene does not sync in time. A
    /// damaged one is as good as absent, where Lucene would take the whole index for damaged.
    /// </summary>
    private SealedFile OpenHint(string name)
    {
        SealedFile? file = null;
        try
        {
            file = SealedFile.Open(PathOf(name));
            return file.FindDamage(CancellationToken.None) is { } damage ? throw new CorruptIndexException(damage) : file;
        }
        catch (CorruptIndexException e)
        {
            file?.Dispose();
            throw new FileNotFoundException(e.Message, name, e);
        }
    }

    private sealed class Slicer(string name, SealedFile file) : IndexInputSlicer
    {
        public override IndexInput OpenSlice(string sliceDescription, long offset, long length) =>
            new SealedInput($"{name}({sliceDescription})", file, offset, length, owns: false);

        [Obsolete("Only for reading compound files of Lucene 3.x.")]
        public override IndexInput OpenFullSlice() => new SealedInput(name, file, 0, file.Length, owns: false);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }
        }
    }
}
