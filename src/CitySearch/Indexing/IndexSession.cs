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
    private const double WriteBufferMegabytes = 96;
    private const long LockTimeoutMilliseconds = 500;

    // An article's prior in the index may differ from the graph's by this share before it is written again.
    private const double PriorTolerance = 0.01;

    private readonly DurableDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly ReferenceLedger _references;

    /// <summary>Opens the index in a folder for writing, making it when it is not there.</summary>
    /// <exception cref="IndexFolderException">Another process is writing to it.</exception>
    public IndexSession(string folder, AnalyzerChoice analyzer)
    {
        _directory = new DurableDirectory(folder);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer.Index)
        {
            Similarity = new ExactLengthSimilarity(),
            RAMBufferSizeMB = WriteBufferMegabytes,
            WriteLockTimeout = LockTimeoutMilliseconds,
        };
        try
        {
            _writer = new IndexWriter(_directory, config);
        }
        catch (LockObtainFailedException e)
        {
            _directory.Dispose();
            throw new IndexFolderException($"another process is indexing into {folder}; wait until it has finished", e);
        }

        _references = new ReferenceLedger(_writer);
    }

    /// <summary>Puts an article in the place of whatever has its id.</summary>
    /// <param name="article">The article.</param>
    /// <param name="isNew">Whether nothing of the article can be in the index.</param>
    public void Put(Article article, bool isNew)
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

        _references.Replace(article.Id, isNew, article.References.Select(r => new ReferenceEntry(article.Id, article.Title, r.Label, r.Line, r.Reference)));
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
    public IndexTotals Commit(long generation, Fingerprint fingerprint)
    {
        _references.Flush();
        IndexTotals totals;
        using (var reader = DirectoryReader.Open(_writer, applyAllDeletes: true))
        {
            totals = UpdatePriors(reader);
        }

        // Set before every commit: Lucene.Net forgets it when segments are replaced.
        _writer.SetCommitData(new CommitData(generation, fingerprint.ToString(), totals).ToUserData());
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

    private IndexTotals UpdatePriors(DirectoryReader reader)
    {
        var nodes = new List<CitationNode>();
        var heads = new List<(AtomicReader Leaf, int Doc, float Prior)>();
        int sections = 0, references = 0;
        foreach (var context in reader.Leaves)
        {
            var leaf = context.AtomicReader;
            var live = leaf.LiveDocs;
            var slots = leaf.GetNumericDocValues(IndexSchema.Slot);
            var priors = leaf.GetNumericDocValues(IndexSchema.Prior);
            var stored = leaf.GetBinaryDocValues(IndexSchema.Node);
            var bytes = new BytesRef();
            for (var doc = 0; doc < leaf.MaxDoc; doc++)
            {
                if (live is not null && !live.Get(doc))
                {
                    continue;
                }

                var slot = slots.Get(doc);
                sections += slot >= 0 ? 1 : 0;
                references += slot == IndexSchema.ReferenceSlot ? 1 : 0;
                if (slot == 0)
                {
                    stored.Get(doc, bytes);
                    nodes.Add(CitationNode.FromBytes(bytes));
                    heads.Add((leaf, doc, BitConverter.Int32BitsToSingle((int)priors.Get(doc))));
                }
            }
        }

        var ranks = new CitationGraph(nodes).PageRank();
        for (var i = 0; i < ranks.Length; i++)
        {
            var (leaf, doc, prior) = heads[i];
            if (Math.Abs(ranks[i] - prior) > PriorTolerance * prior)
            {
                _writer.UpdateNumericDocValue(new Term(IndexSchema.Head, ArticleId(leaf, doc)), IndexSchema.Prior, BitConverter.SingleToInt32Bits(ranks[i]));
            }
        }

        return new IndexTotals(heads.Count, sections, references);
    }

    private static string ArticleId(AtomicReader leaf, int head) =>
        StoredRecords.Read(leaf.Document(head), IndexSchema.ArticleRecord, StoredRecords.Article).Id;
}
