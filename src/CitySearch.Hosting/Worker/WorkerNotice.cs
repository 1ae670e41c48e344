using CitySearch.Indexing;

namespace CitySearch.Hosting.Worker;

/// <summary>A piece of news of an indexer worker.</summary>
/// <param name="Kind">What has happened.</param>
/// <param name="Report">What a batch did, where one did something.</param>
/// <param name="Cause">What went wrong, where something did.</param>
public sealed record WorkerNotice(WorkerNoticeKind Kind, IndexReport? Report = null, Exception? Cause = null);
