using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Indexing;

/// <summary>
/// What CitySearch relies on in an index and Lucene knows nothing of: blocks of sections, citation priors, references
/// and their citing articles, file records, totals.
/// </summary>
internal static class IndexInvariants
{
    /// <summary>What does not hold in an index, a line each.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IEnumerable<string> Broken(DirectoryReader reader, CancellationToken cancellationToken)
    {
        var found = new Found();
        foreach (var context in reader.Leaves)
        {
            foreach (var fault in BrokenLeaf(context.AtomicReader, found, cancellationToken))
            {
                yield return fault;
            }
        }

        foreach (var (citing, reference) in found.CitedBy.Where(c => !found.Articles.Contains(c.Article) && !found.Bibliographies.Contains(c.Article)))
        {
            yield return $"the reference {reference} is cited by {citing}, which is not there";
        }

        foreach (var article in found.Articles.Union(found.Bibliographies).Except(found.OfFiles).Order(StringComparer.Ordinal))
        {
            yield return $"the article {article} belongs to no file";
        }

        foreach (var article in found.OfFiles.Except(found.Articles).Except(found.Bibliographies).Order(StringComparer.Ordinal))
        {
            yield return $"the article {article} of a file is not there";
        }

        foreach (var fault in BrokenPriors(found.Heads))
        {
            yield return fault;
        }

        var totals = new IndexTotals(found.Articles.Count, found.Sections, found.References.Count, found.Bibliographies.Count);
        var committed = CommitData.Of(reader.IndexCommit).Totals;
        if (totals != committed)
        {
            yield return $"it holds {totals.Articles} articles, {totals.Sections} sections, {totals.References} references and {totals.Bibliographies} bibliographies, and was committed with "
                + $"{committed.Articles}, {committed.Sections}, {committed.References} and {committed.Bibliographies}";
        }
    }

    private static IEnumerable<string> BrokenLeaf(AtomicReader leaf, Found found, CancellationToken cancellationToken)
    {
        var slots = leaf.GetNumericDocValues(IndexSchema.Slot);
        var orders = leaf.GetNumericDocValues(IndexSchema.Order);
        var priors = leaf.GetNumericDocValues(IndexSchema.Prior);
        var nodes = leaf.GetBinaryDocValues(IndexSchema.Node);
        var blocks = Postings(leaf, IndexSchema.Article);
        var heads = Postings(leaf, IndexSchema.Head);
        for (var doc = 0; doc < leaf.MaxDoc; doc++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (leaf.LiveDocs?.Get(doc) == false)
            {
                continue;
            }

            switch ((int)slots.Get(doc))
            {
                case 0:
                    var record = StoredRecords.ReadArticle(leaf, doc);
                    var id = record.Id;
                    var last = doc + record.Sections;
                    if (!found.Articles.Add(id))
                    {
                        yield return $"the article {id} is there twice";
                    }

                    if (record.Sections < 1 || last > leaf.MaxDoc || Enumerable.Range(doc, record.Sections).Any(d => slots.Get(d) != d - doc) || (last < leaf.MaxDoc && slots.Get(last) > 0))
                    {
                        yield return $"the sections of the article {id} are not one block";
                    }
                    else if (!blocks.GetValueOrDefault(id, []).SequenceEqual(Enumerable.Range(doc, record.Sections)) || heads.GetValueOrDefault(id, []) is not [var head] || head != doc)
                    {
                        yield return $"the article {id} is not found by its id";
                    }

                    var bytes = new BytesRef();
                    nodes.Get(doc, bytes);
                    found.Heads.Add((id, orders.Get(doc), (int)priors.Get(doc), CitationNode.FromBytes(bytes)));
                    if (orders.Get(doc) != StableHash.Of(id))
                    {
                        yield return $"the order of the article {id} is not that of its id";
                    }

                    goto case 1;

                case > 0 and var slot when doc == 0 || slots.Get(doc - 1) != slot - 1:
                    yield return $"section {slot} of an article does not follow its section {slot - 1}";
                    goto case 1;

                case 1:
                case > 0:
                    found.Sections++;
                    _ = StoredRecords.ReadSection(leaf, doc);
                    break;

                case IndexSchema.ReferenceSlot:
                    foreach (var fault in BrokenReference(leaf, doc, orders.Get(doc), found))
                    {
                        yield return fault;
                    }

                    break;

                case IndexSchema.BibliographySlot:
                    var bibliography = StoredRecords.ReadArticle(leaf, doc).Id;
                    if (!found.Bibliographies.Add(bibliography))
                    {
                        yield return $"the bibliography {bibliography} is there twice";
                    }

                    break;

                case IndexSchema.FileSlot:
                    var file = StoredRecords.Read(leaf, doc, IndexSchema.FileRecord, StoredRecords.File);
                    if (!found.Files.Add(file.Path))
                    {
                        yield return $"the record of the file {file.Path} is there twice";
                    }

                    foreach (var article in file.Articles.Where(a => !found.OfFiles.Add(a)))
                    {
                        yield return $"the article {article} belongs to two files";
                    }

                    break;

                case var unknown:
                    yield return $"a document has the unknown slot {unknown}";
                    break;
            }
        }
    }

    private static IEnumerable<string> BrokenReference(AtomicReader leaf, int doc, long order, Found found)
    {
        var entries = StoredRecords.Read(leaf, doc, IndexSchema.ReferenceRecord, StoredRecords.Entries);
        var id = Corpus.References.WorkIdentity.Id(Corpus.References.WorkIdentity.Merge([.. entries.Select(e => e.Reference)]));
        if (!found.References.Add(id))
        {
            yield return $"the reference {id} is there twice";
        }

        if (order != StableHash.Of(id))
        {
            yield return $"the order of the reference {id} is not that of its id";
        }

        found.CitedBy.UnionWith(entries.Select(e => (e.Article, id)));
    }

    /// <summary>Compares the priors with those that the graph of the same articles gives.</summary>
    private static IEnumerable<string> BrokenPriors(List<(string Id, long Order, int Prior, CitationNode Node)> heads)
    {
        heads.Sort((a, b) => a.Order.CompareTo(b.Order));
        var ranks = new CitationGraph([.. heads.Select(h => h.Node)]).PageRank();
        for (var i = 0; i < ranks.Length; i++)
        {
            var wanted = CitationGraph.Rounded(ranks[i]);
            if (BitConverter.SingleToInt32Bits(wanted) != heads[i].Prior)
            {
                yield return $"the prior of the article {heads[i].Id} is {BitConverter.Int32BitsToSingle(heads[i].Prior)} where its citations make {wanted}";
            }
        }
    }

    private static Dictionary<string, List<int>> Postings(AtomicReader leaf, string field)
    {
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        if (leaf.GetTerms(field) is not { } terms)
        {
            return postings;
        }

        DocsEnum? docs = null;
        var each = terms.GetEnumerator();
        while (each.MoveNext())
        {
            docs = each.Docs(leaf.LiveDocs, docs, DocsFlags.NONE);
            var list = new List<int>();
            while (docs.NextDoc() is var doc && doc != DocIdSetIterator.NO_MORE_DOCS)
            {
                list.Add(doc);
            }

            if (list.Count > 0)
            {
                postings.Add(each.Term.Utf8ToString(), list);
            }
        }

        return postings;
    }

    /// <summary>What has been seen of the index.</summary>
    private sealed class Found
    {
        public HashSet<string> Articles { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Bibliographies { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

        public HashSet<string> OfFiles { get; } = new(StringComparer.Ordinal);

        public HashSet<string> References { get; } = new(StringComparer.Ordinal);

        public HashSet<(string Article, string Reference)> CitedBy { get; } = [];

        public List<(string Id, long Order, int Prior, CitationNode Node)> Heads { get; } = [];

        public int Sections { get; set; }
    }
}
