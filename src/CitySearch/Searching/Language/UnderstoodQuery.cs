namespace CitySearch.Searching.Language;

/// <summary>How a query that is more than plain words was understood.</summary>
/// <param name="Text">The query in canonical form; searching for it gives the same answer.</param>
/// <param name="Tree">The tree.</param>
public sealed record UnderstoodQuery(string Text, QueryNode Tree)
{
    /// <summary>How a tree was understood; <see langword="null"/> when it is plain words.</summary>
    internal static UnderstoodQuery? Of(QueryNode tree) => tree is TextNode ? null : new(QueryLanguage.Print(tree), tree);
}
