using CitySearch.Corpus;
using CitySearch.Corpus.References;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Indexing;

/// <summary>
/// Keeps one reference document for each cited work while articles come and go. References that may be the same work are
/// connected by their keys (see <see cref="WorkIdentity.Keys"/>); a group that an article touches is clustered anew from
/// all its entries and replaced as one, so the result depends on the entries alone, never on the order in which articles
/// arrived.
/// </summary>
internal sealed class ReferenceLedger(IndexWriter writer) : IDisposable
{
    // Held in memory between flushes; about 1 KB each.
    private const int MostPendingEntries = 50_000;

    private readonly Lock _lock = new();
    private readonly HashSet<Group> _groups = [];
    private readonly Dictionary<string, Group> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<int> _loaded = [];
    private readonly Dictionary<string, HashSet<string>> _keysOf = new(StringComparer.Ordinal);
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
                foreach (var key in KeysCitedBy(article).Union(_keysOf.GetValueOrDefault(article) ?? []))
                {
                    GroupOf([key]).Entries.RemoveAll(e => e.Article == article);
                }
            }

            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                var keys = WorkIdentity.Keys(entry.Reference);
                GroupOf(keys).Entries.Add(entry);
                own.Add(keys[0]);
                _pendingEntries++;
            }

            _keysOf[article] = own;

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
            foreach (var group in _groups)
            {
                if (group.IsStored)
                {
                    writer.DeleteDocuments([.. group.Keys.Select(key => new Term(IndexSchema.Bucket, key))]);
                }

                if (group.Entries.Count > 0)
                {
                    writer.AddDocuments(DocumentsOf(group.Entries));
                }
            }

            _groups.Clear();
            _byKey.Clear();
            _loaded.Clear();
            _keysOf.Clear();
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

    /// <summary>The pending group of some keys, with everything in the index that they are connected to.</summary>
    private Group GroupOf(IReadOnlyList<string> keys)
    {
        var group = _byKey.GetValueOrDefault(keys[0]) ?? new Group();
        _groups.Add(group);
        var waiting = new Queue<string>(keys);
        while (waiting.TryDequeue(out var key))
        {
            if (_byKey.TryGetValue(key, out var known))
            {
                group = known == group ? group : Union(group, known);
                continue;
            }

            _byKey.Add(key, group);
            group.Keys.Add(key);
            ForEach(new Term(IndexSchema.Bucket, key), (id, document) =>
            {
                if (_loaded.Add(id))
                {
                    group.IsStored = true;
                    foreach (var entry in StoredRecords.Read(document, IndexSchema.ReferenceRecord, StoredRecords.Entries))
                    {
                        group.Entries.Add(entry);
                        _pendingEntries++;
                        foreach (var other in WorkIdentity.Keys(entry.Reference))
                        {
                            waiting.Enqueue(other);
                        }
                    }
                }
            });
        }

        return group;
    }

    private Group Union(Group a, Group b)
    {
        var (kept, taken) = a.Keys.Count >= b.Keys.Count ? (a, b) : (b, a);
        foreach (var key in taken.Keys)
        {
            _byKey[key] = kept;
        }

        kept.Keys.UnionWith(taken.Keys);
        kept.Entries.AddRange(taken.Entries);
        kept.IsStored |= taken.IsStored;
        _groups.Remove(taken);
        return kept;
    }

    /// <summary>A key of each entry of an article in the index.</summary>
    private HashSet<string> KeysCitedBy(string article)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        ForEach(new Term(IndexSchema.CitedBy, article), (_, document) => keys.UnionWith(
            StoredRecords.Read(document, IndexSchema.ReferenceRecord, StoredRecords.Entries).Where(e => e.Article == article).Select(e => WorkIdentity.Keys(e.Reference)[0])));
        return keys;
    }

    private void ForEach(Term term, Action<int, Document> action)
    {
        _reader ??= DirectoryReader.Open(writer, applyAllDeletes: true);
        var collector = new AllDocumentsCollector();
        new IndexSearcher(_reader).Search(new TermQuery(term), collector);
        foreach (var id in collector.Documents)
        {
            action(id, _reader.Document(id));
        }
    }

    private static IEnumerable<Document> DocumentsOf(List<ReferenceEntry> entries)
    {
        var ordered = entries
            .OrderBy(e => e.Article, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Label, StringComparer.Ordinal).ThenBy(e => e.Reference.Text, StringComparer.Ordinal)
            .ToList();
        foreach (var cluster in WorkIdentity.Cluster([.. ordered.Select(e => e.Reference)]))
        {
            var members = cluster.Select(i => ordered[i]).ToList();
            var merged = WorkIdentity.Merge([.. members.Select(m => m.Reference)]);
            var id = WorkIdentity.Id(merged);
            var document = new Document
            {
                new NumericDocValuesField(IndexSchema.Slot, IndexSchema.ReferenceSlot),
                new NumericDocValuesField(IndexSchema.Date, merged.Date?.SortKey ?? 0),
                new NumericDocValuesField(IndexSchema.Order, StableHash.Of(id)),
                ArticleDocuments.ExactField(IndexSchema.ReferenceId, id),
                ArticleDocuments.AnalysedField(IndexSchema.Reference, merged.Text),
                ArticleDocuments.MatchedField(IndexSchema.ReferenceTitle, merged.Title ?? merged.Text),
                StoredRecords.Field(IndexSchema.ReferenceRecord, members, StoredRecords.Entries),
            };
            NameFields.Add(document, NameFields.Reference, merged.Title);
            FacetFields.Add(document, "reference", merged.Date, [], merged.Authors, merged.Source, path: null);
            foreach (var key in members.SelectMany(m => WorkIdentity.Keys(m.Reference)).Distinct())
            {
                document.Add(ArticleDocuments.ExactField(IndexSchema.Bucket, key));
            }

            foreach (var article in members.Select(m => m.Article).Distinct())
            {
                document.Add(ArticleDocuments.ExactField(IndexSchema.CitedBy, article));
            }

            yield return document;
        }
    }

    /// <summary>Entries that are connected by their keys.</summary>
    private sealed class Group
    {
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public List<ReferenceEntry> Entries { get; } = [];

        /// <summary>Whether any of them is in the index.</summary>
        public bool IsStored { get; set; }
    }
}
