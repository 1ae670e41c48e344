using CitySearch.Analysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CitySearch.Searching;

/// <summary>Turns the words of a query into terms, with the analyzer that the index was built with.</summary>
internal sealed class QueryAnalysis(AnalyzerChoice analyzer)
{
    /// <summary>The terms of a text, each once, in the order in which they first stand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="questionWeight">What a term counts that only asks; 1 to make no difference.</param>
    public List<QueryTerm> Terms(string text, float questionWeight = 1)
    {
        var asks = questionWeight < 1 ? QuestionWords.Find(text) : [];
        var terms = new List<(string Text, bool IsSingle, bool IsWord, int Start, int End)>();
        foreach (var token in Tokens(analyzer.Index, text))
        {
            var isSingle = token.Type == TokenTypes.Han;
            terms.Add((token.Text, isSingle, token.Type == TokenTypes.Word, token.Start, token.End));
        }

        // A pair starts or ends at every character of a run of two or more; what no pair touches stands alone.
        var paired = new HashSet<int>();
        foreach (var (_, isSingle, _, start, end) in terms)
        {
            if (!isSingle)
            {
                for (var i = start; i < end; i++)
                {
                    paired.Add(i);
                }
            }
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<QueryTerm>();
        foreach (var (term, isSingle, isWord, start, end) in terms)
        {
            var onlyAsks = asks.Length > 0 && asks.AsSpan(start, end - start).Contains(true);
            var count = onlyAsks ? questionWeight : 1;
            var isReason = !onlyAsks && (!isSingle || !paired.Contains(start));
            if (counts.TryGetValue(term, out var at))
            {
                result[at] = result[at] with { Count = result[at].Count + count, IsReason = result[at].IsReason || isReason };
            }
            else
            {
                counts.Add(term, result.Count);
                result.Add(new QueryTerm(term, count, isReason, isWord));
            }
        }

        return result;
    }

    /// <summary>The terms of a text as a phrase.</summary>
    public List<PhraseTerm> Phrase(string text)
    {
        var phrase = new List<PhraseTerm>();
        var first = -1;
        foreach (var token in Tokens(analyzer.Phrase, text))
        {
            first = first < 0 ? token.Position : first;
            phrase.Add(new PhraseTerm(token.Text, token.Position - first));
        }

        return phrase;
    }

    /// <summary>The tokens that an analyzer makes of a text.</summary>
    public static List<AnalysedToken> Tokens(Analyzer analyzer, string text)
    {
        var tokens = new List<AnalysedToken>();
        using var stream = analyzer.GetTokenStream(Indexing.IndexSchema.Text, text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var offsets = stream.AddAttribute<IOffsetAttribute>();
        var increments = stream.AddAttribute<IPositionIncrementAttribute>();
        var types = stream.AddAttribute<ITypeAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            position += increments.PositionIncrement;
            tokens.Add(new AnalysedToken(term.ToString()!, types.Type, offsets.StartOffset, offsets.EndOffset, position));
        }

        stream.End();
        return tokens;
    }
}

/// <summary>A token.</summary>
/// <param name="Text">The term.</param>
/// <param name="Type">Its type, one of <see cref="TokenTypes"/> for the analyzers of our own.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Position">Its position among the tokens, from 0.</param>
internal readonly record struct AnalysedToken(string Text, string Type, int Start, int End, int Position);
