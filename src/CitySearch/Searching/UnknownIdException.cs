namespace CitySearch.Searching;

/// <summary>The index has no material of an id. The message is one line that names the ids most like it, if any are.</summary>
public sealed class UnknownIdException : Exception, IFailure
{
    private UnknownIdException(FailureKind kind, string message, params IReadOnlyList<string> values)
        : base(message)
    {
        Kind = kind;
        Values = values;
    }

    /// <inheritdoc/>
    public FailureKind Kind { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; }

    /// <summary>There is no article or reference of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="similar">Ids that are like it, the most alike first.</param>
    internal static UnknownIdException Of(string id, IReadOnlyList<string> similar) => similar.Count == 0
        ? new(FailureKind.IdUnknown, $"nothing in the index has the id {id}; search prints the ids of its hits with --json", id)
        : new(FailureKind.IdUnlike, $"nothing in the index has the id {id}; there is {string.Join(", ", similar)}", id, string.Join(", ", similar));
}
