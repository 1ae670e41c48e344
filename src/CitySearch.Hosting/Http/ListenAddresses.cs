using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CitySearch.Hosting.Http;

/// <summary>The addresses that a server is told to listen on.</summary>
internal static class ListenAddresses
{
    /// <summary>All addresses: those given, and those that Kestrel's own section of the configuration adds.</summary>
    public static IReadOnlyList<string> All(string urls, IConfiguration configuration) =>
    [
        .. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>(),
    ];

    /// <summary>Whether an address can be reached from this machine alone.</summary>
    /// <exception cref="FormatException">It is no address.</exception>
    public static bool IsLocal(string address)
    {
        var binding = BindingAddress.Parse(address);
        return binding.IsUnixPipe || binding.IsNamedPipe
            || binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
