using System.Globalization;
using Microsoft.Extensions.Options;

namespace CitySearch;

/// <summary>Refuses options that cannot be used, with messages that name the key of the configuration.</summary>
internal sealed class CitySearchOptionsValidation : IValidateOptions<CitySearchOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CitySearchOptions options) =>
        OptionFaults.Of(options) is { Count: > 0 } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
}

/// <summary>What is wrong with options.</summary>
internal static class OptionFaults
{
    /// <summary>What cannot be used, each as a line that names its key; nothing where all is right.</summary>
    public static List<string> Of(CitySearchOptions options)
    {
        var wrong = new List<string>();
        void Check(bool isRight, string key, IFormattable? value, string message)
        {
            if (!isRight)
            {
                wrong.Add($"{CitySearchOptions.Section}:{key} is {value?.ToString(null, CultureInfo.InvariantCulture) ?? "empty"}; {message}");
            }
        }

        Check(!string.IsNullOrWhiteSpace(options.CorpusPath), nameof(options.CorpusPath), null, "name the folder of the materials");
        Check(!string.IsNullOrWhiteSpace(options.IndexPath), nameof(options.IndexPath), null, "name a folder for the index");
        Check(options.MaxFileBytes > 0, nameof(options.MaxFileBytes), options.MaxFileBytes, "it must be above 0");
        Check(options.PostingsCacheBytes >= 0, nameof(options.PostingsCacheBytes), options.PostingsCacheBytes, "it must be 0 or above");
        Check(options.Freshness is >= 0 and <= 1, nameof(options.Freshness), options.Freshness, "it must be from 0 to 1");
        Check(options.FreshnessHalfLifeYears > 0, nameof(options.FreshnessHalfLifeYears), options.FreshnessHalfLifeYears, "it must be above 0");
        return wrong;
    }
}
