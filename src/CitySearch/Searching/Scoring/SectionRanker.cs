using System.Runtime.Intrinsics;

namespace CitySearch.Searching.Scoring;

/// <summary>
/// Ranks sections and references: the text score and, on top of it, the signals of <see cref="RankingWeights"/>.
/// Articles and references are gone through from the one that promises most by text, prior and siblings; title and freshness, which need what is
/// stored of an article, are worked out on the way, for as many as are needed. One ranker serves one query.
/// </summary>
internal sealed class SectionRanker(TextScores scores, ArraySegment<int>[] found, QueryPlan plan, TitleTerms titles, RankingWeights weights, Freshness freshness)
{
    private const int MostSignals = 6;

    // About how many articles are looked at for every hit wanted, and at least: what promises much may have a title that speaks of other things.
    private const int CandidatesPerHit = 2;
    private const int FewestCandidates = 100;

    // Where no word scores, the other signals alone do.
    private readonly bool _hasText = scores.Best > 0;
    private readonly float _best = scores.Best > 0 ? scores.Best : 1;

    private readonly Dictionary<(LeafScores Leaf, int Head), ArticleSignals> _articles = [];

    /// <summary>Ranks articles and references, the most promising first, until those that are left cannot matter.</summary>
    /// <param name="wanted">How many are wanted.</param>
    /// <param name="take">Takes an article or a reference.</param>
    /// <param name="isEnough">Whether enough has been taken, given a score that none of those left exceeds.</param>
    public void Walk(int wanted, Action<Candidate> take, Func<double, bool> isEnough)
    {
        // Promises are of single precision.
        const double Precision = 1e-4;
        var mostGain = (Math.Max(0, freshness.Weight) + Precision) * _best;
        var taken = 0;
        for (var most = Math.Max(FewestCandidates, CandidatesPerHit * wanted); ; most = most > int.MaxValue / 4 ? int.MaxValue : 4 * most)
        {
            var candidates = Candidates(most);
            foreach (var candidate in candidates.AsSpan(Math.Min(taken, candidates.Length)))
            {
                if (isEnough(candidate.Promise + mostGain))
                {
                    return;
                }

                take(candidate);
                taken++;
            }

            if (candidates.Length < most || isEnough(candidates[^1].Promise + mostGain))
            {
                return;
            }
        }
    }

    /// <summary>The best sections by themselves, references left out.</summary>
    /// <param name="most">How many at most.</param>
    public List<RankedSection> Best(int most)
    {
        var best = new PriorityQueue<RankedSection, RankedSection>(Comparer<RankedSection>.Create((a, b) => RankedSection.Compare(b, a)));
        Walk(
            most,
            candidate =>
            {
                foreach (var section in Sections(candidate).Where(s => !s.IsReference))
                {
                    best.Enqueue(section, section);
                    if (best.Count > most)
                    {
                        best.Dequeue();
                    }
                }
            },
            left => best.Count == most && best.Peek().Score > left);
        return [.. best.UnorderedItems.Select(item => item.Element).Order(Comparer<RankedSection>.Create(RankedSection.Compare))];
    }

    /// <summary>The best section of an article, or a reference.</summary>
    public RankedSection Best(Candidate candidate) => Ranked(candidate.Leaf, candidate.Best);

    /// <summary>The found sections of an article, best first, or a reference.</summary>
    /// <param name="candidate">The article or reference.</param>
    /// <param name="leastShare">What share of the text score of the best of them a section has at least.</param>
    public List<RankedSection> Sections(Candidate candidate, double leastShare = 0)
    {
        var text = candidate.Leaf.Text;
        var least = leastShare * text[candidate.Best];
        var ranked = new List<RankedSection>();
        foreach (var doc in candidate.Docs.AsSpan())
        {
            if (text[doc] >= least)
            {
                ranked.Add(Ranked(candidate.Leaf, doc));
            }
        }

        ranked.Sort(RankedSection.Compare);
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

    /// <summary>The articles and references that promise most, best first.</summary>
    private Candidate[] Candidates(int most)
    {
        var best = new BestCandidates(most);
        for (var i = 0; i < scores.Leaves.Count; i++)
        {
            Collect(scores.Leaves[i], found[i], best);
        }

        return best.Sorted();
    }

    private void Collect(LeafScores leaf, ArraySegment<int> found, BestCandidates best)
    {
        var docs = found.AsSpan();
        var heads = leaf.Leaf.Heads;
        var text = leaf.Text;
        var top = new float[weights.SiblingCount + 1];
        for (int first = 0, next; first < docs.Length; first = next)
        {
            var most = docs[first];
            var head = heads[most];
            var end = leaf.Leaf.EndOf(most);
            var greatest = text[most];
            for (next = first + 1; next < docs.Length && docs[next] is var doc && doc < end; next++)
            {
                (most, greatest) = text[doc] > greatest ? (doc, text[doc]) : (most, greatest);
            }

            // Most articles promise too little to look at their sections one by one, even if the others are as good as any, or as their best.
            var prior = leaf.Leaf.PriorLogs is { } priors ? weights.Prior * _best * priors[most] : 0;
            var sections = head < 0 ? text.Slice(most, 1) : text[head..end];
            if (_hasText && (Most(greatest, _best, prior) <= best.Least || Most(greatest, LeafScores.Max(sections), prior) <= best.Least))
            {
                continue;
            }

            FindTop(sections, top);
            best.Add(new Candidate(leaf, found.Slice(first, next - first), most, Promise(leaf, most, top)));
        }
    }

    /// <summary>More than the promise of a section, given its text score, what none of its siblings exceeds, and its prior.</summary>
    private float Most(float text, float sibling, float prior)
    {
        const float Rounding = 1.0001f;
        return ((text + (weights.Siblings * sibling)) * Rounding) + prior;
    }

    /// <summary>A score but for the title, which only lowers it, and freshness.</summary>
    private float Promise(LeafScores leaf, int doc, float[] top)
    {
        var text = leaf.Text[doc];
        var score = leaf.Leaf.Heads[doc] < 0
            ? weights.Reference * text
            : text + (weights.Siblings * Siblings(top, text)) + (leaf.Leaf.PriorLogs is { } priors ? weights.Prior * _best * priors[doc] : 0);
        return _hasText ? score : score + (weights.Date * Recency(leaf.Leaf, doc));
    }

    private RankedSection Ranked(LeafScores leaf, int doc) => new() { Leaf = leaf, Doc = doc, Score = Score(leaf, doc) };

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

    /// <summary>From 0 for what has no date to 1 for the year 2400, so that later is more.</summary>
    private static float Recency(LeafColumns leaf, int doc)
    {
        const int Days = 372;
        const float Most = 2400 * Days;
        var date = leaf.Dates[leaf.HitOf(doc)];
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
            signals[count++] = new Signal(SignalKind.Date, Recency(leaf.Leaf, doc), weights.Date);
        }

        if (freshness.Weight > 0)
        {
            signals[count++] = new Signal(SignalKind.Freshness, article?.Freshness ?? freshness.Of(leaf.Leaf, doc), freshness.Weight * _best);
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
        var top = new float[weights.SiblingCount + 1];
        FindTop(leaf.Text[head..leaf.Leaf.EndOf(head)], top);
        return new ArticleSignals(
            top, _hasText ? titles.Missing(leaf.Leaf, head, plan.Terms) : 0, freshness.Weight > 0 ? freshness.Of(leaf.Leaf, head) : 0);
    }

    /// <summary>The best of an article's text scores, best first.</summary>
    private static void FindTop(ReadOnlySpan<float> text, float[] top)
    {
        Array.Clear(top);
        for (var i = 0; i < text.Length; i++)
        {
            // Of most stretches of a long article, none is among the best.
            while (i <= text.Length - Vector256<float>.Count && Vector256.LessThanOrEqualAll(Vector256.Create(text[i..]), Vector256.Create(top[^1])))
            {
                i += Vector256<float>.Count;
            }

            if (i < text.Length && text[i] > top[^1])
            {
                Insert(text[i], top);
            }
        }
    }

    private static void Insert(float score, float[] top)
    {
        var at = top.Length - 1;
        while (at > 0 && top[at - 1] < score)
        {
            top[at] = top[at - 1];
            at--;
        }

        top[at] = score;
    }

    /// <summary>The mean text score of the best other sections of the article.</summary>
    /// <param name="top">The article's best scores, one of which may be the section's own.</param>
    /// <param name="own">The section's own score.</param>
    private float Siblings(float[] top, float own)
    {
        var sum = 0f;
        var without = 0;
        while (without < top.Length - 1 && top[without] != own)
        {
            without++;
        }

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

    private sealed record ArticleSignals(float[] Top, float Missing, double Freshness);
}
