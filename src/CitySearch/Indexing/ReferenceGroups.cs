using CitySearch.Corpus;
using CitySearch.Corpus.References;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Indexing;

/// <summary>Entries that are connected by their keys.</summary>
internal sealed class ReferenceGroup
{
    /// <summary>The keys that connect them.</summary>
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The entries; those whose records are equal share one.</summary>
    public List<ReferenceEntry> Entries { get; } = [];

    /// <summary>Whether reference documents of these keys are in the index.</summary>
    public bool IsStored { get; set; }
}

/// <summary>Finds, in an index with loose entries, the groups of entries that must be clustered anew.</summary>
/// <param name="reader">A reader of the writer, with all deletions applied.</param>
/// <param name="replaced">The articles whose entries in reference documents no longer count.</param>
internal sealed class ReferenceGroups(IndexReader reader, IReadOnlySet<string> replaced)
{
    private readonly Postings _byKey = new(reader, IndexSchema.Bucket);
    private readonly FixedBitSet _loose = new(reader.MaxDoc);
    private readonly FixedBitSet _seen = new(reader.MaxDoc);

    /// <summary>All loose entries.</summary>
    public static Query Loose { get; } = new TermRangeQuery(IndexSchema.LooseEntry, null, null, includeLower: true, includeUpper: true);

    /// <summary>The groups of all loose entries and of all that replaced articles cited, each once.</summary>
    public IEnumerable<ReferenceGroup> Touched()
    {
        var loose = new AllDocumentsCollector();
        new IndexSearcher(reader).Search(Loose, loose);
        foreach (var doc in loose.Documents)
        {
            _loose.Set(doc);
        }

        var citedBy = new Postings(reader, IndexSchema.CitedBy);
        foreach (var doc in loose.Documents.Concat(replaced.SelectMany(citedBy.Of)))
        {
            if (!_seen.GetAndSet(doc))
            {
                yield return Connected(doc);
            }
        }
    }

    private ReferenceGroup Connected(int first)
    {
        var group = new ReferenceGroup();
        var records = new Dictionary<string, Reference>(StringComparer.Ordinal);
        var waiting = new Queue<int>([first]);
        while (waiting.TryDequeue(out var doc))
        {
            var isLoose = _loose.Get(doc);
            group.IsStored |= !isLoose;
            foreach (var entry in StoredRecords.Read(reader, doc, IndexSchema.ReferenceRecord, StoredRecords.Entries))
            {
                var text = WorkMerge.TextOf(entry.Reference);
                if (!records.TryGetValue(text, out var record))
                {
                    records.Add(text, record = entry.Reference);
                    foreach (var key in WorkIdentity.Keys(record).Where(group.Keys.Add))
                    {
                        foreach (var other in _byKey.Of(key).Where(other => !_seen.GetAndSet(other)))
                        {
                            waiting.Enqueue(other);
                        }
                    }
                }

                if (isLoose || !replaced.Contains(entry.Article))
                {
                    group.Entries.Add(entry with { Reference = record });
                }
            }
        }

        return group;
    }

    /// <summary>The live documents of many terms of a field, one after the other.</summary>
    private sealed class Postings(IndexReader reader, string field)
    {
        private readonly List<(AtomicReaderContext Leaf, TermsEnum Terms)> _leaves =
            [.. reader.Leaves.Select(leaf => (leaf, terms: leaf.AtomicReader.GetTerms(field)?.GetEnumerator()!)).Where(leaf => leaf.terms is not null)];

        private DocsEnum? _docs;

        /// <summary>The documents of a term, in the order of the index.</summary>
        public IEnumerable<int> Of(string term)
        {
            var bytes = new BytesRef(term);
            foreach (var (leaf, terms) in _leaves)
            {
                if (!terms.SeekExact(bytes))
                {
                    continue;
                }

                _docs = terms.Docs(leaf.AtomicReader.LiveDocs, _docs, DocsFlags.NONE);
                while (_docs.NextDoc() is var doc && doc != DocIdSetIterator.NO_MORE_DOCS)
                {
                    yield return leaf.DocBase + doc;
                }
            }
        }
    }
}
