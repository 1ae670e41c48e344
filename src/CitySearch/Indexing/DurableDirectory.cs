using Lucene.Net.Store;

namespace CitySearch.Indexing;

/// <summary>
/// A directory whose commits survive a power cut. Lucene.Net 4.8.0-beta00017 marks a file as ready to sync before its
/// managed buffer is flushed, so the sync may miss the last bytes; here the buffer is flushed first, and after the
/// files the folder itself is synced, so that their names are durable too.
/// </summary>
internal sealed class DurableDirectory(string path) : SimpleFSDirectory(new DirectoryInfo(path))
{
    /// <inheritdoc/>
    protected override void OnIndexOutputClosed(FSIndexOutput io)
    {
        try
        {
            io.Flush();
        }
        catch (ObjectDisposedException)
        {
            // Already closed, so already flushed.
        }

        base.OnIndexOutputClosed(io);
    }

    /// <inheritdoc/>
    public override void Sync(ICollection<string> names)
    {
        base.Sync(names);
        DurableFile.SyncFolder(Directory.FullName);
    }
}
