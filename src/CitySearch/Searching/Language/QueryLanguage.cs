namespace CitySearch.Searching.Language;

/// <summary>The query language of <c>docs/query-syntax.md</c>: one parser for every host, which takes any string.</summary>
public static class QueryLanguage
{
    /// <summary>The most operators of a query: phrases, signs, connectives, fields, stars and tildes; what comes after them is text.</summary>
    public const int MostOperators = 64;

    /// <summary>How deep parentheses can group; deeper ones are text.</summary>
    public const int MostNested = 6;

    /// <summary>The tree of a query. It never fails: what cannot be an operator is text. A query without operators is one <see cref="TextNode"/>.</summary>
    public static QueryNode Parse(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new QueryParser(query).Parse();
    }

    /// <summary>
    /// A tree as a query in canonical form: half-width marks, English names, no parenthesis too many. It parses to the same tree. Marks in text are
    /// escaped with <c>\</c> only where they would be read as operators without.
    /// </summary>
    public static string Print(QueryNode tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var plain = new QueryPrinter(escapes: false).Print(tree);
        return Parse(plain).Equals(tree) ? plain : new QueryPrinter(escapes: true).Print(tree);
    }
}
