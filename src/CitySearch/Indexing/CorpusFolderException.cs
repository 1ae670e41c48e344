namespace CitySearch.Indexing;

/// <summary>The corpus folder is not there or cannot be read. The message is one line that says what to do.</summary>
public sealed class CorpusFolderException : DirectoryNotFoundException, IFailure
{
    private CorpusFolderException(FailureKind kind, string message, Exception? innerException, params IReadOnlyList<string> values)
        : base(message, innerException)
    {
        Kind = kind;
        Values = values;
    }

    /// <inheritdoc/>
    public FailureKind Kind { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; }

    internal static CorpusFolderException Missing(string path) =>
        new(FailureKind.CorpusMissing, $"the corpus folder {path} does not exist; name one that does (--corpus)", null, path);

    internal static CorpusFolderException Unreadable(string path, Exception cause) =>
        new(FailureKind.CorpusUnreadable, $"the corpus folder {path} cannot be read: {OneLine.Of(cause)}", cause, path, OneLine.Of(cause));
}
