using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Indexing;

/// <summary>Collects every matching document, unscored, in index order.</summary>
internal sealed class AllDocumentsCollector : ICollector
{
    private int _base;

    /// <summary>The documents of the whole index.</summary>
    public List<int> Documents { get; } = [];

    /// <inheritdoc/>
    public bool AcceptsDocsOutOfOrder => false;

    /// <inheritdoc/>
    public void Collect(int doc) => Documents.Add(_base + doc);

    /// <inheritdoc/>
    public void SetNextReader(AtomicReaderContext context) => _base = context.DocBase;

    /// <inheritdoc/>
    public void SetScorer(Scorer scorer)
    {
    }
}
