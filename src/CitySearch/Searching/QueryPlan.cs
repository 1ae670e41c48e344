using CitySearch.Concepts;
using CitySearch.Snippets;

namespace CitySearch.Searching;

/// <summary>What a query asks of an index: the clauses that score, and what snippets look for.</summary>
internal sealed record QueryPlan
{
    // A phrase this long is not written by someone who expects it to stand anywhere as a whole.
    private const int LongestWholePhrase = 12;

    // How far apart, in positions, the words of a query of several words may stand to count as near.
    private const int NearSlop = 12;

    // Other labels of what a query mentions; of a pasted page, the first mentions decide.
    private const int MostLabels = 16;

    // Of a pasted page, the rarest terms decide.
    private const int MostTerms = 512;

    /// <summary>The clauses.</summary>
    public required IReadOnlyList<ScoringClause> Clauses { get; init; }

    /// <summary>All terms of the query.</summary>
    public required IReadOnlySet<string> Terms { get; init; }

    /// <summary>How many different reasons to be a hit the query has.</summary>
    public required int Reasons { get; init; }

    /// <summary>What snippets look for.</summary>
    public required SnippetQuery Snippets { get; init; }

    /// <summary>Plans a query. Without any clause there is nothing to search for.</summary>
    public static QueryPlan Of(string query, QueryAnalysis analysis, Thesaurus thesaurus, ITermStatistics statistics, RankingWeights weights)
    {
        var parts = QueryText.Split(query);
        var terms = analysis.Terms(string.Join('\n', parts.Select(p => p.Text)), weights.Question);
        var idf = terms.ToDictionary(t => t.Text, t => Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(t.Text)), StringComparer.Ordinal);
        var scored = terms.Count <= MostTerms ? terms : [.. terms.OrderByDescending(t => idf[t.Text] * (t.IsReason ? 2 : 1)).Take(MostTerms)];
        var clauses = scored.ConvertAll(t => new ScoringClause
        {
            Name = t.Text,
            Weight = idf[t.Text] * t.Count * (t.IsWord ? weights.Word : 1),
            Coverage = t.IsReason ? idf[t.Text] : 0,
        });

        var runs = new List<SnippetRun>();
        foreach (var part in parts)
        {
            if (part.IsPhrase)
            {
                AddQuoted(part.Text, analysis, idf, clauses, runs);
            }
            else
            {
                runs.AddRange(SnippetRuns.Of(part.Text, analysis));
            }
        }

        // A pair across two words ranks, but nobody asked for it.
        var bridges = Bridges(runs, idf, statistics);
        var labels = parts.Where(p => !p.IsPhrase).SelectMany(p => Expansions.Of(p.Text, thesaurus, analysis, statistics, weights)).Take(MostLabels).ToList();
        foreach (var label in labels)
        {
            clauses.Add(label.Clause);
            runs.Add(SnippetRuns.Label(label.Phrase, label.Mention, analysis));
        }

        if (parts.Count == 1 && !parts[0].IsPhrase)
        {
            AddWhole(parts[0].Text, analysis, idf, weights, clauses);
        }

        return new QueryPlan
        {
            Clauses = clauses.ConvertAll(c => bridges.Contains(c.Name) ? c with { Coverage = 0 } : c),
            Terms = terms.Select(t => t.Text).Concat(labels.SelectMany(l => l.Phrase, (_, t) => t.Term)).ToHashSet(StringComparer.Ordinal),
            Reasons = terms.Count(t => t.IsReason && !bridges.Contains(t.Text)),
            Snippets = new SnippetQuery
            {
                Terms = SnippetTerms(terms, runs, bridges, idf, statistics),
                Runs = runs,
            },
        };
    }

    private static void AddQuoted(string text, QueryAnalysis analysis, Dictionary<string, float> idf, List<ScoringClause> clauses, List<SnippetRun> runs)
    {
        var phrase = analysis.Phrase(text);
        if (phrase.Count == 0)
        {
            return;
        }

        var sum = phrase.Sum(t => idf.GetValueOrDefault(t.Term));
        clauses.Add(new ScoringClause { Name = $"\"{text.Trim()}\"", Weight = sum, Coverage = sum, Phrase = phrase, IsRequired = true });
        runs.Add(SnippetRuns.Quoted(text, phrase, analysis));
    }

    /// <summary>The whole query as a phrase, or its words near each other: both only raise what stands so.</summary>
    private static void AddWhole(string text, QueryAnalysis analysis, Dictionary<string, float> idf, RankingWeights weights, List<ScoringClause> clauses)
    {
        var phrase = analysis.Phrase(text);
        if (phrase.Count is < 2 or > LongestWholePhrase)
        {
            return;
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        clauses.Add(new ScoringClause
        {
            Name = words > 1 ? $"near({text.Trim()})" : $"whole({text.Trim()})",
            Weight = weights.Phrase * phrase.Sum(t => idf.GetValueOrDefault(t.Term)),
            Coverage = 0,
            Phrase = phrase,
            Slop = words > 1 ? NearSlop : 0,
        });
    }

    private static Dictionary<string, SnippetTerm> SnippetTerms(List<QueryTerm> terms, List<SnippetRun> runs, HashSet<string> bridges, Dictionary<string, float> idf, ITermStatistics statistics)
    {
        var known = terms.ToDictionary(t => t.Text, t => new SnippetTerm(idf[t.Text], t.IsReason, bridges.Contains(t.Text)), StringComparer.Ordinal);
        foreach (var (term, _) in runs.SelectMany(r => r.Spellings).SelectMany(s => s))
        {
            known.TryAdd(term, new SnippetTerm(Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(term)), true, false));
        }

        return known;
    }

    /// <summary>
    /// The pairs that join two words: their characters are less associated (pointwise mutual information, Church and
    /// Hanks 1990) than those of the pairs on both sides, by a margin.
    /// </summary>
    private static HashSet<string> Bridges(List<SnippetRun> runs, Dictionary<string, float> idf, ITermStatistics statistics)
    {
        const float Margin = 1;
        var bridges = new HashSet<string>(StringComparer.Ordinal);
        float Single(ReadOnlySpan<char> character) => Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(character.ToString()));
        float Association(string pair)
        {
            var second = char.IsSurrogate(pair[0]) && pair.Length > 2 ? 2 : 1;
            return Single(pair.AsSpan(0, second)) + Single(pair.AsSpan(second)) - idf.GetValueOrDefault(pair);
        }

        foreach (var terms in runs.Select(r => r.Spellings[0]).Where(t => t.Count >= 3))
        {
            var associations = terms.Select(t => t.Term.Length >= 2 && t.Term[0] >= '\u2E80' ? Association(t.Term) : float.PositiveInfinity).ToArray();
            for (var i = 1; i < associations.Length - 1; i++)
            {
                if (associations[i] + Margin < associations[i - 1] && associations[i] + Margin < associations[i + 1])
                {
                    bridges.Add(terms[i].Term);
                }
            }
        }

        return bridges;
    }
}
