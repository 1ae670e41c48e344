using System.Diagnostics.CodeAnalysis;
using CitySearch.Analysis;
using CitySearch.Corpus;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CitySearch.Indexing;

/// <summary>
/// One writer on one Lucene index, from opening to commit. Articles may be put from several threads at once; nothing
/// is visible before <see cref="Commit"/>, and what was not committed is as if it had not been.
/// </summary>
internal sealed class IndexSession : IDisposable
{
    // Indexing takes a few times as much memory. Twice the buffer made a run over 40,000 files a sixth faster.
    private const double WriteBufferMegabytes = 16;
    private const long LockTimeoutMilliseconds = 500;

    // An index that was built at once is left as one segment unless it has more bytes than this: over seven segments, searches took an
    // eighth to a fifth more time. Merging costs a tenth of the time of building, and the index's size again on disk meanwhile.
    private const long MostMerged = 2L << 30;

    private readonly DurableDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly ReferenceLedger _references;
    private readonly string _analyzer;

    /// <summary>Opens the index in a folder for writing, making it when it is not there.</summary>
    /// <exception cref="IndexFolderException">Another process is writing to it.</exception>
    public IndexSession(string folder, AnalyzerChoice analyzer, FileOperations? files = null)
    {
        _directory = new DurableDirectory(folder, files);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer.Index)
        {
            Similarity = new ExactLengthSimilarity(),
            RAMBufferSizeMB = WriteBufferMegabytes,
            WriteLockTimeout = LockTimeoutMilliseconds,
            // Merges run where they fall due, before the commit that holds them. In threads of their own, their errors
            // reach nobody, and a long one is thrown away when a short session ends, session after session.
            MergeScheduler = new SerialMergeScheduler(),
        };
        try
        {
            _writer = new IndexWriter(_directory, config);
        }
        catch (LockObtainFailedException e)
        {
            _directory.Dispose();
            throw IndexFolderException.Busy(folder, e);
        }
        catch
        {
            _directory.Dispose();
            throw;
        }

        _references = new ReferenceLedger(_writer);
        _analyzer = analyzer.Name;
    }

    /// <summary>Puts an article in the place of whatever has its id.</summary>
    /// <param name="article">The article.</param>
    /// <param name="isNew">Whether nothing of the article can be in the index.</param>
    /// <param name="error">Why the article cannot be indexed, in one line. Then whatever had its id is still there.</param>
    /// <returns>Whether the article was put.</returns>
    /// <exception cref="IOException">The index cannot be written; the session is over.</exception>
    public bool TryPut(Article article, bool isNew, [NotNullWhen(false)] out string? error)
    {
        try
        {
            var block = ArticleDocuments.Of(article);
            if (isNew)
            {
                _writer.AddDocuments(block);
            }
            else
            {
                _writer.UpdateDocuments(new Term(IndexSchema.Article, article.Id), block);
            }
        }
        catch (Exception e) when (!IsFatal(e))
        {
            // Lucene takes back the whole block of a document that it or the analyzer refuses, and goes on.
            error = OneLine.Of(e);
            return false;
        }

        _references.Replace(article.Id, isNew, article.References.Select(r => new ReferenceEntry(article.Id, article.Title, r.Label, r.Line, r.Reference, article.IsBibliography)));
        error = null;
        return true;
    }

    /// <summary>Removes an article and its citations.</summary>
    public void Remove(string articleId)
    {
        _writer.DeleteDocuments(new Term(IndexSchema.Article, articleId));
        _references.Replace(articleId, isNew: false, []);
    }

    /// <summary>Records what is known of a file.</summary>
    public void Put(FileRecord file)
    {
        var document = new Document
        {
            new NumericDocValuesField(IndexSchema.Slot, IndexSchema.FileSlot),
            ArticleDocuments.ExactField(IndexSchema.FileKey, file.Path),
            StoredRecords.Field(IndexSchema.FileRecord, file, StoredRecords.File),
        };
        _writer.UpdateDocument(new Term(IndexSchema.FileKey, file.Path), document);
    }

    /// <summary>Forgets a file. Its articles are removed one by one by whoever knows them.</summary>
    public void RemoveFile(string path) => _writer.DeleteDocuments(new Term(IndexSchema.FileKey, path));

    /// <summary>Makes everything since the last commit durable and visible, as one.</summary>
    /// <param name="generation">The number of the new generation.</param>
    /// <param name="fingerprint">What the index is built with.</param>
    /// <param name="articles">How many articles and bibliographies the index must hold: those of all its files.</param>
    /// <param name="isBuilt">Whether the index was built at once.</param>
    /// <exception cref="DamagedIndexException">It holds another number; nothing is committed.</exception>
    public IndexTotals Commit(long generation, string fingerprint, int articles, bool isBuilt)
    {
        _references.Flush();
        IndexTotals totals;
        using (var reader = DirectoryReader.Open(_writer, applyAllDeletes: true))
        {
            totals = PriorUpdate.Run(reader, _writer);
        }

        if (totals.Articles + totals.Bibliographies != articles)
        {
            throw new DamagedIndexException($"it holds {totals.Articles + totals.Bibliographies} articles where its files have {articles}");
        }

        if (isBuilt && _directory.Directory.EnumerateFiles().Sum(file => file.Length) <= MostMerged)
        {
            _writer.ForceMerge(1);
        }

        // Set before every commit: Lucene.Net forgets it when segments are replaced.
        _writer.SetCommitData(new CommitData(generation, fingerprint, _analyzer, totals).ToUserData());
        _writer.Commit();
        return totals;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            // Rollback, not Dispose: Dispose would commit what nobody asked to commit, and leaks the lock when it fails.
            _writer.Rollback();
        }
        finally
        {
            _directory.Dispose();
        }
    }

    private static bool IsFatal(Exception e) =>
        e is IOException or UnauthorizedAccessException or ObjectDisposedException or OutOfMemoryException or OperationCanceledException or MergePolicy.MergeException;
}
