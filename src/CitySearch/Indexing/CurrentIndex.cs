using CitySearch.Analysis;
using CitySearch.Indexing.Scanning;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Indexing;

/// <summary>What the index in use says of itself and of the files it was read from.</summary>
/// <param name="Folder">The full path of the Lucene index.</param>
/// <param name="Commit">The last commit's data.</param>
/// <param name="CommittedTicks">When it was committed, in UTC ticks.</param>
/// <param name="FileNames">The names of its own files.</param>
/// <param name="Files">The files it knows, by path; of a part of the corpus, those that lie in it.</param>
internal sealed record CurrentIndex(string Folder, CommitData Commit, long CommittedTicks, IReadOnlyCollection<string> FileNames, Dictionary<string, FileRecord> Files)
{
    /// <summary>How many articles the index has of files that are not among <see cref="Files"/>.</summary>
    public int OtherArticles(ScanScope scope) => scope.IsWhole ? 0 : Commit.Totals.Articles - Files.Values.Sum(file => file.Articles.Count);

    /// <summary>Reads the index in use, or returns <see langword="null"/> when there is none.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="scope">The part of the corpus whose files to read; <see langword="null"/> for all.</param>
    /// <exception cref="DamagedIndexException">It cannot be read as an index.</exception>
    /// <exception cref="IndexFolderException">The folder cannot be read.</exception>
    public static CurrentIndex? Read(IndexFolder folder, ScanScope? scope = null)
    {
        if (folder.Open() is not { } open)
        {
            return null;
        }

        using var reader = open.Reader;
        try
        {
            var commit = reader.IndexCommit;
            var committed = File.GetLastWriteTimeUtc(Path.Combine(open.Folder, commit.SegmentsFileName));
            return new CurrentIndex(open.Folder, CommitData.Of(commit), committed.Ticks, [.. commit.FileNames], scope is null or { IsWhole: true } ? ReadFiles(reader) : ReadFiles(reader, scope.Paths()));
        }
        catch (Exception e) when (DamagedIndexException.ExplainsReading(e))
        {
            throw new DamagedIndexException(OneLine.Of(e), e);
        }
    }

    /// <summary>
    /// Reads every file of the index and says what is damaged first, or <see langword="null"/>: an index is not added to
    /// before all of it is known to be what was written.
    /// </summary>
    /// <param name="folder">The folder it is in.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IndexFolderException">The machine refuses to read a file.</exception>
    public string? FindDamage(IndexFolder folder, CancellationToken cancellationToken)
    {
        foreach (var name in FileNames.Order(StringComparer.Ordinal))
        {
            try
            {
                using var file = SealedFile.Open(Path.Combine(Folder, name));
                if (file.FindDamage(cancellationToken) is { } damage)
                {
                    return damage;
                }
            }
            catch (Exception e) when (DamagedIndexException.Explains(e))
            {
                return OneLine.Of(e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw folder.Unreadable(e);
            }
        }

        return null;
    }

    /// <summary>The analyzer that an index was built with.</summary>
    /// <param name="commit">What the index says of itself.</param>
    /// <param name="path">The index folder as the user gave it, for the message.</param>
    /// <exception cref="IndexFolderException">It is not there.</exception>
    public static AnalyzerChoice AnalyzerOf(CommitData commit, string path)
    {
        try
        {
            return AnalyzerCatalog.Get(commit.Analyzer);
        }
        catch (AnalyzerException e)
        {
            throw IndexFolderException.ForeignAnalyzer(path, commit.Analyzer, e);
        }
    }

    private static Dictionary<string, FileRecord> ReadFiles(DirectoryReader reader)
    {
        var files = new Dictionary<string, FileRecord>(StringComparer.Ordinal);
        foreach (var context in reader.Leaves)
        {
            ReadFiles(context.AtomicReader, files);
        }

        return files;
    }

    /// <summary>Reads the records of the files in a segment.</summary>
    internal static void ReadFiles(AtomicReader leaf, Dictionary<string, FileRecord> files)
    {
        var slots = leaf.GetNumericDocValues(IndexSchema.Slot);
        for (var doc = 0; doc < leaf.MaxDoc; doc++)
        {
            if (slots.Get(doc) == IndexSchema.FileSlot && leaf.LiveDocs?.Get(doc) != false)
            {
                var record = StoredRecords.Read(leaf, doc, IndexSchema.FileRecord, StoredRecords.File);
                files[record.Path] = record;
            }
        }
    }

    /// <summary>Reads the records of some files, and of all files in some folders, without a look at the others.</summary>
    private static Dictionary<string, FileRecord> ReadFiles(DirectoryReader reader, IEnumerable<string> paths)
    {
        var found = new AllDocumentsCollector();
        var searcher = new IndexSearcher(reader);
        foreach (var path in paths)
        {
            searcher.Search(new TermQuery(new Term(IndexSchema.FileKey, path)), found);
            searcher.Search(new PrefixQuery(new Term(IndexSchema.FileKey, path + "/")), found);
        }

        return found.Documents.Select(id => StoredRecords.Read(reader, id, IndexSchema.FileRecord, StoredRecords.File)).ToDictionary(record => record.Path, StringComparer.Ordinal);
    }
}
