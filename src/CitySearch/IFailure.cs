namespace CitySearch;

/// <summary>
/// A failure that whoever runs CitySearch can mend. The exception's message says in one English line what is wrong and
/// what to do; a host that speaks another language says it in its own words after the kind and the values.
/// </summary>
public interface IFailure
{
    /// <summary>What is wrong.</summary>
    FailureKind Kind { get; }

    /// <summary>What the message speaks of, in the order that the kind names.</summary>
    IReadOnlyList<string> Values { get; }
}
