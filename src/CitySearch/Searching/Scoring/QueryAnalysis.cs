using System.Text;
using CitySearch.Analysis;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CitySearch.Searching.Scoring;

/// <summary>Turns the words of a query into terms, with the analyzer that the index was built with.</summary>
internal sealed class QueryAnalysis(AnalyzerChoice analyzer)
{
    /// <summary>The terms of a text, each once, in the order in which they first stand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="questionWeight">What a term counts that only asks; 1 to make no difference.</param>
    public List<QueryTerm> Terms(string text, float questionWeight = 1)
    {
        var asks = questionWeight < 1 ? QuestionWords.Find(text) : [];
        var tokens = Tokens(analyzer.Index, text);
        var standing = Standing.Of(tokens);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<QueryTerm>();
        foreach (var token in tokens)
        {
            var onlyAsks = asks.Length > 0 && asks.AsSpan(token.Start, token.End - token.Start).Contains(true);
            var count = onlyAsks ? questionWeight : 1;
            var isReason = !onlyAsks && standing.IsReason(token);
            if (counts.TryGetValue(token.Text, out var at))
            {
                result[at] = result[at] with { Count = result[at].Count + count, IsReason = result[at].IsReason || isReason };
            }
            else
            {
                counts.Add(token.Text, result.Count);
                result.Add(new QueryTerm(token.Text, count, isReason, token.Type == TokenTypes.Word));
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

    /// <summary>A text with the numbers that it writes in Chinese characters in digits; <see langword="null"/> when it has none.</summary>
    public string? InDigits(string text)
    {
        var values = Tokens(analyzer.Index, text).FindAll(t => t.Type == TokenTypes.Value);
        var digits = values.Count > 0 ? new StringBuilder(text) : null;
        for (var i = values.Count - 1; i >= 0; i--)
        {
            digits!.Remove(values[i].Start, values[i].End - values[i].Start).Insert(values[i].Start, values[i].Text);
        }

        return digits?.ToString();
    }

    /// <summary>The tokens of a text as it is indexed.</summary>
    public List<AnalysedToken> Tokens(string text) => Tokens(analyzer.Index, text);

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

    /// <summary>How the tokens of a query stand together: which of them say by themselves what is asked for.</summary>
    private sealed class Standing
    {
        private readonly HashSet<int> _paired = [];
        private readonly HashSet<int> _words = [];
        private readonly HashSet<int> _numbers = [];

        public static Standing Of(List<AnalysedToken> tokens)
        {
            var standing = new Standing();
            foreach (var token in tokens.Where(t => t.Type != TokenTypes.Han))
            {
                AddOffsets(token, standing._paired);
                if (token.Type == TokenTypes.Value)
                {
                    AddOffsets(token, standing._numbers);
                }

                if (token.Type is TokenTypes.Value or TokenTypes.Word)
                {
                    AddOffsets(token, standing._words);
                }
            }

            return standing;
        }

        /// <summary>
        /// A pair starts or ends at every character of a run of two or more; only a character that no pair and no word
        /// touches stands alone. The pairs of a number's characters say nothing that its value does not say in every
        /// spelling.
        /// </summary>
        public bool IsReason(AnalysedToken token) => token.Type switch
        {
            TokenTypes.Han => !_paired.Contains(token.Start) && !_words.Contains(token.Start - 1) && !_words.Contains(token.End),
            TokenTypes.Pair => !IsOfNumber(token),
            _ => true,
        };

        private bool IsOfNumber(AnalysedToken pair)
        {
            for (var at = pair.Start; _numbers.Count > 0 && at < pair.End; at++)
            {
                if (_numbers.Contains(at))
                {
                    return true;
                }
            }

            return false;
        }

        private static void AddOffsets(AnalysedToken token, HashSet<int> offsets)
        {
            for (var at = token.Start; at < token.End; at++)
            {
                offsets.Add(at);
            }
        }
    }
}

/// <summary>A token.</summary>
/// <param name="Text">The term.</param>
/// <param name="Type">Its type, one of <see cref="TokenTypes"/> for the analyzers of our own.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Position">Its position among the tokens, from 0.</param>
internal sealed record AnalysedToken(string Text, string Type, int Start, int End, int Position);
