namespace CitySearch.Hosting.Worker;

/// <summary>The kinds of news of an indexer worker.</summary>
public enum WorkerNoticeKind
{
    /// <summary>A batch was indexed; it changed something, or a file of it began or ceased to fail.</summary>
    Updated,

    /// <summary>The first look at the corpus found the index up to date.</summary>
    UpToDate,

    /// <summary>There is no corpus folder, or it cannot be read. The index keeps what it has; the worker waits for the folder.</summary>
    CorpusGone,

    /// <summary>The corpus folder is there again.</summary>
    CorpusBack,

    /// <summary>Another process is indexing into the same folder; the worker waits for it.</summary>
    IndexBusy,

    /// <summary>The system tells of no changes any more, or not of all of them; scans find them meanwhile.</summary>
    EventsLost,

    /// <summary>The system tells of changes again.</summary>
    EventsBack,

    /// <summary>An update failed; it is tried again.</summary>
    Failed,
}
