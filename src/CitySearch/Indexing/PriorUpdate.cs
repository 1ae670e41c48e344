using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Indexing;

/// <summary>
/// Works out the citation prior of every article anew and writes those that differ from what the index has. So a prior
/// is never stale, and an index that grew by updates has the priors of one built at once from the same corpus.
/// </summary>
internal static class PriorUpdate
{
    /// <summary>Runs over everything that a reader sees, and counts it on the way.</summary>
    /// <param name="reader">A reader of the writer, with all deletions applied.</param>
    /// <param name="writer">Takes the new priors; they are visible with its commit.</param>
    public static IndexTotals Run(DirectoryReader reader, IndexWriter writer)
    {
        int sections = 0, references = 0, bibliographies = 0;
        var heads = new List<Head>();
        var bytes = new BytesRef();
        foreach (var context in reader.Leaves)
        {
            var leaf = context.AtomicReader;
            var live = leaf.LiveDocs;
            var slots = leaf.GetNumericDocValues(IndexSchema.Slot);
            var priors = leaf.GetNumericDocValues(IndexSchema.Prior);
            var orders = leaf.GetNumericDocValues(IndexSchema.Order);
            var stored = leaf.GetBinaryDocValues(IndexSchema.Node);
            for (var doc = 0; doc < leaf.MaxDoc; doc++)
            {
                if (live is not null && !live.Get(doc))
                {
                    continue;
                }

                var slot = slots.Get(doc);
                sections += slot >= 0 ? 1 : 0;
                references += slot == IndexSchema.ReferenceSlot ? 1 : 0;
                bibliographies += slot == IndexSchema.BibliographySlot ? 1 : 0;
                if (slot == 0)
                {
                    stored.Get(doc, bytes);
                    heads.Add(new Head(leaf, doc, orders.Get(doc), (int)priors.Get(doc), CitationNode.FromBytes(bytes)));
                }
            }
        }

        // In an order that the articles alone decide, because sums of floating-point numbers depend on it.
        heads.Sort((a, b) => a.Order.CompareTo(b.Order));
        var ranks = new CitationGraph([.. heads.Select(h => h.Node)]).PageRank();
        var changed = new Dictionary<AtomicReader, Dictionary<int, int>>();
        for (var i = 0; i < ranks.Length; i++)
        {
            var prior = BitConverter.SingleToInt32Bits(CitationGraph.Rounded(ranks[i]));
            if (prior != heads[i].Prior)
            {
                (changed.TryGetValue(heads[i].Leaf, out var ofLeaf) ? ofLeaf : changed[heads[i].Leaf] = []).Add(heads[i].Doc, prior);
            }
        }

        foreach (var (leaf, priors) in changed)
        {
            Write(leaf, priors, writer);
        }

        return new IndexTotals(heads.Count, sections, references, bibliographies);
    }

    /// <summary>Writes priors by document. The ids to update by are read from the terms, which costs no stored record.</summary>
    private static void Write(AtomicReader leaf, Dictionary<int, int> priors, IndexWriter writer)
    {
        var terms = leaf.GetTerms(IndexSchema.Head).GetEnumerator();
        DocsEnum? docs = null;
        while (terms.MoveNext())
        {
            docs = terms.Docs(leaf.LiveDocs, docs, DocsFlags.NONE);
            if (docs.NextDoc() is var doc && doc != DocIdSetIterator.NO_MORE_DOCS && priors.TryGetValue(doc, out var prior))
            {
                writer.UpdateNumericDocValue(new Term(IndexSchema.Head, BytesRef.DeepCopyOf(terms.Term)), IndexSchema.Prior, prior);
            }
        }
    }

    private readonly record struct Head(AtomicReader Leaf, int Doc, long Order, int Prior, CitationNode Node);
}
