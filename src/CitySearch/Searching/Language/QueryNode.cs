using System.Text.Json.Serialization;

namespace CitySearch.Searching.Language;

/// <summary>
/// A part of a query as it was understood. The tree prints canonically (<see cref="QueryLanguage.Print"/>) and what is
/// printed parses to the same tree. Nodes are equal when they say the same.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextNode), "text")]
[JsonDerivedType(typeof(PhraseNode), "phrase")]
[JsonDerivedType(typeof(PrefixNode), "prefix")]
[JsonDerivedType(typeof(FuzzyNode), "fuzzy")]
[JsonDerivedType(typeof(RangeNode), "range")]
[JsonDerivedType(typeof(FieldNode), "field")]
[JsonDerivedType(typeof(MustNode), "must")]
[JsonDerivedType(typeof(NotNode), "not")]
[JsonDerivedType(typeof(AllNode), "all")]
[JsonDerivedType(typeof(AnyNode), "any")]
[JsonDerivedType(typeof(ListNode), "list")]
public abstract record QueryNode
{
    /// <summary>The query in canonical form.</summary>
    public sealed override string ToString() => QueryLanguage.Print(this);
}

/// <summary>
/// Words. In a list, or as the whole query, they are searched as plain words are: the best texts hold most of them.
/// Where an operator or a field stands before them they must stand in the text as written, in any script, width and case.
/// </summary>
/// <param name="Text">The words, without escapes.</param>
public sealed record TextNode(string Text) : QueryNode;

/// <summary>Text that must stand literally: <c>"短语"</c>, or with its parts a little apart: <c>"短语"~8</c>.</summary>
/// <param name="Text">The text between the quotes.</param>
/// <param name="Slop">By how many positions in all its parts may be moved; 0 when it must stand as written.</param>
public sealed record PhraseNode(string Text, int Slop) : QueryNode;

/// <summary>Words that begin so: <c>智慧*</c>, <c>smart*</c>.</summary>
/// <param name="Text">The beginning.</param>
public sealed record PrefixNode(string Text) : QueryNode;

/// <summary>A word with a slip in it: <c>brian~</c>, <c>城市大恼~</c>.</summary>
/// <param name="Text">The word.</param>
/// <param name="Edits">
/// How many characters may differ, 1 or 2; without, none below three characters, one up to five, two above.
/// </param>
public sealed record FuzzyNode(string Text, int? Edits) : QueryNode;

/// <summary>A stretch of time: <c>2016..2019</c>, <c>2018-12..</c>. Both ends belong to it.</summary>
/// <param name="From">The first year, month or day, as ISO 8601; <see langword="null"/> for an open beginning.</param>
/// <param name="To">The last one; <see langword="null"/> for an open end. A year ends with its last day.</param>
public sealed record RangeNode(string? From, string? To) : QueryNode;

/// <summary>A field and what it must be: <c>author:单志广</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">A range for years and dates, otherwise text, a phrase, a beginning, a fuzzy word, or an expression of these.</param>
public sealed record FieldNode(QueryField Field, QueryNode Value) : QueryNode;

/// <summary>What a hit must have: <c>+必须</c>. Loose words beside it only rank.</summary>
/// <param name="Child">What must hold.</param>
public sealed record MustNode(QueryNode Child) : QueryNode;

/// <summary>What a hit must not have: <c>-排除</c>, <c>NOT 排除</c>.</summary>
/// <param name="Child">What must not hold.</param>
public sealed record NotNode(QueryNode Child) : QueryNode;

/// <summary>Several parts together.</summary>
/// <param name="Children">The parts in the order in which they were written.</param>
public abstract record GroupNode(IReadOnlyList<QueryNode> Children) : QueryNode
{
    /// <inheritdoc/>
    public virtual bool Equals(GroupNode? other) =>
        other is not null && EqualityContract == other.EqualityContract && Children.SequenceEqual(other.Children);

    /// <inheritdoc/>
    public override int GetHashCode() => Children.Aggregate(EqualityContract.GetHashCode(), HashCode.Combine);
}

/// <summary>All of them must hold: <c>招商 AND 公司</c>.</summary>
/// <param name="Children">Two or more.</param>
public sealed record AllNode(IReadOnlyList<QueryNode> Children) : GroupNode(Children);

/// <summary>One of them must hold: <c>招商 OR 公司</c>.</summary>
/// <param name="Children">Two or more.</param>
public sealed record AnyNode(IReadOnlyList<QueryNode> Children) : GroupNode(Children);

/// <summary>
/// Parts written side by side: loose words, which are searched as plain words are, beside what must hold (phrases, fields, <c>+</c>, groups) and
/// what must not (<c>-</c>).
/// </summary>
/// <param name="Children">The parts.</param>
public sealed record ListNode(IReadOnlyList<QueryNode> Children) : GroupNode(Children);
