using Microsoft.Extensions.Logging;

namespace CitySearch.Indexing;

/// <summary>What indexing writes to the log.</summary>
internal static partial class IndexingLog
{
    /// <summary>Says what a run did; nothing of note when it found nothing to do.</summary>
    public static void Done(this ILogger logger, IndexReport report)
    {
        if (report.RebuiltBecause is { } because)
        {
            logger.Rebuilt(because);
        }

        logger.Updated(
            report.RebuiltBecause is null && report.Added + report.Updated + report.Moved + report.Removed == 0 ? LogLevel.Debug : LogLevel.Information,
            report.Added, report.Updated, report.Moved, report.Removed, report.Failed.Count, report.Generation, report.Seconds);
    }

    /// <summary>A file cannot be read.</summary>
    [LoggerMessage(1, LogLevel.Warning, "not read: {Path}: {Error}")]
    public static partial void NotRead(this ILogger logger, string path, string error);

    /// <summary>A file that could not be read can be again, or is gone.</summary>
    [LoggerMessage(2, LogLevel.Information, "no longer failing: {Path}")]
    public static partial void Mended(this ILogger logger, string path);

    [LoggerMessage(3, LogLevel.Warning, "the index was built anew: {Because}")]
    private static partial void Rebuilt(this ILogger logger, string because);

    [LoggerMessage(EventId = 4, Message = "added {Added}, updated {Updated}, moved {Moved}, removed {Removed}, failed {Failed} files; generation {Generation} ({Seconds:0.00} s)")]
    private static partial void Updated(this ILogger logger, LogLevel level, int added, int updated, int moved, int removed, int failed, long generation, double seconds);
}
