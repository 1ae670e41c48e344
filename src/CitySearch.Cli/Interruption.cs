namespace CitySearch.Cli;

/// <summary>Lets Ctrl+C stop what a conversation is busy with, and not the conversation.</summary>
internal sealed class Interruption
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _busy;

    /// <summary>Runs something that may be interrupted.</summary>
    /// <param name="run">Takes the token that an interruption, or the end of the command, cancels.</param>
    /// <param name="cancellationToken">The end of the command.</param>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var busy = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Set(busy);
        try
        {
            return await run(busy.Token);
        }
        finally
        {
            Set(null);
        }
    }

    /// <summary>Stops what is running.</summary>
    /// <returns>Whether there was something that had not been stopped before.</returns>
    public bool TryInterrupt()
    {
        lock (_lock)
        {
            if (_busy is not { IsCancellationRequested: false } busy)
            {
                return false;
            }

            busy.Cancel();
            return true;
        }
    }

    private void Set(CancellationTokenSource? busy)
    {
        lock (_lock)
        {
            _busy = busy;
        }
    }
}
