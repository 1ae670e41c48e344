namespace CitySearch.Searching;

/// <summary>A stretch of a query between quotes or outside of them.</summary>
/// <param name="Text">The text, without the quotes.</param>
/// <param name="IsPhrase">Whether it stood between quotes.</param>
internal readonly record struct QueryPart(string Text, bool IsPhrase);

/// <summary>Splits a query at its quotes: what stands between <c>"…"</c> or <c>“…”</c> must be found literally.</summary>
internal static class QueryText
{
    private const string Opening = "\"“";
    private const string Closing = "\"”";

    /// <summary>The parts in order. A quote that is not closed, or that holds nothing, is text.</summary>
    public static List<QueryPart> Split(string query)
    {
        var parts = new List<QueryPart>();
        var start = 0;
        while (start < query.Length)
        {
            var open = query.AsSpan(start).IndexOfAny(Opening);
            var close = open < 0 ? -1 : query.AsSpan(start + open + 1).IndexOfAny(Closing);
            if (close < 0)
            {
                parts.Add(new QueryPart(query[start..], false));
                break;
            }

            if (open > 0)
            {
                parts.Add(new QueryPart(query.Substring(start, open), false));
            }

            parts.Add(new QueryPart(query.Substring(start + open + 1, close), true));
            start += open + close + 2;
        }

        return parts;
    }
}
