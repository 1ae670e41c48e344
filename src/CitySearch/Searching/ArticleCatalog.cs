using CitySearch.Indexing;
using CitySearch.Searching.Scoring;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CitySearch.Searching;

/// <summary>The articles of the newest generation, read off the term dictionary of their ids, which is in order already.</summary>
internal sealed class ArticleCatalog(GenerationHolder holder) : IArticleCatalog
{
    /// <inheritdoc/>
    public IReadOnlyList<ArticleLink> List(string? after, int top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        return holder.Read<IReadOnlyList<ArticleLink>>(generation => [.. generation.Leaves
            .SelectMany(leaf => Of(leaf, after).Take(top))
            .OrderBy(article => article.Id, Comparer<BytesRef>.Default)
            .Take(top)
            .Select(article => Link(article.Leaf, article.Head))]);
    }

    private static IEnumerable<(BytesRef Id, LeafColumns Leaf, int Head)> Of(LeafColumns leaf, string? after)
    {
        var terms = leaf.Reader.GetTerms(IndexSchema.Head)?.GetEnumerator();
        var start = new BytesRef(after ?? "");
        if (terms is null || terms.SeekCeil(start) == TermsEnum.SeekStatus.END)
        {
            yield break;
        }

        do
        {
            if (after is not null && terms.Term.Equals(start))
            {
                continue;
            }

            var docs = terms.Docs(leaf.Reader.LiveDocs, null, DocsFlags.NONE);
            if (docs.NextDoc() is var head and not DocIdSetIterator.NO_MORE_DOCS)
            {
                yield return (BytesRef.DeepCopyOf(terms.Term), leaf, head);
            }
        }
        while (terms.MoveNext());
    }

    private static ArticleLink Link(LeafColumns leaf, int head)
    {
        var record = StoredRecords.ReadArticle(leaf.Reader, head);
        return new ArticleLink(record.Id, record.Title);
    }
}
