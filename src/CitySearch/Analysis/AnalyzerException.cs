namespace CitySearch.Analysis;

/// <summary>An analyzer cannot be had by its name. The message is one line that says why and what to do.</summary>
public sealed class AnalyzerException : ArgumentException, IFailure
{
    private AnalyzerException(FailureKind kind, string message, Exception? innerException, params IReadOnlyList<string> values)
        : base(message, innerException)
    {
        Kind = kind;
        Values = values;
    }

    /// <inheritdoc/>
    public FailureKind Kind { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; }

    internal static AnalyzerException Unknown(string name)
    {
        var names = string.Join(", ", AnalyzerCatalog.Names);
        return new(
            FailureKind.AnalyzerUnknown,
            $"there is no analyzer {name}; use one of {names}, or the assembly-qualified name of a Lucene analyzer's type (Namespace.Type, Assembly)",
            null,
            name,
            names);
    }

    internal static AnalyzerException Absent(string name, string package) => new(
        FailureKind.AnalyzerAbsent,
        $"the analyzer {name} needs the package {package}: build with -p:UseSmartCn=true, or reference the package in your own program",
        null,
        name,
        package);

    internal static AnalyzerException Unusable(string name, string reason, Exception? cause = null) =>
        new(FailureKind.AnalyzerUnusable, $"{name} cannot serve as an analyzer: {reason}", cause, name, reason);
}
