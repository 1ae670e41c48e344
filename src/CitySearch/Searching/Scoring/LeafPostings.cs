using CitySearch.Analysis;
using CitySearch.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CitySearch.Searching.Scoring;

/// <summary>Decodes postings of terms and phrases of one segment, sections and references together.</summary>
internal static class LeafPostings
{
    private static readonly string[] Fields = [IndexSchema.Text, IndexSchema.Reference];

    /// <summary>The postings of a term.</summary>
    public static Postings OfTerm(LeafColumns leaf, ITermStatistics statistics, string term) =>
        Decode(leaf, statistics, field => TermDocs(leaf, field, term));

    /// <summary>The postings of a phrase: its documents, and how often it occurs as its terms stand.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="statistics">The statistics to weigh occurrences with.</param>
    /// <param name="phrase">The phrase's terms with their positions.</param>
    /// <param name="slop">By how many positions in all the terms may be moved.</param>
    public static Postings OfPhrase(LeafColumns leaf, ITermStatistics statistics, IReadOnlyList<PhraseTerm> phrase, int slop) =>
        Decode(leaf, statistics, field => PhraseDocs(leaf.Reader, field, phrase, slop));

    /// <summary>The postings of several terms and phrases as if they were one.</summary>
    public static Postings OfAny(LeafColumns leaf, ITermStatistics statistics, IReadOnlyList<IReadOnlyList<PhraseTerm>> alternatives) =>
        Decode(leaf, statistics, field => Merged(alternatives.SelectMany(phrase => Docs(leaf, field, phrase, slop: 0))));

    /// <summary>The documents of a field that hold a term or phrase, in order, with how often.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="field">The field.</param>
    /// <param name="phrase">The terms; one without characters stands for any character and is not looked for.</param>
    /// <param name="slop">By how many positions in all the terms may be moved.</param>
    public static IEnumerable<(int Doc, float Occurrences)> Docs(LeafColumns leaf, string field, IReadOnlyList<PhraseTerm> phrase, int slop)
    {
        phrase = phrase.All(t => t.Term.Length > 0) ? phrase : [.. phrase.Where(t => t.Term.Length > 0)];
        return phrase.Count == 1 ? TermDocs(leaf, field, phrase[0].Term) : PhraseDocs(leaf.Reader, field, phrase, slop);
    }

    /// <summary>The sections that a term is about, without those that hold it in their text.</summary>
    /// <param name="leaf">The segment.</param>
    /// <param name="statistics">The statistics to weigh occurrences with.</param>
    /// <param name="term">The term.</param>
    /// <param name="inText">The postings of the term in texts.</param>
    public static Postings OfAbout(LeafColumns leaf, ITermStatistics statistics, string term, Postings inText)
    {
        var norms = leaf.Reader.GetNormValues(IndexSchema.About);
        if (norms is null)
        {
            return Postings.None;
        }

        var docs = new List<int>();
        var impacts = new List<float>();
        foreach (var (doc, occurrences) in TermDocs(leaf, IndexSchema.About, term))
        {
            if (!inText.Holds(doc))
            {
                docs.Add(doc);
                impacts.Add(Bm25.Impact(occurrences, norms.Get(doc), statistics.MeanAboutLength));
            }
        }

        return Postings.Of(docs.ToArray(), impacts.ToArray(), leaf.MaxDoc);
    }

    private static IEnumerable<(int Doc, float Occurrences)> Merged(IEnumerable<(int Doc, float Occurrences)> docs)
    {
        var merged = new SortedDictionary<int, float>();
        foreach (var (doc, occurrences) in docs)
        {
            merged[doc] = merged.GetValueOrDefault(doc) + occurrences;
        }

        return merged.Select(m => (m.Key, m.Value));
    }

    /// <summary>The heads of the articles, and the references, in whose text a phrase stands, ascending.</summary>
    public static int[] HitsOfPhrase(LeafColumns leaf, IReadOnlyList<PhraseTerm> phrase) =>
        [.. Fields.SelectMany(field => Docs(leaf, field, phrase, slop: 0)).Select(p => leaf.HitOf(p.Doc)).Distinct().Order()];

    private static Postings Decode(LeafColumns leaf, ITermStatistics statistics, Func<string, IEnumerable<(int Doc, float Occurrences)>> read)
    {
        var docs = new List<int>();
        var impacts = new List<float>();
        foreach (var field in Fields)
        {
            var norms = leaf.Reader.GetNormValues(field);
            if (norms is null)
            {
                continue;
            }

            var mean = field == IndexSchema.Text ? statistics.MeanSectionLength : statistics.MeanReferenceLength;
            foreach (var (doc, occurrences) in read(field))
            {
                docs.Add(doc);
                impacts.Add(Bm25.Impact(occurrences, norms.Get(doc), mean));
            }
        }

        var sorted = docs.ToArray();
        var values = impacts.ToArray();
        if (!IsAscending(sorted))
        {
            Array.Sort(sorted, values);
        }

        return Postings.Of(sorted, values, leaf.MaxDoc);
    }

    private static IEnumerable<(int Doc, float Occurrences)> TermDocs(LeafColumns leaf, string field, string term)
    {
        if (leaf.Docs(field, term) is not { } docs)
        {
            yield break;
        }

        for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
        {
            yield return (doc, docs.Freq);
        }
    }

    private static IEnumerable<(int Doc, float Occurrences)> PhraseDocs(AtomicReader reader, string field, IReadOnlyList<PhraseTerm> phrase, int slop)
    {
        var query = new PhraseQuery { Slop = slop };
        foreach (var term in phrase)
        {
            query.Add(new Term(field, term.Term), term.Position);
        }

        var searcher = new IndexSearcher(reader) { Similarity = new ExactLengthSimilarity() };
        var weight = searcher.CreateNormalizedWeight(query);
        var scorer = weight.GetScorer((AtomicReaderContext)reader.Context, acceptDocs: null);
        if (scorer is null)
        {
            yield break;
        }

        for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
        {
            yield return (doc, scorer.GetScore());
        }
    }

    private static bool IsAscending(int[] values)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
