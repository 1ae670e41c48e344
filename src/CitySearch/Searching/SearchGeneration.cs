using CitySearch.Analysis;
using CitySearch.Indexing;
using CitySearch.Searching.Materials;
using CitySearch.Searching.Language;
using CitySearch.Searching.Scoring;
using Lucene.Net.Index;

namespace CitySearch.Searching;

/// <summary>One generation of the index, open for searching. Its content is immutable and shared by threads.</summary>
internal sealed class SearchGeneration
{
    private readonly Lazy<CitationNetwork> _citations;
    private readonly IndexStatistics _statistics;
    private volatile bool _isServed;

    /// <summary>Loads what searching needs of a generation.</summary>
    /// <param name="reader">The Lucene reader; it is closed by whoever holds the generation.</param>
    /// <param name="folder">The folder of the Lucene index.</param>
    /// <param name="analyzer">The analyzer that the index was built with.</param>
    /// <param name="caches">Keep what searches found out.</param>
    public SearchGeneration(DirectoryReader reader, string folder, AnalyzerChoice analyzer, SearchCaches caches)
    {
        Reader = reader;
        Folder = folder;
        Analyzer = analyzer;
        Analysis = new QueryAnalysis(analyzer);
        Caches = caches;
        Commit = CommitData.Of(reader.IndexCommit);
        State = GenerationState.Of(Commit, folder, reader.IndexCommit.SegmentsFileName);
        Leaves = [.. reader.Leaves.Select(context => new LeafColumns(context))];
        _statistics = new IndexStatistics(Leaves, PostingsOf, caches);
        _citations = new Lazy<CitationNetwork>(() => new CitationNetwork(Leaves));
        Dictionary = new TermDictionary(Leaves);
        Titles = new TitleTerms(this);
    }

    /// <summary>Lets go of what only speeds searches up, when another generation has followed and hardly any will come.</summary>
    public void Retire()
    {
        _statistics.Forget();
        Titles.Forget();
    }

    /// <summary>Whether a search has been answered from it, so that a reader may ask for a further page of the same result.</summary>
    public bool IsServed => _isServed;

    /// <summary>Remembers that a search is answered from it.</summary>
    public void MarkServed() => _isServed = true;

    /// <summary>The Lucene reader.</summary>
    public DirectoryReader Reader { get; }

    /// <summary>The folder of the Lucene index.</summary>
    public string Folder { get; }

    /// <summary>The analyzer that the index was built with.</summary>
    public AnalyzerChoice Analyzer { get; }

    /// <summary>Turns queries into terms as the index was built.</summary>
    public QueryAnalysis Analysis { get; }

    /// <summary>What is stored with the commit.</summary>
    public CommitData Commit { get; }

    /// <summary>Which generation it is.</summary>
    public GenerationState State { get; }

    /// <summary>The segments.</summary>
    public IReadOnlyList<LeafColumns> Leaves { get; }

    /// <summary>The statistics that scores depend on.</summary>
    public ITermStatistics Statistics => _statistics;

    /// <summary>Who cites whom; made when first asked for.</summary>
    public CitationNetwork Citations => _citations.Value;

    /// <summary>The terms of the index.</summary>
    public ITermDictionary Dictionary { get; }

    /// <summary>What searches found out, of this generation and others.</summary>
    public SearchCaches Caches { get; }

    /// <summary>What titles speak of.</summary>
    public TitleTerms Titles { get; }

    /// <summary>The postings of a clause in one segment, kept for the queries that come after.</summary>
    public Postings PostingsOf(LeafColumns leaf, ScoringClause clause)
    {
        return clause.Alternatives is { } alternatives ? Kept(leaf, clause.Key, () => LeafPostings.OfAny(leaf, Statistics, alternatives))
            : clause.Phrase is { } phrase
            ? !phrase.All(term => term.Term.Length == 0 || leaf.MayHold(term.Term)) ? Postings.None : Kept(leaf, clause.Key, () => LeafPostings.OfPhrase(leaf, Statistics, phrase, clause.Slop))
            : PostingsOf(leaf, clause.Name);
    }

    /// <summary>The sections that a term is about without standing in their text; none for a phrase, which is looked for as it stands.</summary>
    public Postings AboutOf(LeafColumns leaf, ScoringClause clause)
    {
        if (clause.Phrase is not null || clause.Alternatives is not null || Statistics.MeanAboutLength <= 0 || !leaf.MayHold(clause.Name))
        {
            return Postings.None;
        }

        var key = new PostingsKey(leaf.CoreKey, Statistics.MeanAboutLength, 0, $"\u001e{clause.Name}");
        return Caches.Postings.Get(key, () => LeafPostings.OfAbout(leaf, Statistics, clause.Name, PostingsOf(leaf, clause.Name)));
    }

    private Postings PostingsOf(LeafColumns leaf, string term) => !leaf.MayHold(term) ? Postings.None : Kept(leaf, term, () => LeafPostings.OfTerm(leaf, Statistics, term));

    private Postings Kept(LeafColumns leaf, string name, Func<Postings> make)
    {
        var key = new PostingsKey(leaf.CoreKey, Statistics.MeanSectionLength, Statistics.MeanReferenceLength, name);
        return Caches.Postings.Get(key, make);
    }
}
