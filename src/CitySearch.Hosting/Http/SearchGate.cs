using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Http;

/// <summary>
/// Lets as many searches run as the machine can work on, some wait, and refuses the rest. A search holds its place while it is
/// worked on, not while its answer is sent: slow readers keep nobody out.
/// </summary>
internal sealed class SearchGate : IDisposable
{
    private const int SearchesPerProcessor = 2;

    private readonly ConcurrencyLimiter _limiter;
    private readonly TimeSpan _longest;

    /// <summary>Makes the gate.</summary>
    public SearchGate(IOptions<CitySearchHostOptions> options)
    {
        var value = options.Value;
        _longest = value.RequestTimeout;
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = value.MaxConcurrentSearches > 0 ? value.MaxConcurrentSearches : SearchesPerProcessor * Environment.ProcessorCount,
            QueueLimit = value.MaxQueuedSearches,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    /// <summary>Asks the engine when it is this request's turn.</summary>
    /// <param name="ask">Asks; it must stop when its token says so.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    /// <exception cref="ProblemException">Too many wait already, or the time for one request is over.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(_longest);
        try
        {
            using var place = await _limiter.AcquireAsync(1, limited.Token);
            return place.IsAcquired ? await ask(limited.Token) : throw new ProblemException(Problems.Busy);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && limited.IsCancellationRequested)
        {
            throw new ProblemException(Problems.TooSlow(_longest));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
