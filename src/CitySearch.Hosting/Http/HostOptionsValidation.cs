using System.Globalization;
using CitySearch.Searching;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting;

/// <summary>Refuses options that cannot be used, with messages that name the key of the configuration.</summary>
internal sealed class HostOptionsValidation : IValidateOptions<CitySearchHostOptions>
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CitySearchHostOptions options)
    {
        var wrong = new List<string>();
        void Number(string key, long value, long from, long to)
        {
            if (value < from || value > to)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{CitySearchHostOptions.Section}:{key} is {value}; it must be from {from} to {to}"));
            }
        }

        void Time(string key, TimeSpan value)
        {
            if (value <= TimeSpan.Zero || value > LongestTime)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{CitySearchHostOptions.Section}:{key} is {value}; it must be above 0 and at most {LongestTime}, for example 00:00:10"));
            }
        }

        Number(nameof(options.MaxQueryLength), options.MaxQueryLength, 1, 4000);
        Number(nameof(options.MaxTop), options.MaxTop, 1, SearchRequest.LargestPage);
        Number(nameof(options.MaxConcurrentSearches), options.MaxConcurrentSearches, 0, 10_000);
        Number(nameof(options.MaxQueuedSearches), options.MaxQueuedSearches, 0, 1_000_000);
        Number(nameof(options.AnswerCacheBytes), options.AnswerCacheBytes, 0, long.MaxValue);
        Number(nameof(options.RequestsPerMinute), options.RequestsPerMinute, 0, int.MaxValue);
        Number(nameof(options.MaxConnections), options.MaxConnections, 1, int.MaxValue);
        Number(nameof(options.MaxConnectionsPerAddress), options.MaxConnectionsPerAddress, 1, int.MaxValue);
        Time(nameof(options.RequestTimeout), options.RequestTimeout);
        Time(nameof(options.ShutdownTimeout), options.ShutdownTimeout);
        foreach (var (key, hash) in options.ApiKeys)
        {
            if (!ApiKey.IsHash(hash))
            {
                wrong.Add($"{CitySearchHostOptions.Section}:ApiKeys:{key} is no hash of a key; make a key and its hash with: citysearch serve --new-key {key}");
            }
        }

        foreach (var origin in options.AllowedOrigins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
            {
                wrong.Add($"{CitySearchHostOptions.Section}:AllowedOrigins holds {origin}; write scheme, host and port alone, for example https://portal.example");
            }
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
