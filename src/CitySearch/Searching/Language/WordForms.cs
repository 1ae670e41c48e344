using CitySearch.Analysis;
using CitySearch.Searching.Scoring;
using CitySearch.Text;

namespace CitySearch.Searching.Language;

/// <summary>
/// How what a query asks for may stand in a text: one of several forms, each of which is phrases (or single terms) that all stand in one
/// section.
/// </summary>
/// <param name="Alternatives">The forms.</param>
/// <param name="Slop">By how many positions the terms of a phrase may be moved.</param>
internal sealed record WordForms(IReadOnlyList<IReadOnlyList<IReadOnlyList<PhraseTerm>>> Alternatives, int Slop = 0)
{
    /// <summary>
    /// A word as it is written. Numbers that it writes are found in every spelling; a document or standard number by its key;
    /// C++ with its signs.
    /// </summary>
    public static WordForms Written(string text, QueryAnalysis analysis)
    {
        var phrase = analysis.Phrase(text);
        if (phrase.Count == 0)
        {
            return new WordForms([]);
        }

        var forms = new List<IReadOnlyList<IReadOnlyList<PhraseTerm>>>();
        var tokens = analysis.Tokens(text);
        if (NumberScanner.Find(text) is [var number] && number.Length == text.Trim().Length && tokens.Any(t => t.Text == number.Keys[0]))
        {
            forms.Add([Single(number.Keys[0])]);
            return new WordForms(forms);
        }

        var words = tokens.Where(t => t.Type == TokenTypes.Word && phrase.All(p => p.Term != t.Text)).Select(t => Single(t.Text));
        forms.Add([phrase, .. words]);
        if (tokens.Any(t => t.Type is TokenTypes.Value or TokenTypes.Counted))
        {
            forms.Add([.. analysis.Terms(text).Where(t => t.IsReason).Select(t => Single(t.Text))]);
        }

        return new WordForms(forms);
    }

    /// <summary>Text between quotes.</summary>
    public static WordForms Quoted(string text, int slop, QueryAnalysis analysis) =>
        analysis.Phrase(text) is { Count: > 0 } phrase ? new WordForms([[phrase]], slop) : new WordForms([]);

    /// <summary>One term as a phrase.</summary>
    public static IReadOnlyList<PhraseTerm> Single(string term) => [new PhraseTerm(term, 0)];
}
