using CitySearch.Indexing;
using Lucene.Net.Index;

namespace CitySearch.Searching;

/// <summary>One generation of the index, open for searching. Everything in it is immutable and shared by threads.</summary>
internal sealed class SearchGeneration
{
    private readonly PostingsCache _cache;

    public SearchGeneration(DirectoryReader reader, string folder, PostingsCache cache)
    {
        Reader = reader;
        Folder = folder;
        _cache = cache;
        Commit = CommitData.Of(reader.IndexCommit);
        Leaves = [.. reader.Leaves.Select(context => new LeafColumns(context))];
        Statistics = new IndexStatistics(Leaves, PostingsOf);
    }

    /// <summary>The Lucene reader.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>The folder of the Lucene index.</summary>
    public string Folder { get; }

    /// <summary>What is stored with the commit.</summary>
    public CommitData Commit { get; }

    /// <summary>The segments.</summary>
    public IReadOnlyList<LeafColumns> Leaves { get; }

    /// <summary>The statistics that scores depend on.</summary>
    public ITermStatistics Statistics { get; }

    /// <summary>The postings of a clause in one segment. Terms are kept; phrases are found anew.</summary>
    public Postings PostingsOf(LeafColumns leaf, ScoringClause clause)
    {
        if (clause.Phrase is { } phrase)
        {
            return LeafPostings.OfPhrase(leaf, Statistics, phrase, clause.Slop);
        }

        return PostingsOf(leaf, clause.Name);
    }

    private Postings PostingsOf(LeafColumns leaf, string term)
    {
        var key = new PostingsKey(leaf.CoreKey, Statistics.MeanSectionLength, Statistics.MeanReferenceLength, term);
        return _cache.Get(key, k => LeafPostings.OfTerm(leaf, Statistics, k.Term));
    }
}
