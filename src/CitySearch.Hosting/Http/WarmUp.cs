using CitySearch.Concepts;
using CitySearch.Searching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CitySearch.Hosting.Http;

/// <summary>
/// Searches once while the server starts, so that the first person to ask does not wait a second for code to be compiled and
/// the index to be opened.
/// </summary>
internal sealed partial class WarmUp(ISearchService search, ThesaurusFile thesaurus, ILogger<WarmUp> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var query = thesaurus.Current.Concepts is [var first, ..] ? first.PreferredLabel.ToString() : "CitySearch";
            await search.SearchAsync(new SearchRequest(query) { Facets = true }, stoppingToken);
        }
        catch (Exception e) when (e is IFailure)
        {
            // Not an error: the worker may be about to build the index.
            LogNotYet(logger, e.Message);
        }
        catch (OperationCanceledException)
        {
            // The host stops already.
        }
        catch (Exception e)
        {
            // Whoever asks is told; an exception that left here would stop the host.
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing to search yet: {Reason}")]
    private static partial void LogNotYet(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first search failed")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
