namespace CitySearch.Hosting.Worker;

/// <summary>How the indexer worker follows the corpus; the section <c>CitySearch:Worker</c> of the configuration.</summary>
public sealed class WorkerOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "CitySearch:Worker";

    /// <summary>Whether to follow the system's events. Without them, as on a network share, scans alone find changes.</summary>
    public bool Watch { get; set; } = true;

    /// <summary>A file is taken for wholly written when its length and time have stood still for this long.</summary>
    public TimeSpan SettleDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>A file that never stands still, such as one that is appended to all the time, is read after this long nevertheless.</summary>
    public TimeSpan LongestSettling { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the whole corpus is looked through for what the events did not tell.</summary>
    public TimeSpan ScanInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The same while there are no events.</summary>
    public TimeSpan ScanIntervalWithoutEvents { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait before trying again what failed; doubled with each failure in a row, up to <see cref="ScanInterval"/>.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an update under way may go on when the worker is stopped, so that it ends with its commit. A longer one is given up, and the index stays as it was.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What is wrong with the values, one line each that names the key.</summary>
    internal IEnumerable<string> Mistakes()
    {
        (string Key, TimeSpan Value, TimeSpan Least, TimeSpan Most)[] ranges =
        [
            (nameof(SettleDelay), SettleDelay, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1)),
            (nameof(LongestSettling), LongestSettling, SettleDelay, TimeSpan.FromHours(1)),
            (nameof(ScanInterval), ScanInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(7)),
            (nameof(ScanIntervalWithoutEvents), ScanIntervalWithoutEvents, TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(7)),
            (nameof(RetryDelay), RetryDelay, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1)),
            (nameof(StopTimeout), StopTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(10)),
        ];
        return from range in ranges
            where range.Value < range.Least || range.Value > range.Most
            select $"{Section}:{range.Key} is {range.Value:c}; write a time from {range.Least:c} to {range.Most:c}";
    }
}
