using System.Diagnostics;
using CitySearch.Searching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CitySearch.Hosting.Http;

/// <summary>Turns what ends a request early into a problem that says what to do; what is the operator's to mend goes to the log.</summary>
internal sealed partial class FailureResponses(RequestDelegate next, ILogger<FailureResponses> logger)
{
    /// <summary>Goes on, and answers for what failed.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var problem = Of(e, context);
            var headers = context.Response.Headers;
            headers.ETag = default;
            headers.ContentLength = null;
            headers.ContentEncoding = default;
            await problem.WriteAsync(context);
        }
    }

    private Problem Of(Exception exception, HttpContext context)
    {
        switch (exception)
        {
            case ProblemException e:
                return e.Problem;
            case SearchRequestException e:
                return Problems.Request(e, e.Message);
            case UnknownIdException e:
                return Problems.NoSuch(e);
            case IFailure e:
                LogNoIndex(logger, exception.Message);
                return Problems.NoIndex(e.Kind);
            case BadHttpRequestException e:
                return new Problem(e.StatusCode, "badRequest", "the request cannot be read", "请求无法解析");
            default:
                var trace = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                LogUnexpected(logger, exception, trace);
                return Problems.Unexpected(trace);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not answered: {Reason}")]
    private static partial void LogNoIndex(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed ({Trace})")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string trace);
}
