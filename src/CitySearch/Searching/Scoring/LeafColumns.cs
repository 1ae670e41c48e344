using System.Runtime.CompilerServices;
using CitySearch.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace CitySearch.Searching.Scoring;

/// <summary>
/// The columns of one segment that ranking reads for every document, as plain arrays. They are loaded once for as long as they stay the same and
/// shared by all generations that hold the segment: some for ever, some until documents are deleted, priors until one of them changes.
/// </summary>
internal sealed class LeafColumns
{
    // Up to here a segment's terms are a set in memory: after every commit there is a new small one, in which most terms of most queries are missing.
    private const int SmallSegment = 600;

    // Until then they are looked up in the segment: a command that answers one query would collect them for nothing.
    private const int FirstLookups = 500;

    private static readonly string[] Fields = [IndexSchema.Text, IndexSchema.Reference, IndexSchema.About, IndexSchema.Title];

    private static readonly ConditionalWeakTable<object, Lasting> OfSegments = [];
    private static readonly ConditionalWeakTable<object, Deletions> OfDeletions = [];
    private static readonly ConditionalWeakTable<AtomicReader, Priors> OfReaders = [];

    private readonly Dictionary<string, TermsEnum?> _terms = new(StringComparer.Ordinal);
    private readonly Lasting _lasting;
    private readonly Deletions _deletions;

    /// <summary>Loads the columns of a segment.</summary>
    public LeafColumns(AtomicReaderContext context)
    {
        Reader = context.AtomicReader;
        DocBase = context.DocBase;
        MaxDoc = Reader.MaxDoc;
        CoreKey = Reader.CoreCacheKey;
        _lasting = OfSegments.GetValue(CoreKey, _ => new Lasting(Reader));
        LiveKey = Reader.LiveDocs ?? CoreKey;
        _deletions = OfDeletions.GetValue(LiveKey, _ => new Deletions(LoadLive(Reader, Heads), Reader.LiveDocs is null ? [] : LoadDeleted(Reader)));
        PriorLogs = OfReaders.GetValue(Reader, reader => new Priors(LoadPriorLogs(reader, Heads))).Logs;
    }

    /// <summary>The segment.</summary>
    public AtomicReader Reader { get; }

    /// <summary>What stands for the segment in caches: the same in every generation that holds it.</summary>
    public object CoreKey { get; }

    /// <summary>What stands for the segment without its deleted documents in caches: the same until more are deleted.</summary>
    public object LiveKey { get; }

    /// <summary>The segment's first document in the whole index.</summary>
    public int DocBase { get; }

    /// <summary>The number of documents, deleted ones included.</summary>
    public int MaxDoc { get; }

    /// <summary>For a section, the head of its article; otherwise a negative slot of <see cref="IndexSchema"/>.</summary>
    public int[] Heads => _lasting.Heads;

    /// <summary>Where the sections of an article end, given any of them: the document behind the last. Of a reference, the one behind it.</summary>
    public int EndOf(int doc) => _lasting.Ends[doc];

    /// <summary>Whether a text, reference or title may hold a term, or be about it; a large segment says so of every term.</summary>
    public bool MayHold(string term) => MaxDoc > SmallSegment || _lasting.MayHold(Reader, term);

    /// <summary>How many documents hold a term in a field, deleted ones included.</summary>
    public int DocFreq(string field, string term) => Seek(field, term, static terms => terms.DocFreq);

    /// <summary>The documents that hold a term in a field, deleted ones included, with how often; <see langword="null"/> for none.</summary>
    public DocsEnum? Docs(string field, string term) => Seek(field, term, static terms => terms.Docs(null, null, DocsFlags.FREQS));

    /// <summary>What a document is a hit as: a section as its article's head, a reference as itself.</summary>
    public int HitOf(int doc) => Heads[doc] is >= 0 and var head ? head : doc;

    /// <summary>The dates of heads and references as numbers, <c>yyyyMMdd</c> with 0 for what is not known; 0 for other documents.</summary>
    public int[] Dates => _lasting.Dates(Reader);

    /// <summary>The deleted documents, ascending.</summary>
    public int[] Deleted => _deletions.Deleted;

    /// <summary>Whether some documents are deleted.</summary>
    public bool HasDeletions => Deleted.Length > 0;

    /// <summary>Which documents can be hits: sections and references that are not deleted.</summary>
    public bool[] Live => _deletions.Live;

    /// <summary>
    /// For each document <c>ln(prior + 0.1) - ln(1.1)</c>, where the prior is its article's PageRank times the number of
    /// articles: 0 for an article of mean rank and for a reference. <see langword="null"/> where nothing cites anything.
    /// </summary>
    public float[]? PriorLogs { get; }

    /// <summary>For a head or a reference, what ties of scores are broken by.</summary>
    public long OrderOf(int doc) => Reader.GetNumericDocValues(IndexSchema.Order).Get(doc);

    /// <summary>Looks a term up. A field's enumerator is kept: making one, with its buffers, takes more than to look up a term.</summary>
    private T? Seek<T>(string field, string term, Func<TermsEnum, T> found)
    {
        lock (_terms)
        {
            if (!_terms.TryGetValue(field, out var terms))
            {
                _terms.Add(field, terms = Reader.GetTerms(field)?.GetEnumerator());
            }

            try
            {
                return terms is not null && terms.SeekExact(new BytesRef(term)) ? found(terms) : default;
            }
            catch
            {
                // What could not be read has left it somewhere between two terms.
                _terms.Remove(field);
                throw;
            }
        }
    }

    private static int[] LoadHeads(AtomicReader reader)
    {
        var slots = reader.GetNumericDocValues(IndexSchema.Slot);
        var heads = new int[reader.MaxDoc];
        for (var doc = 0; doc < heads.Length; doc++)
        {
            var slot = (int)slots.Get(doc);
            heads[doc] = slot >= 0 ? doc - slot : slot;
        }

        return heads;
    }

    private static int[] LoadDates(AtomicReader reader)
    {
        var values = reader.GetNumericDocValues(IndexSchema.Date);
        var dates = new int[values is null ? 0 : reader.MaxDoc];
        for (var doc = 0; doc < dates.Length; doc++)
        {
            dates[doc] = (int)values!.Get(doc);
        }

        return dates.Length > 0 ? dates : new int[reader.MaxDoc];
    }

    private static HashSet<string> LoadTerms(AtomicReader reader)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            for (var all = reader.GetTerms(field)?.GetEnumerator(); all is not null && all.MoveNext();)
            {
                terms.Add(all.Term.Utf8ToString());
            }
        }

        return terms;
    }

    private static int[] LoadDeleted(AtomicReader reader)
    {
        var bits = reader.LiveDocs;
        return [.. Enumerable.Range(0, reader.MaxDoc).Where(doc => !bits.Get(doc))];
    }

    private static bool[] LoadLive(AtomicReader reader, int[] heads)
    {
        var bits = reader.LiveDocs;
        var live = new bool[reader.MaxDoc];
        for (var doc = 0; doc < live.Length; doc++)
        {
            live[doc] = heads[doc] >= IndexSchema.ReferenceSlot && (bits is null || bits.Get(doc));
        }

        return live;
    }

    private static float[]? LoadPriorLogs(AtomicReader reader, int[] heads)
    {
        var priors = reader.GetNumericDocValues(IndexSchema.Prior);
        if (priors is null)
        {
            return null;
        }

        const float Smoothing = 0.1f;
        var neutral = MathF.Log(1 + Smoothing);
        var logs = new float[heads.Length];
        var differs = false;
        for (var doc = 0; doc < logs.Length; doc++)
        {
            logs[doc] = heads[doc] == doc ? MathF.Log(BitConverter.Int32BitsToSingle((int)priors.Get(doc)) + Smoothing) - neutral
                : heads[doc] >= 0 ? logs[heads[doc]]
                : 0;
            differs |= logs[doc] != 0;
        }

        return differs ? logs : null;
    }

    private sealed record Deletions(bool[] Live, int[] Deleted);

    private sealed record Priors(float[]? Logs);

    /// <summary>What never changes in a segment.</summary>
    private sealed class Lasting
    {
        private volatile int[]? _dates;
        private volatile HashSet<string>? _terms;
        private int _lookups;

        public Lasting(AtomicReader reader)
        {
            Heads = LoadHeads(reader);
            Ends = new int[Heads.Length];
            for (var doc = Heads.Length - 1; doc >= 0; doc--)
            {
                Ends[doc] = doc + 1 < Heads.Length && Heads[doc] >= 0 && Heads[doc + 1] == Heads[doc] ? Ends[doc + 1] : doc + 1;
            }
        }

        public int[] Heads { get; }

        public int[] Ends { get; }

        public int[] Dates(AtomicReader open) => _dates ??= LoadDates(open);

        public bool MayHold(AtomicReader open, string term) =>
            _terms?.Contains(term) ?? (Interlocked.Increment(ref _lookups) <= FirstLookups || (_terms = LoadTerms(open)).Contains(term));
    }
}
