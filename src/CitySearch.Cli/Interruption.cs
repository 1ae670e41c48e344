namespace CitySearch.Cli;

/// <summary>Lets Ctrl+C stop what a conversation is busy with, and not the conversation.</summary>
internal sealed class Interruption
{
    private readonly Lock _lock = new();
    private CancellationTokenSource? _busy;
    private bool _isShielded;

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
    /// <returns>Whether there was something that had not been stopped before, or that another program has the terminal.</returns>
    public bool TryInterrupt()
    {
        lock (_lock)
        {
            if (_isShielded)
            {
                return true;
            }

            if (_busy is not { IsCancellationRequested: false } busy)
            {
                return false;
            }

            busy.Cancel();
            return true;
        }
    }

    /// <summary>Lets interruptions pass until it is disposed: another program has the terminal, and they are for that.</summary>
    public IDisposable Shield()
    {
        SetShield(true);
        return new Shielding(this);
    }

    private void SetShield(bool isShielded)
    {
        lock (_lock)
        {
            _isShielded = isShielded;
        }
    }

    private void Set(CancellationTokenSource? busy)
    {
        lock (_lock)
        {
            _busy = busy;
        }
    }

    private sealed class Shielding(Interruption interruption) : IDisposable
    {
        public void Dispose() => interruption.SetShield(false);
    }
}
