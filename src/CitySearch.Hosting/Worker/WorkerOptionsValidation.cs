using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Worker;

/// <summary>Refuses values of <see cref="WorkerOptions"/> that cannot be meant, when the host starts.</summary>
internal sealed class WorkerOptionsValidation : IValidateOptions<WorkerOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WorkerOptions options) =>
        options.Mistakes().ToList() is { Count: > 0 } mistakes ? ValidateOptionsResult.Fail(mistakes) : ValidateOptionsResult.Success;
}
