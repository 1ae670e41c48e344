using Lucene.Net.Store;

namespace CitySearch.Indexing;

/// <summary>
/// A directory whose commits survive a power cut. Lucene.Net 4.8.0-beta00017 marks a file as ready to sync before its
/// managed buffer is flushed, so a sync at the same time may miss the last bytes and never come again; here the buffer
/// is flushed first. And after the files the folder itself is synced, so that their names are durable too.
/// </summary>
internal class DurableDirectory(string path) : SimpleFSDirectory(new DirectoryInfo(path))
{
    /// <inheritdoc/>
    public override void Sync(ICollection<string> names)
    {
        base.Sync(names);
        SyncNames();
    }

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

    /// <summary>Makes the names of the files durable.</summary>
    protected virtual void SyncNames() => DurableFile.SyncFolder(Directory.FullName);
}
