namespace CitySearch.Concepts;

/// <summary>
/// Finds the other labels for what a query mentions. Only labels of the same concept and of its exact matches count:
/// what is broader, narrower or related is another thing, and searching for it too would cost precision.
/// </summary>
/// <remarks>
/// A label that several concepts bear is expanded only when one of them prefers it, and then to that one's labels: a
/// wrong sense costs more than a missing synonym, and the typed text is searched for in any case.
/// </remarks>
internal static class QueryExpansion
{
    /// <summary>The expansions of a text, in the order of its mentions.</summary>
    public static List<LabelExpansion> Expand(Thesaurus thesaurus, string text, ExpansionWeights weights)
    {
        var mentions = thesaurus.Mentions(text);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            known.Add(Typed(text, mention));
        }

        var expansions = new List<LabelExpansion>();
        foreach (var mention in mentions)
        {
            var candidates = Candidates(thesaurus, mention, Typed(text, mention), weights);
            foreach (var candidate in candidates)
            {
                if (expansions.Count < weights.MostExpansions && !candidates.Exists(candidate.IsFoundBy) && known.Add(candidate.Spelling))
                {
                    expansions.Add(candidate.Expansion);
                }
            }
        }

        return expansions;
    }

    /// <summary>The labels that could stand for a mention, but those that hold what was typed: the typed text finds them.</summary>
    private static List<Candidate> Candidates(Thesaurus thesaurus, ConceptMention mention, string typed, ExpansionWeights weights)
    {
        var candidates = new List<Candidate>();
        foreach (var concept in Meant(thesaurus, mention))
        {
            var share = ReferenceEquals(concept, mention.Concepts[0]) ? 1 : weights.ExactMatch;
            foreach (var label in ConceptLabel.Of(concept))
            {
                var weight = Weight(label, mention.Kind, weights) * share;
                var spelling = LabelForm.Spelling(label.Text);
                if (weight > 0 && !LabelForm.Contains(spelling, typed) && candidates.Count < weights.MostExpansions)
                {
                    candidates.Add(new Candidate(new LabelExpansion(label.Text, weight, concept, mention), spelling));
                }
            }
        }

        return candidates;
    }

    private static string Typed(string text, ConceptMention mention) => LabelForm.Spelling(text.Substring(mention.Start, mention.Length));

    /// <summary>The concept that a mention means, and those that mean the same; none when it may mean different ones.</summary>
    private static List<Concept> Meant(Thesaurus thesaurus, ConceptMention mention)
    {
        var same = thesaurus.SameAs(mention.Concepts[0]);
        foreach (var concept in mention.Concepts)
        {
            if (mention.Kind != LabelKind.Preferred && !same.Exists(c => ReferenceEquals(c, concept)))
            {
                return [];
            }
        }

        return same;
    }

    /// <summary>The weight of a label; 0 for one that would find anything: a single character, or what is spelled like a function word.</summary>
    private static float Weight(ConceptLabel label, LabelKind typed, ExpansionWeights weights)
    {
        var key = LabelForm.Key(label.Text);
        var length = LabelForm.Length(key);
        if (label.Kind == LabelKind.Hidden || length < 2 || LabelEntry.IsLikeFunctionWord(key))
        {
            return 0;
        }

        var isAbbreviation = label.Kind == LabelKind.Abbreviation;
        return isAbbreviation && length == 2 ? weights.ShortAbbreviation
            : typed == LabelKind.Hidden ? weights.InsteadOfHidden
            : isAbbreviation ? weights.Abbreviation
            : weights.Label;
    }

    /// <summary>A label that could stand for a mention.</summary>
    /// <param name="Expansion">The label with its weight.</param>
    /// <param name="Spelling">The label as <see cref="LabelForm.Spelling"/> gives it.</param>
    private sealed record Candidate(LabelExpansion Expansion, string Spelling)
    {
        /// <summary>Whether another label, of no less weight, is a part of this one: who looks for that one finds this one, and counts it once.</summary>
        public bool IsFoundBy(Candidate other) =>
            other.Spelling.Length < Spelling.Length && other.Expansion.Weight >= Expansion.Weight && LabelForm.Contains(Spelling, other.Spelling);
    }
}
