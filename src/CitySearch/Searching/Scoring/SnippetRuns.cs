using CitySearch.Analysis;
using CitySearch.Snippets;
using CitySearch.Text;

namespace CitySearch.Searching.Scoring;

/// <summary>Makes the stretches of a query that snippets look for as wholes.</summary>
internal static class SnippetRuns
{
    // What separates the words of a query. Brackets and dashes do not: they stand inside document and standard numbers.
    private static readonly char[] Gaps =
    [
        ' ', '\t', '\r', '\n', '\u00A0', '\u3000', '，', '。', '；', '！', '？', '、', '：', '《', '》', '「', '」', '『', '』', '‘', '’', ',', ';', '!', '?',
    ];

    /// <summary>The document and standard numbers of a text, and its words, split at spaces and marks that end a clause.</summary>
    public static IEnumerable<SnippetRun> Of(string text, QueryAnalysis analysis)
    {
        var start = 0;
        var numbers = NumberScanner.Find(text);
        for (var i = 0; i < numbers.Count; i++)
        {
            var number = numbers[i];
            foreach (var run in Words(text[start..number.Start], analysis))
            {
                yield return run;
            }

            start = number.Start + number.Length;
            if (Written(text[number.Start..start], analysis) is { } written)
            {
                // Its own key says the number in any spelling; a document's further keys are also those of others.
                var keys = number.Keys.Take(number.IsStandard ? number.Keys.Count : 1);
                yield return written with { Spellings = [.. written.Spellings, .. keys.Select(key => new[] { new PhraseTerm(key, 0) })] };
            }
        }

        foreach (var run in Words(text[start..], analysis))
        {
            yield return run;
        }
    }

    /// <summary>What was quoted: found literally or not at all, with everything that its text is analysed to.</summary>
    public static SnippetRun Quoted(string text, List<PhraseTerm> phrase, QueryAnalysis analysis) =>
        new([phrase], Parts(text, [phrase], analysis), IsPhrase: true);

    /// <summary>The forms of the beginning of a word or of a fuzzy word: each found as a whole or not at all.</summary>
    public static SnippetRun Expanded(IReadOnlyList<IReadOnlyList<PhraseTerm>> forms) =>
        new(forms, forms.SelectMany(f => f).Select(t => t.Term).ToHashSet(StringComparer.Ordinal), IsPhrase: true);

    /// <summary>A label that the query does not write: found as a whole or not at all.</summary>
    /// <param name="phrase">The label's terms.</param>
    /// <param name="mention">What the query writes instead.</param>
    /// <param name="analysis">Makes terms.</param>
    public static SnippetRun Label(IReadOnlyList<PhraseTerm> phrase, string mention, QueryAnalysis analysis) =>
        new([phrase], phrase.Select(t => t.Term).ToHashSet(StringComparer.Ordinal), IsPhrase: true) { StandsFor = Parts(mention, [], analysis) };

    private static IEnumerable<SnippetRun> Words(string text, QueryAnalysis analysis) =>
        text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries).Select(word => Written(word, analysis)).OfType<SnippetRun>();

    /// <summary>A stretch as it is written, and with its numbers in digits.</summary>
    private static SnippetRun? Written(string text, QueryAnalysis analysis)
    {
        var spellings = new List<List<PhraseTerm>> { analysis.Phrase(text) };
        if (analysis.InDigits(text) is { } inDigits)
        {
            spellings.Add(analysis.Phrase(inDigits));
        }

        return spellings[0].Count == 0 ? null : new SnippetRun(spellings, Parts(text, spellings, analysis), IsPhrase: false);
    }

    private static HashSet<string> Parts(string text, List<List<PhraseTerm>> spellings, QueryAnalysis analysis) =>
        analysis.Terms(text).Select(t => t.Text).Concat(spellings.SelectMany(s => s).Select(t => t.Term)).ToHashSet(StringComparer.Ordinal);
}
