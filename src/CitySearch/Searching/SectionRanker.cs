using CitySearch.Indexing;
using Lucene.Net.Index;

namespace CitySearch.Searching;

/// <summary>
/// Ranks sections and references: the text score and, on top of it, the signals of <see cref="RankingWeights"/>.
/// The best candidates by text and prior are taken first; the signals that need more than one document are worked
/// out for these alone.
/// </summary>
internal sealed class SectionRanker(TitleTerms titles, RankingWeights weights, Freshness freshness)
{
    /// <summary>Ranks.</summary>
    /// <param name="scores">The text scores.</param>
    /// <param name="allowed">What the filters let through, a segment each; <see langword="null"/> without filters.</param>
    /// <param name="plan">The query.</param>
    /// <param name="candidates">How many candidates to take.</param>
    public List<RankedSection> Rank(TextScores scores, IReadOnlyList<bool[]?> allowed, QueryPlan plan, int candidates)
    {
        var heap = new PriorityQueue<(LeafScores Leaf, int Doc), float>(candidates + 1);
        var rule = HitRule.Of(scores, plan, weights);

        // Where no word scores, the other signals alone do.
        var best = scores.Best > 0 ? scores.Best : 1;
        for (var i = 0; i < scores.Leaves.Count; i++)
        {
            Collect(scores.Leaves[i], allowed[i], rule, best, scores.Best > 0 ? null : Dates(scores.Leaves[i]), candidates, heap);
        }

        var ranked = new List<RankedSection>(heap.Count);
        foreach (var ((leaf, doc), _) in heap.UnorderedItems)
        {
            ranked.Add(Score(leaf, doc, best, scores.Best > 0 ? plan.Terms : null));
        }

        ranked.Sort(RankedSection.Compare);
        return ranked;
    }

    private void Collect(LeafScores leaf, bool[]? allowed, HitRule rule, float best, NumericDocValues? dates, int candidates, PriorityQueue<(LeafScores Leaf, int Doc), float> heap)
    {
        var text = leaf.Text;
        var coverage = leaf.Coverage;
        var priors = leaf.Leaf.PriorLogs;
        var heads = leaf.Leaf.Heads;
        var priorWeight = weights.Prior * best;
        var threshold = float.NegativeInfinity;
        for (var doc = 0; doc < text.Length; doc++)
        {
            if (!rule.Holds(coverage[doc], text[doc]) || (allowed is not null && !allowed[doc]))
            {
                continue;
            }

            var score = heads[doc] < 0 ? weights.Reference * text[doc] : text[doc] + (priors is null ? 0 : priorWeight * priors[doc]);
            if (dates is not null)
            {
                score += weights.Date * Recency(dates, leaf.Leaf, doc);
            }

            if (heap.Count < candidates)
            {
                heap.Enqueue((leaf, doc), score);
                continue;
            }

            if (threshold == float.NegativeInfinity)
            {
                heap.TryPeek(out _, out threshold);
            }

            if (score > threshold)
            {
                heap.EnqueueDequeue((leaf, doc), score);
                heap.TryPeek(out _, out threshold);
            }
        }
    }

    private RankedSection Score(LeafScores leaf, int doc, float best, IReadOnlySet<string>? query)
    {
        var signals = new List<ScoreSignal>(5);
        var head = leaf.Leaf.Heads[doc];
        void Add(string name, double value, double weight) => signals.Add(new ScoreSignal(name, value, weight, value * weight));

        if (head < 0)
        {
            Add("text", leaf.Text[doc], weights.Reference);
        }
        else
        {
            Add("text", leaf.Text[doc], 1);
            if (leaf.Leaf.PriorLogs is { } priors)
            {
                Add("prior", priors[doc], weights.Prior * best);
            }

            Add("siblings", Siblings(leaf, doc, head) / Math.Max(best, float.Epsilon), weights.Siblings * best);
            if (query is not null)
            {
                Add("title", -titles.Missing(leaf.Leaf, head, query), weights.TitlePenalty * best);
            }
        }

        if (query is null)
        {
            Add("date", Recency(Dates(leaf), leaf.Leaf, doc), weights.Date);
        }

        if (freshness.Weight > 0)
        {
            Add("freshness", freshness.Of(leaf.Leaf.Reader, head < 0 ? doc : head), freshness.Weight * best);
        }

        return new RankedSection
        {
            Leaf = leaf,
            Doc = doc,
            Signals = signals,
            Score = signals.Sum(s => s.Contribution),
            Order = leaf.Leaf.OrderOf(head < 0 ? doc : head),
        };
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

    /// <summary>The mean text score of the best other sections of the article.</summary>
    private float Siblings(LeafScores leaf, int doc, int head)
    {
        Span<float> top = stackalloc float[weights.SiblingCount];
        top.Clear();
        var heads = leaf.Leaf.Heads;
        for (var other = head; other < heads.Length && heads[other] == head; other++)
        {
            var score = leaf.Text[other];
            if (other == doc || score <= top[^1])
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

        var sum = 0f;
        foreach (var score in top)
        {
            sum += score;
        }

        return sum / weights.SiblingCount;
    }
}
