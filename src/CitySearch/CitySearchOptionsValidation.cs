using System.Globalization;
using Microsoft.Extensions.Options;

namespace CitySearch;

/// <summary>Refuses options that cannot be used, with messages that name the key of the configuration.</summary>
internal sealed class CitySearchOptionsValidation : IValidateOptions<CitySearchOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CitySearchOptions options)
    {
        var wrong = new List<string>();
        void Check(bool isRight, string key, string message)
        {
            if (!isRight)
            {
                wrong.Add($"{CitySearchOptions.Section}:{key} {message}");
            }
        }

        string Value(double value) => value.ToString(CultureInfo.InvariantCulture);
        Check(!string.IsNullOrWhiteSpace(options.CorpusPath), nameof(options.CorpusPath), "is empty; name the folder of the materials");
        Check(!string.IsNullOrWhiteSpace(options.IndexPath), nameof(options.IndexPath), "is empty; name a folder for the index");
        Check(options.MaxFileBytes > 0, nameof(options.MaxFileBytes), $"is {options.MaxFileBytes}; it must be above 0");
        Check(options.PostingsCacheBytes >= 0, nameof(options.PostingsCacheBytes), $"is {options.PostingsCacheBytes}; it must be 0 or above");
        Check(options.Freshness is >= 0 and <= 1, nameof(options.Freshness), $"is {Value(options.Freshness)}; it must be from 0 to 1");
        Check(options.FreshnessHalfLifeYears > 0, nameof(options.FreshnessHalfLifeYears), $"is {Value(options.FreshnessHalfLifeYears)}; it must be above 0");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
