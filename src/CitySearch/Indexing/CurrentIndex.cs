using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>What the index in use says of itself and of the files it was read from.</summary>
/// <param name="Commit">The last commit's data.</param>
/// <param name="CommittedTicks">When it was committed, in UTC ticks.</param>
/// <param name="Files">The files it knows, by path.</param>
internal sealed record CurrentIndex(CommitData Commit, long CommittedTicks, Dictionary<string, FileRecord> Files)
{
    /// <summary>Reads the index in use, or returns <see langword="null"/> when there is none.</summary>
    public static CurrentIndex? Read(IndexFolder folder)
    {
        if (folder.Current is not { } current)
        {
            return null;
        }

        using var directory = new DurableDirectory(current);
        using var reader = DirectoryReader.Open(directory);
        var files = new Dictionary<string, FileRecord>(StringComparer.Ordinal);
        foreach (var context in reader.Leaves)
        {
            var leaf = context.AtomicReader;
            var slots = leaf.GetNumericDocValues(IndexSchema.Slot);
            for (var doc = 0; doc < leaf.MaxDoc; doc++)
            {
                if (slots.Get(doc) == IndexSchema.FileSlot && leaf.LiveDocs?.Get(doc) != false)
                {
                    var record = StoredRecords.Read(leaf.Document(doc), IndexSchema.FileRecord, StoredRecords.File);
                    files[record.Path] = record;
                }
            }
        }

        var committed = File.GetLastWriteTimeUtc(Path.Combine(current, reader.IndexCommit.SegmentsFileName));
        return new CurrentIndex(CommitData.Of(reader.IndexCommit), committed.Ticks, files);
    }
}
