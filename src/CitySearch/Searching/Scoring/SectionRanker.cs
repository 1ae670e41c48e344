using CitySearch.Indexing;
using Lucene.Net.Index;

namespace CitySearch.Searching.Scoring;

/// <summary>
/// Ranks sections and references: the text score and, on top of it, the signals of <see cref="RankingWeights"/>.
/// The best candidates by text, prior and siblings are taken first; title and freshness, which need what is stored of an
/// article, are worked out for these alone. One ranker serves one query.
/// </summary>
internal sealed class SectionRanker(TextScores scores, IReadOnlyList<bool[]?> allowed, QueryPlan plan, TitleTerms titles, RankingWeights weights, Freshness freshness)
{
    private const int MostSignals = 6;

    // Where no word scores, the other signals alone do.
    private readonly bool _hasText = scores.Best > 0;
    private readonly float _best = scores.Best > 0 ? scores.Best : 1;

    private readonly Dictionary<(LeafScores Leaf, int Head), ArticleSignals> _articles = [];

    /// <summary>The most that a score can exceed what it is without title and freshness.</summary>
    public double MostGain => Math.Max(0, freshness.Weight) * _best;

    /// <summary>The candidates that promise most, best first.</summary>
    /// <param name="most">How many to take at most.</param>
    public Candidate[] Collect(int most)
    {
        var heap = new PriorityQueue<(LeafScores Leaf, int Doc), float>();
        var rule = HitRule.Of(scores, plan, weights);
        for (var i = 0; i < scores.Leaves.Count; i++)
        {
            Collect(scores.Leaves[i], allowed[i], rule, _hasText ? null : Dates(scores.Leaves[i]), most, heap);
        }

        var candidates = new Candidate[heap.Count];
        for (var i = candidates.Length - 1; heap.TryDequeue(out var least, out var promise); i--)
        {
            candidates[i] = new Candidate(least.Leaf, least.Doc, promise);
        }

        return candidates;
    }

    /// <summary>Works out the scores of candidates and puts them in their places among those ranked before.</summary>
    public void Rank(ReadOnlySpan<Candidate> candidates, List<RankedSection> ranked)
    {
        foreach (var (leaf, doc, _) in candidates)
        {
            ranked.Add(new RankedSection
            {
                Leaf = leaf,
                Doc = doc,
                Score = Score(leaf, doc),
                Order = leaf.Leaf.OrderOf(leaf.Leaf.Heads[doc] is >= 0 and var head ? head : doc),
            });
        }

        ranked.Sort(RankedSection.Compare);
    }

    /// <summary>The candidates that promise most, ranked.</summary>
    /// <param name="most">How many to take at most.</param>
    public List<RankedSection> Rank(int most)
    {
        var ranked = new List<RankedSection>();
        Rank(Collect(most), ranked);
        return ranked;
    }

    /// <summary>The parts of a score.</summary>
    public IReadOnlyList<ScoreSignal> Signals(RankedSection ranked)
    {
        Span<Signal> signals = stackalloc Signal[MostSignals];
        return [.. signals[..Measure(ranked.Leaf, ranked.Doc, signals)].ToArray().Select(s => new ScoreSignal(s.Kind switch
        {
            SignalKind.Prior => "prior",
            SignalKind.Siblings => "siblings",
            SignalKind.Title => "title",
            SignalKind.Date => "date",
            SignalKind.Freshness => "freshness",
            _ => "text",
        }, s.Value, s.Weight, s.Value * s.Weight))];
    }

    private void Collect(LeafScores leaf, bool[]? allowed, HitRule rule, NumericDocValues? dates, int candidates, PriorityQueue<(LeafScores Leaf, int Doc), float> heap)
    {
        var text = leaf.Text;
        var coverage = leaf.Coverage;
        var heads = leaf.Leaf.Heads;
        var top = new float[weights.SiblingCount + 1];
        var threshold = float.NegativeInfinity;
        for (int first = 0, end; first < text.Length; first = end)
        {
            end = first + 1;
            while (heads[first] >= 0 && end < text.Length && heads[end] == heads[first])
            {
                end++;
            }

            // Most articles promise too little as a whole to look at their sections one by one.
            if (threshold > float.NegativeInfinity && dates is null && MostOf(leaf, first, end) <= threshold)
            {
                continue;
            }

            var isKnown = false;
            for (var doc = first; doc < end; doc++)
            {
                if (!rule.Holds(coverage[doc], text[doc]) || (allowed is not null && !allowed[doc]))
                {
                    continue;
                }

                if (!isKnown)
                {
                    FindTop(text[first..end], top);
                    isKnown = true;
                }

                var score = Promise(leaf, doc, top, dates);
                if (heap.Count < candidates)
                {
                    heap.Enqueue((leaf, doc), score);
                }
                else if (score > threshold)
                {
                    heap.EnqueueDequeue((leaf, doc), score);
                }

                if (heap.Count == candidates)
                {
                    heap.TryPeek(out _, out threshold);
                }
            }
        }
    }

    /// <summary>More than the promise of any of an article's sections, or of a reference.</summary>
    private float MostOf(LeafScores leaf, int first, int end)
    {
        const float Rounding = 1.0001f;
        var best = LeafScores.Max(leaf.Text[first..end]);
        return (best * (1 + weights.Siblings) * Rounding) + (leaf.Leaf.PriorLogs is { } priors ? weights.Prior * _best * priors[first] : 0);
    }

    /// <summary>A score but for the title, which only lowers it, and freshness.</summary>
    private float Promise(LeafScores leaf, int doc, float[] top, NumericDocValues? dates)
    {
        var text = leaf.Text[doc];
        var score = leaf.Leaf.Heads[doc] < 0
            ? weights.Reference * text
            : text + (weights.Siblings * Siblings(top, text)) + (leaf.Leaf.PriorLogs is { } priors ? weights.Prior * _best * priors[doc] : 0);
        return dates is null ? score : score + (weights.Date * Recency(dates, leaf.Leaf, doc));
    }

    private double Score(LeafScores leaf, int doc)
    {
        Span<Signal> signals = stackalloc Signal[MostSignals];
        var score = 0.0;
        foreach (var signal in signals[..Measure(leaf, doc, signals)])
        {
            score += signal.Value * signal.Weight;
        }

        return score;
    }

    private static NumericDocValues Dates(LeafScores leaf) => leaf.Leaf.Reader.GetNumericDocValues(IndexSchema.Date);

    /// <summary>From 0 for what has no date to 1 for the year 2400, so that later is more.</summary>
    private static float Recency(NumericDocValues dates, LeafColumns leaf, int doc)
    {
        const int Days = 372;
        const float Most = 2400 * Days;
        var date = dates.Get(leaf.Heads[doc] >= 0 ? leaf.Heads[doc] : doc);
        return ((date / 10000 * Days) + (date / 100 % 100 * 31) + (date % 100)) / Most;
    }

    /// <summary>Works out the signals of a document; returns how many there are.</summary>
    private int Measure(LeafScores leaf, int doc, Span<Signal> signals)
    {
        var head = leaf.Leaf.Heads[doc];
        var count = 0;
        var article = head >= 0 ? ArticleOf(leaf, head) : null;
        signals[count++] = new Signal(SignalKind.Text, leaf.Text[doc], article is null ? weights.Reference : 1);
        if (article is not null && leaf.Leaf.PriorLogs is { } priors)
        {
            signals[count++] = new Signal(SignalKind.Prior, priors[doc], weights.Prior * _best);
        }

        if (article is not null)
        {
            signals[count++] = new Signal(SignalKind.Siblings, Siblings(article.Top, leaf.Text[doc]) / Math.Max(_best, float.Epsilon), weights.Siblings * _best);
        }

        if (article is not null && _hasText)
        {
            signals[count++] = new Signal(SignalKind.Title, -article.Missing, weights.TitlePenalty * _best);
        }

        if (!_hasText)
        {
            signals[count++] = new Signal(SignalKind.Date, Recency(Dates(leaf), leaf.Leaf, doc), weights.Date);
        }

        if (freshness.Weight > 0)
        {
            signals[count++] = new Signal(SignalKind.Freshness, article?.Freshness ?? freshness.Of(leaf.Leaf.Reader, doc), freshness.Weight * _best);
        }

        return count;
    }

    private ArticleSignals ArticleOf(LeafScores leaf, int head)
    {
        if (!_articles.TryGetValue((leaf, head), out var article))
        {
            _articles.Add((leaf, head), article = Article(leaf, head));
        }

        return article;
    }

    /// <summary>What all sections of an article have in common: its best text scores, one more than support a section, and the rest.</summary>
    private ArticleSignals Article(LeafScores leaf, int head)
    {
        var heads = leaf.Leaf.Heads;
        var end = head + 1;
        while (end < heads.Length && heads[end] == head)
        {
            end++;
        }

        var top = new float[weights.SiblingCount + 1];
        FindTop(leaf.Text[head..end], top);
        return new ArticleSignals(
            top, _hasText ? titles.Missing(leaf.Leaf, head, plan.Terms) : 0, freshness.Weight > 0 ? freshness.Of(leaf.Leaf.Reader, head) : 0);
    }

    /// <summary>The best of an article's text scores, best first.</summary>
    private static void FindTop(ReadOnlySpan<float> text, float[] top)
    {
        Array.Clear(top);
        foreach (var score in text)
        {
            if (score <= top[^1])
            {
                continue;
            }

            var at = top.Length - 1;
            while (at > 0 && top[at - 1] < score)
            {
                top[at] = top[at - 1];
                at--;
            }

            top[at] = score;
        }
    }

    /// <summary>The mean text score of the best other sections of the article.</summary>
    /// <param name="top">The article's best scores, one of which may be the section's own.</param>
    /// <param name="own">The section's own score.</param>
    private float Siblings(float[] top, float own)
    {
        var sum = 0f;
        var without = Array.IndexOf(top, own) is >= 0 and var at ? at : top.Length - 1;
        for (var i = 0; i < top.Length; i++)
        {
            sum += i == without ? 0 : top[i];
        }

        return sum / weights.SiblingCount;
    }

    private enum SignalKind
    {
        Text,
        Prior,
        Siblings,
        Title,
        Date,
        Freshness,
    }

    private readonly record struct Signal(SignalKind Kind, double Value, double Weight);

    /// <summary>A document that may be ranked.</summary>
    /// <param name="Leaf">Its segment.</param>
    /// <param name="Doc">Its number there.</param>
    /// <param name="Promise">Its score without title and freshness.</param>
    internal readonly record struct Candidate(LeafScores Leaf, int Doc, float Promise);

    private sealed record ArticleSignals(float[] Top, float Missing, double Freshness);
}
