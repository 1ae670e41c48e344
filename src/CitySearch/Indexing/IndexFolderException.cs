namespace CitySearch.Indexing;

/// <summary>The index folder cannot be used as asked. The message is one line that says what to do.</summary>
public sealed class IndexFolderException : Exception, IFailure
{
    private IndexFolderException(FailureKind kind, string message, Exception? innerException, params IReadOnlyList<string> values)
        : base(message, innerException)
    {
        Kind = kind;
        Values = values;
    }

    /// <inheritdoc/>
    public FailureKind Kind { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Nothing has been indexed yet.</summary>
    public static IndexFolderException Missing(string path) =>
        new(FailureKind.IndexMissing, $"there is no index in {path}; build it with: citysearch index", null, path);

    internal static IndexFolderException Outdated(string path) => new(
        FailureKind.IndexOutdated, $"the index in {path} was built by another version of CitySearch; bring it up to date with: citysearch index", null, path);

    internal static IndexFolderException ForeignAnalyzer(string path, string analyzer, Exception cause) => new(
        FailureKind.IndexAnalyzerAbsent,
        $"the index in {path} was built with the analyzer {analyzer}, which cannot be had here; build it anew with another: citysearch index --analyzer NAME",
        cause,
        path,
        analyzer);

    internal static IndexFolderException Damaged(string path, Exception damage) => new(
        FailureKind.IndexDamaged, $"the index in {path} is damaged ({damage.Message}); build it anew with: citysearch index", damage, path, damage.Message);

    internal static IndexFolderException Busy(string path, Exception refusal) =>
        new(FailureKind.IndexBusy, $"another process is indexing into {path}; wait until it has finished", refusal, path);

    internal static IndexFolderException Foreign(string path, string foreign) => new(
        FailureKind.IndexFolderForeign, $"{path} holds {foreign}, which is not of a CitySearch index; name an empty or a new folder for the index (--index)", null, path, foreign);

    internal static IndexFolderException NoFolder(string path) =>
        new(FailureKind.IndexFolderIsNone, $"{path} is not a folder; name an empty or a new folder for the index (--index)", null, path);

    internal static IndexFolderException Corpus(string path) =>
        new(FailureKind.IndexFolderIsCorpus, $"{path} is the corpus folder; name another folder for the index (--index)", null, path);

    internal static IndexFolderException Unreadable(string path, Exception cause) =>
        new(FailureKind.IndexUnreadable, $"the index folder {path} cannot be read: {OneLine.Of(cause)}", cause, path, OneLine.Of(cause));

    internal static IndexFolderException Unwritable(string path, Exception cause) =>
        new(FailureKind.IndexUnwritable, $"the index folder {path} cannot be written: {OneLine.Of(cause)}; it is as it was before", cause, path, OneLine.Of(cause));
}
