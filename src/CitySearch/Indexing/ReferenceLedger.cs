using CitySearch.Corpus;
using CitySearch.Corpus.References;
using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>
/// Keeps one reference document for each cited work while articles come and go. References that may be the same work are
/// connected by their keys (see <see cref="WorkIdentity.Keys"/>); a group that an article touches is clustered anew from
/// all its entries and replaced as one, so the result depends on the entries alone, never on the order in which articles
/// arrived.
/// </summary>
/// <remarks>
/// Until the flush before a commit, an entry is a loose document of its own: the writer keeps it on disk as it keeps
/// everything else, and a work is clustered once, however many articles of the session cite it. In memory are the ids of
/// replaced articles and, during the flush, one group at a time.
/// </remarks>
internal sealed class ReferenceLedger(IndexWriter writer)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);
    private volatile bool _hasLoose;

    /// <summary>Makes an article's reference list the given one.</summary>
    /// <param name="article">The article's id.</param>
    /// <param name="isNew">Whether nothing of the article can be in the index.</param>
    /// <param name="entries">Its entries; empty removes the article from all references.</param>
    public void Replace(string article, bool isNew, IEnumerable<ReferenceEntry> entries)
    {
        if (!isNew)
        {
            lock (_lock)
            {
                _replaced.Add(article);
            }

            writer.DeleteDocuments(new Term(IndexSchema.LooseEntry, article));
        }

        foreach (var entry in entries)
        {
            writer.AddDocument(LooseDocument(entry));
            _hasLoose = true;
        }
    }

    /// <summary>Writes the works to the writer; they become visible with the writer's commit, which must not come without a flush.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (!_hasLoose && _replaced.Count == 0)
            {
                return;
            }

            using (var reader = DirectoryReader.Open(writer, applyAllDeletes: true))
            {
                foreach (var group in new ReferenceGroups(reader, _replaced).Touched())
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
            }

            if (_hasLoose)
            {
                writer.DeleteDocuments(ReferenceGroups.Loose);
            }

            _replaced.Clear();
            _hasLoose = false;
        }
    }

    // The slot is a reference's, so that nothing takes what is left of it in a segment for a section.
    private static Document LooseDocument(ReferenceEntry entry)
    {
        var document = new Document
        {
            new NumericDocValuesField(IndexSchema.Slot, IndexSchema.ReferenceSlot),
            ArticleDocuments.ExactField(IndexSchema.LooseEntry, entry.Article),
            StoredRecords.Field(IndexSchema.ReferenceRecord, [entry], StoredRecords.Entries),
        };
        foreach (var key in WorkIdentity.Keys(entry.Reference))
        {
            document.Add(ArticleDocuments.ExactField(IndexSchema.Bucket, key));
        }

        return document;
    }

    private static IEnumerable<Document> DocumentsOf(List<ReferenceEntry> entries)
    {
        var ordered = entries
            .OrderBy(e => e.Article, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Label, StringComparer.Ordinal).ThenBy(e => e.Reference.Text, StringComparer.Ordinal)
            .ToList();

        // A work that many cite is mostly cited in the same words; equal records are one object here.
        var records = ordered.Select(e => e.Reference).Distinct<Reference>(ReferenceEqualityComparer.Instance).ToList();
        foreach (var cluster in WorkIdentity.Cluster(records))
        {
            var ofWork = cluster.Select(i => records[i]).ToHashSet<Reference>(ReferenceEqualityComparer.Instance);
            var members = ordered.FindAll(e => ofWork.Contains(e.Reference));
            var merged = WorkIdentity.Merge([.. ofWork]);
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
            foreach (var key in ofWork.SelectMany(WorkIdentity.Keys).Distinct())
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
}
