using System.Globalization;
using CitySearch.Corpus;
using CitySearch.Corpus.References;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Indexing;

/// <summary>
/// Keeps one reference document for each cited work while articles come and go. References that may be the same work
/// fall into one bucket; a bucket that an article touches is clustered anew from all its entries and replaced as one
/// block, so the result depends on the entries alone, never on the order in which articles arrived.
/// </summary>
internal sealed class ReferenceLedger(IndexWriter writer) : IDisposable
{
    // Held in memory between flushes; about 1 KB each.
    private const int MostPendingEntries = 50_000;

    // Lucene refuses terms of more than 32,766 bytes; no true key comes near.
    private const int LongestKey = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<ReferenceEntry>> _pending = [];
    private readonly Dictionary<string, HashSet<string>> _pendingBuckets = [];
    private int _pendingEntries;
    private DirectoryReader? _reader;

    /// <summary>Makes an article's reference list the given one.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="isNew">Whether nothing of the article can be in the index.</param>
    /// <param name="entries">Its entries; empty removes the article from all references.</param>
    public void Replace(string article, bool isNew, IEnumerable<ReferenceEntry> entries)
    {
        lock (_lock)
        {
            if (!isNew)
            {
                foreach (var bucket in BucketsCitedBy(article).Union(_pendingBuckets.GetValueOrDefault(article) ?? []))
                {
                    EntriesOf(bucket).RemoveAll(e => e.Article == article);
                }
            }

            var buckets = new HashSet<string>();
            foreach (var entry in entries)
            {
                var bucket = WorkIdentity.BucketKey(entry.Reference);
                EntriesOf(bucket).Add(entry);
                buckets.Add(bucket);
                _pendingEntries++;
            }

            _pendingBuckets[article] = buckets;

            if (_pendingEntries >= MostPendingEntries)
            {
                Flush();
            }
        }
    }

    /// <summary>Writes what is pending to the writer; it becomes visible with the writer's commit.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            foreach (var (bucket, entries) in _pending)
            {
                var term = new Term(IndexSchema.Bucket, Bounded(bucket));
                if (entries.Count == 0)
                {
                    writer.DeleteDocuments(term);
                }
                else
                {
                    writer.UpdateDocuments(term, DocumentsOf(bucket, entries));
                }
            }

            _pending.Clear();
            _pendingBuckets.Clear();
            _pendingEntries = 0;
            CloseReader();
        }
    }

    /// <summary>Forgets what is pending.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            CloseReader();
        }
    }

    private void CloseReader()
    {
        _reader?.Dispose();
        _reader = null;
    }

    private List<ReferenceEntry> EntriesOf(string bucket)
    {
        if (!_pending.TryGetValue(bucket, out var entries))
        {
            entries = [];
            ForEach(new Term(IndexSchema.Bucket, Bounded(bucket)), document => entries.AddRange(StoredRecords.Read(document, IndexSchema.ReferenceRecord, StoredRecords.Entries)));
            _pending.Add(bucket, entries);
            _pendingEntries += entries.Count;
        }

        return entries;
    }

    private HashSet<string> BucketsCitedBy(string article)
    {
        var buckets = new HashSet<string>();
        ForEach(new Term(IndexSchema.CitedBy, article), document =>
        {
            foreach (var entry in StoredRecords.Read(document, IndexSchema.ReferenceRecord, StoredRecords.Entries))
            {
                buckets.Add(WorkIdentity.BucketKey(entry.Reference));
            }
        });
        return buckets;
    }

    private void ForEach(Term term, Action<Document> action)
    {
        _reader ??= DirectoryReader.Open(writer, applyAllDeletes: true);
        var collector = new AllDocumentsCollector();
        new IndexSearcher(_reader).Search(new TermQuery(term), collector);
        foreach (var id in collector.Documents)
        {
            action(_reader.Document(id));
        }
    }

    /// <summary>A key as a term: whole, or its beginning and a hash of the whole.</summary>
    private static string Bounded(string key) =>
        key.Length <= LongestKey ? key : string.Create(CultureInfo.InvariantCulture, $"{key.AsSpan(0, LongestKey)}…{StableHash.Of(key):x}");

    private static IEnumerable<Document> DocumentsOf(string bucket, List<ReferenceEntry> entries)
    {
        var ordered = entries
            .OrderBy(e => e.Article, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Label, StringComparer.Ordinal).ThenBy(e => e.Reference.Text, StringComparer.Ordinal)
            .ToList();
        foreach (var cluster in WorkIdentity.Cluster([.. ordered.Select(e => e.Reference)]))
        {
            var members = cluster.Select(i => ordered[i]).ToList();
            var merged = WorkIdentity.Merge([.. members.Select(m => m.Reference)]);
            var id = WorkIdentity.Id(bucket, merged);
            var document = new Document
            {
                new NumericDocValuesField(IndexSchema.Slot, IndexSchema.ReferenceSlot),
                new NumericDocValuesField(IndexSchema.Date, merged.Date?.SortKey ?? 0),
                new NumericDocValuesField(IndexSchema.Order, StableHash.Of(id)),
                ArticleDocuments.ExactField(IndexSchema.Bucket, Bounded(bucket)),
                ArticleDocuments.ExactField(IndexSchema.ReferenceId, Bounded(id)),
                ArticleDocuments.AnalysedField(IndexSchema.Reference, merged.Text),
                StoredRecords.Field(IndexSchema.ReferenceRecord, members, StoredRecords.Entries),
            };
            FacetFields.Add(document, "reference", merged.Date, [], merged.Authors, merged.Source, path: null);
            foreach (var article in members.Select(m => m.Article).Distinct())
            {
                document.Add(ArticleDocuments.ExactField(IndexSchema.CitedBy, article));
            }

            yield return document;
        }
    }
}
