using Microsoft.Extensions.Hosting;

namespace CitySearch.Hosting.Http;

/// <summary>Leaves signals and the terminal to whoever runs the server.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
