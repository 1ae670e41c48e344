using System.Globalization;
using System.Text;
using CitySearch.Analysis;
using CitySearch.Searching.Scoring;

namespace CitySearch.Searching.Language;

/// <summary>
/// Makes of the beginning of a word, and of a fuzzy word, the forms that may stand in a text. How many a query makes in all is bounded, so that no
/// query of stars can keep a machine busy.
/// </summary>
internal sealed class ExpandedForms(QueryAnalysis analysis, ITermDictionary? dictionary)
{
    /// <summary>The most forms of one beginning or fuzzy word: the most frequent, and the nearest, are kept.</summary>
    public const int MostForms = 64;

    /// <summary>The most forms that a query makes in all; what comes after has its own form alone.</summary>
    public const int MostFormsOfQuery = 256;

    // A longer word is looked for as it is.
    private const int LongestFuzzy = 24;

    private int _left = MostFormsOfQuery;

    /// <summary>What may begin so.</summary>
    /// <param name="text">The beginning.</param>
    /// <param name="fields">The fields to look for words in.</param>
    public IReadOnlyList<IReadOnlyList<PhraseTerm>> Beginning(string text, IReadOnlyList<string> fields)
    {
        var phrase = analysis.Phrase(text);
        if (phrase.Count == 0)
        {
            return [];
        }

        // What follows Chinese characters is no other word: where they stand, something begins so.
        var last = phrase[^1];
        IReadOnlyList<string> terms = EndsInLetters(text) ? dictionary?.Beginning(fields, last.Term, Most()) ?? [] : [];
        return Bounded([phrase, .. terms.Where(t => t != last.Term && !t.Contains(':', StringComparison.Ordinal)).Select(t => (IReadOnlyList<PhraseTerm>)[.. phrase.SkipLast(1), last with { Term = t }])]);
    }

    /// <summary>What differs by no more than some characters; the word itself first.</summary>
    /// <param name="text">The word.</param>
    /// <param name="edits">By how many; by its length when not given.</param>
    /// <param name="fields">The fields to look for words in.</param>
    public IReadOnlyList<IReadOnlyList<PhraseTerm>> Near(string text, int? edits, IReadOnlyList<string> fields)
    {
        var phrase = analysis.Phrase(text);
        var units = Units(text);
        var length = units.Sum(u => u.IsHan ? 1 : new StringInfo(u.Term).LengthInTextElements);
        var most = edits ?? (length < 3 ? 0 : length < 6 ? 1 : 2);
        if (phrase.Count == 0 || most == 0 || length > LongestFuzzy)
        {
            return phrase.Count == 0 ? [] : Bounded([phrase]);
        }

        return Bounded([phrase, .. Variants(units, most, fields).Where(v => v.Count > 0)]);
    }

    private static bool EndsInLetters(string text)
    {
        Rune.DecodeLastFromUtf16(text.AsSpan().TrimEnd(), out var last, out _);
        return Text.CharacterClasses.Of(last.Value) != Text.CharacterClass.Ideograph;
    }

    private int Most() => Math.Clamp(_left, 0, MostForms - 1);

    private List<IReadOnlyList<PhraseTerm>> Bounded(IEnumerable<IReadOnlyList<PhraseTerm>> forms)
    {
        var kept = forms.DistinctBy(f => string.Join('\u001f', f)).Take(Math.Clamp(_left, 1, MostForms)).ToList();
        _left -= kept.Count;
        return kept;
    }

    /// <summary>The characters and words of a text, in the order and at the places in which the index has them.</summary>
    private List<Unit> Units(string text) =>
        [.. analysis.Tokens(text).Where(t => t.Type is not (TokenTypes.Pair or TokenTypes.Value or TokenTypes.Counted or TokenTypes.Key))
            .GroupBy(t => t.Position).Select(g => new Unit(g.First().Text, g.First().Type == TokenTypes.Han))];

    private IEnumerable<IReadOnlyList<PhraseTerm>> Variants(List<Unit> units, int edits, IReadOnlyList<string> fields)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (!units[i].IsHan)
            {
                foreach (var term in dictionary?.Near(fields, units[i].Term, edits, Most()) ?? [])
                {
                    yield return Phrase(units, i, new Unit(term, false));
                }
            }
        }

        // One Chinese character is another one, or missing, or one too many, or two are swapped.
        for (var i = units.Count - 1; i >= 0; i--)
        {
            if (units[i].IsHan && units.Count > 1)
            {
                yield return Phrase(units, i, null);
                if (i + 1 < units.Count && units[i + 1].IsHan)
                {
                    yield return Phrase([.. units[..i], units[i + 1], units[i], .. units[(i + 2)..]]);
                    yield return Phrase([.. units[..(i + 1)], null, .. units[(i + 1)..]]);
                }

                if (i > 0 && i + 1 < units.Count)
                {
                    yield return Phrase([.. units[..i], .. units[(i + 1)..]]);
                }
            }
        }

        for (var i = units.Count - 1; i >= 0 && edits > 1; i--)
        {
            for (var j = i - 1; j >= 0; j--)
            {
                if (units[i].IsHan && units[j].IsHan && units.Count > 3)
                {
                    yield return Phrase([.. units[..j], null, .. units[(j + 1)..i], null, .. units[(i + 1)..]]);
                }
            }
        }
    }

    private static List<PhraseTerm> Phrase(List<Unit> units, int at, Unit? other) => Phrase([.. units[..at], other, .. units[(at + 1)..]]);

    /// <summary>
    /// Units as a phrase, with pairs where two Chinese characters stand side by side. Where any character may stand there is none; at an end
    /// it is a term without characters, so that snippets know how far the word reaches.
    /// </summary>
    private static List<PhraseTerm> Phrase(IReadOnlyList<Unit?> units)
    {
        var phrase = new List<PhraseTerm>();
        for (var i = 0; i < units.Count; i++)
        {
            var isPaired = i > 0 && units[i] is { IsHan: true } && units[i - 1] is { IsHan: true };
            if (units[i] is not { } unit)
            {
                if (i == 0 || i == units.Count - 1)
                {
                    phrase.Add(new PhraseTerm("", i));
                }
            }
            else if (unit.IsHan && i + 1 < units.Count && units[i + 1] is { IsHan: true } next)
            {
                phrase.Add(new PhraseTerm(unit.Term + next.Term, i));
            }
            else if (!isPaired)
            {
                phrase.Add(new PhraseTerm(unit.Term, i));
            }
        }

        return phrase;
    }

    /// <summary>A character of a script without spaces, or a word.</summary>
    private sealed record Unit(string Term, bool IsHan);
}
