using Lucene.Net.Index;
using Lucene.Net.Store;

namespace CitySearch.Indexing;

/// <summary>Reads what can still be read of a damaged index: its segments one by one.</summary>
internal static class SoundSegments
{
    /// <summary>What those segments say of the index and its files, or <see langword="null"/> when nothing can be read.</summary>
    public static CurrentIndex? Read(IndexFolder folder)
    {
        try
        {
            if (folder.Current is not { } current || Open(current) is not { } sound)
            {
                return null;
            }

            using var reader = sound.Reader;
            var files = new Dictionary<string, FileRecord>(StringComparer.Ordinal);
            foreach (var context in reader.Leaves)
            {
                try
                {
                    CurrentIndex.ReadFiles(context.AtomicReader, files);
                }
                catch (Exception e) when (DamagedIndexException.ExplainsReading(e))
                {
                    // The records read so far are good, and those of other segments may be.
                }
            }

            return new CurrentIndex(current, CommitData.Of(sound.UserData), 0, [], files);
        }
        catch (DamagedIndexException)
        {
            return null;
        }
    }

    /// <summary>Opens those segments of an index that can be opened, or returns <see langword="null"/> when its list of segments cannot be read.</summary>
    /// <param name="folder">The full path of the Lucene index.</param>
    public static (IndexReader Reader, IDictionary<string, string> UserData)? Open(string folder)
    {
        try
        {
            var directory = new DurableDirectory(folder);
            var infos = new SegmentInfos();
            infos.Read(directory);
            var segments = new List<IndexReader>();
            foreach (var info in infos.Segments)
            {
                try
                {
                    segments.Add(new SegmentReader(info, DirectoryReader.DEFAULT_TERMS_INDEX_DIVISOR, IOContext.READ));
                }
                catch (Exception e) when (DamagedIndexException.ExplainsReading(e))
                {
                    // The others may be whole.
                }
            }

            return (new MultiReader([.. segments], closeSubReaders: true), infos.UserData);
        }
        catch (Exception e) when (DamagedIndexException.ExplainsReading(e))
        {
            return null;
        }
    }
}
