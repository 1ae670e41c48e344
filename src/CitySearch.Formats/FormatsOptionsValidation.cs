using System.Globalization;
using Microsoft.Extensions.Options;

namespace CitySearch.Formats;

/// <summary>Refuses limits that nothing could be read under, with messages that name the key of the configuration.</summary>
internal sealed class FormatsOptionsValidation : IValidateOptions<FormatsOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, FormatsOptions options)
    {
        (string Key, long Value)[] limits =
        [
            (nameof(options.MaxFileBytes), options.MaxFileBytes),
            (nameof(options.MaxExpandedBytes), options.MaxExpandedBytes),
            (nameof(options.MaxPages), options.MaxPages),
            (nameof(options.MaxNesting), options.MaxNesting),
            (nameof(options.MaxElements), options.MaxElements),
            (nameof(options.MaxCharacters), options.MaxCharacters),
        ];
        var wrong = limits.Where(limit => limit.Value <= 0)
            .Select(limit => string.Create(CultureInfo.InvariantCulture, $"{FormatsOptions.Section}:{limit.Key} is {limit.Value}; it must be above 0"))
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
