using Microsoft.Extensions.Logging;

namespace CitySearch.Hosting.Worker;

/// <summary>What the worker writes to the log. What its updates do, the engine logs.</summary>
internal static partial class WorkerLog
{
    /// <summary>Writes a piece of news.</summary>
    public static void News(this ILogger logger, WorkerNotice notice, string corpus, WorkerOptions options)
    {
        switch (notice.Kind)
        {
            case WorkerNoticeKind.Updated:
                break;
            case WorkerNoticeKind.UpToDate:
                logger.UpToDate(corpus, notice.Report!.Articles);
                break;
            case WorkerNoticeKind.CorpusGone:
                logger.CorpusGone(notice.Cause!.Message);
                break;
            case WorkerNoticeKind.CorpusBack:
                logger.CorpusBack(corpus);
                break;
            case WorkerNoticeKind.IndexBusy:
                logger.IndexBusy(notice.Cause!.Message);
                break;
            case WorkerNoticeKind.EventsLost:
                logger.EventsLost(corpus, notice.Cause?.Message ?? "switched off", options.ScanIntervalWithoutEvents);
                break;
            case WorkerNoticeKind.EventsBack:
                logger.EventsBack(corpus);
                break;
            case WorkerNoticeKind.Failed:
                logger.Failed(notice.Cause!);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "the index is up to date with {Corpus}: {Articles} articles; following its changes")]
    private static partial void UpToDate(this ILogger logger, string corpus, int articles);

    [LoggerMessage(2, LogLevel.Warning, "{Message}; the index keeps what it has until the folder is back")]
    private static partial void CorpusGone(this ILogger logger, string message);

    [LoggerMessage(3, LogLevel.Information, "the corpus folder {Corpus} is back; looking through all of it")]
    private static partial void CorpusBack(this ILogger logger, string corpus);

    [LoggerMessage(4, LogLevel.Warning, "{Message}; trying again until then")]
    private static partial void IndexBusy(this ILogger logger, string message);

    [LoggerMessage(5, LogLevel.Warning, "the system does not tell of all changes in {Corpus} ({Reason}); scanning every {Interval} instead")]
    private static partial void EventsLost(this ILogger logger, string corpus, string reason, TimeSpan interval);

    [LoggerMessage(6, LogLevel.Information, "the system tells of changes in {Corpus} again")]
    private static partial void EventsBack(this ILogger logger, string corpus);

    [LoggerMessage(7, LogLevel.Error, "the index could not be updated; trying again")]
    private static partial void Failed(this ILogger logger, Exception cause);
}
