using CitySearch.Analysis;
using CitySearch.Concepts;
using CitySearch.Searching.Language;
using CitySearch.Snippets;

namespace CitySearch.Searching.Scoring;

/// <summary>Makes the clauses that score a query's text, and what snippets look for.</summary>
internal sealed class ClausePlanner(QueryAnalysis analysis, Thesaurus thesaurus, ITermStatistics statistics, RankingWeights weights)
{
    /// <summary>Of a pasted page, the rarest terms decide.</summary>
    public const int MostTerms = 512;

    // A phrase this long is not written by someone who expects it to stand anywhere as a whole.
    private const int LongestWholePhrase = 12;

    // How far apart, in positions, the words of a query of several words may stand to count as near.
    private const int NearSlop = 12;

    // Other labels of what a query mentions; of a pasted page, the first mentions decide.
    private const int MostLabels = 16;

    /// <summary>Plans a query. Without any clause and requirement there is nothing to search for.</summary>
    public QueryPlan Plan(QueryNode tree, ReadQuery query)
    {
        var parts = query.Parts.Where(p => p.Role != PartRole.Expanded).ToList();
        var standing = analysis.Terms(string.Join('\n', parts.Select(p => p.Text)), weights.Question);
        var terms = standing;
        if (parts.Any(p => !p.IsReason))
        {
            var reasons = analysis.Terms(string.Join('\n', parts.Where(p => p.IsReason).Select(p => p.Text)), weights.Question).Where(t => t.IsReason).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
            terms = standing.ConvertAll(t => t with { IsReason = t.IsReason && reasons.Contains(t.Text) });
        }

        var idf = terms.ToDictionary(t => t.Text, t => Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(t.Text)), StringComparer.Ordinal);
        var scored = terms.Count <= MostTerms ? terms : [.. terms.OrderByDescending(t => idf[t.Text] * (t.IsReason ? 2 : 1)).Take(MostTerms)];
        var clauses = scored.ConvertAll(t => new ScoringClause
        {
            Name = t.Text,
            Weight = idf[t.Text] * t.Count * (t.IsWord ? weights.Word : 1),
            Coverage = t.IsReason ? idf[t.Text] : 0,
        });

        var runs = new List<SnippetRun>();
        foreach (var part in query.Parts)
        {
            AddPart(part, idf, clauses, runs);
        }

        // A pair across two words ranks, but nobody asked for it.
        var bridges = Bridges(runs, idf);
        var labels = parts.Where(p => !p.IsPhrase).SelectMany(p => Expansions.Of(p.Text, thesaurus, analysis, statistics, weights).Select(e => new { Label = e, p.IsReason })).Take(MostLabels).ToList();
        foreach (var each in labels)
        {
            clauses.Add(each.IsReason ? each.Label.Clause : each.Label.Clause with { Coverage = 0 });
            runs.Add(SnippetRuns.Label(each.Label.Phrase, each.Label.Mention, analysis));
        }

        if (query.Parts is [{ Role: PartRole.Loose } only])
        {
            AddWhole(only.Text, idf, clauses);
        }

        return new QueryPlan
        {
            Tree = tree,
            Clauses = clauses.ConvertAll(c => bridges.Contains(c.Name) ? c with { Coverage = 0 } : c),
            Terms = terms.Select(t => t.Text).Concat(labels.SelectMany(l => l.Label.Phrase, (_, t) => t.Term)).Concat(Expanded(query)).ToHashSet(StringComparer.Ordinal),
            Reasons = terms.Count(t => t.IsReason && !bridges.Contains(t.Text)) + query.Parts.Count(p => p.Clause is { Coverage: > 0 }),
            AsksForWords = query.AsksForWords,
            Required = query.Required,
            Snippets = new SnippetQuery
            {
                Terms = SnippetTerms(standing, runs, bridges, idf),
                Runs = runs,
            },
        };
    }

    private static IEnumerable<string> Expanded(ReadQuery query) =>
        query.Parts.SelectMany(p => p.Clause?.Alternatives ?? []).SelectMany(form => form).Select(t => t.Term);

    private void AddPart(QueryPart part, Dictionary<string, float> idf, List<ScoringClause> clauses, List<SnippetRun> runs)
    {
        switch (part.Role)
        {
            case PartRole.Expanded:
                clauses.Add(part.Clause!);
                runs.Add(SnippetRuns.Expanded(part.Clause!.Alternatives!));
                break;
            case PartRole.Quoted or PartRole.QuotedWord:
                AddQuoted(part, idf, clauses, runs);
                break;
            case PartRole.Word:
                runs.AddRange(SnippetRuns.Of(part.Text, analysis).Select(run => run with { IsPhrase = true }));
                break;
            default:
                runs.AddRange(SnippetRuns.Of(part.Text, analysis));
                break;
        }
    }

    private void AddQuoted(QueryPart part, Dictionary<string, float> idf, List<ScoringClause> clauses, List<SnippetRun> runs)
    {
        var phrase = analysis.Phrase(part.Text);
        if (phrase.Count == 0)
        {
            return;
        }

        var sum = Sum(phrase, idf);
        clauses.Add(new ScoringClause { Name = $"\"{part.Text.Trim()}\"", Weight = sum, Coverage = part.IsReason ? sum : 0, Phrase = phrase, Slop = part.Slop });
        runs.Add(SnippetRuns.Quoted(part.Text, phrase, analysis) with { Slop = part.Slop });
    }

    /// <summary>The whole query as a phrase, or its words near each other: both only raise what stands so.</summary>
    private void AddWhole(string text, Dictionary<string, float> idf, List<ScoringClause> clauses)
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
            Weight = weights.Phrase * Sum(phrase, idf),
            Coverage = 0,
            Phrase = phrase,
            Slop = words > 1 ? NearSlop : 0,
        });
    }

    private static float Sum(List<PhraseTerm> phrase, Dictionary<string, float> idf)
    {
        var sum = 0f;
        foreach (var term in phrase)
        {
            sum += idf.GetValueOrDefault(term.Term);
        }

        return sum;
    }

    private Dictionary<string, SnippetTerm> SnippetTerms(List<QueryTerm> terms, List<SnippetRun> runs, HashSet<string> bridges, Dictionary<string, float> idf)
    {
        var known = terms.ToDictionary(t => t.Text, t => new SnippetTerm(idf[t.Text], t.IsReason, bridges.Contains(t.Text)), StringComparer.Ordinal);
        foreach (var term in runs.SelectMany(r => r.Spellings).SelectMany(s => s).Select(t => t.Term).Where(t => t.Length > 0))
        {
            known.TryAdd(term, new SnippetTerm(Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(term)), true, false));
        }

        return known;
    }

    /// <summary>
    /// The pairs that join two words: their characters are less associated (pointwise mutual information, Church and
    /// Hanks 1990) than those of the pairs on both sides, by a margin.
    /// </summary>
    private HashSet<string> Bridges(List<SnippetRun> runs, Dictionary<string, float> idf)
    {
        const float Margin = 1;
        var bridges = new HashSet<string>(StringComparer.Ordinal);
        float Single(ReadOnlySpan<char> character) => Bm25.Idf(statistics.DocumentCount, statistics.DocumentFrequency(character.ToString()));
        float Association(string pair)
        {
            var second = char.IsSurrogate(pair[0]) && pair.Length > 2 ? 2 : 1;
            return Single(pair.AsSpan(0, second)) + Single(pair.AsSpan(second)) - idf.GetValueOrDefault(pair);
        }

        foreach (var terms in runs.Where(r => r.Spellings.Count > 0).Select(r => r.Spellings[0]).Where(t => t.Count >= 3))
        {
            var associations = new float[terms.Count];
            for (var i = 0; i < associations.Length; i++)
            {
                associations[i] = terms[i].Term is { Length: >= 2 } pair && pair[0] >= '\u2E80' ? Association(pair) : float.PositiveInfinity;
            }

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
