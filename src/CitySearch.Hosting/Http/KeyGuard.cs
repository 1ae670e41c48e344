using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CitySearch.Hosting.Http;

/// <summary>Finds out who asks, and refuses who may not. Keys are looked up in the configuration as it is now.</summary>
internal sealed class KeyGuard(IOptionsMonitor<CitySearchHostOptions> options)
{
    private const string Scheme = "Bearer ";
    private static readonly object NameItem = new();

    /// <summary>Notes the name of the request's key, where it has one that is known.</summary>
    public Task IdentifyAsync(HttpContext context, RequestDelegate next)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && ApiKey.NameOf(authorization[Scheme.Length..].Trim(), options.CurrentValue.ApiKeys) is { } name)
        {
            context.Items[NameItem] = name;
        }

        return next(context);
    }

    /// <summary>Refuses a request that needs a key and has none that is known.</summary>
    public Task RequireAsync(HttpContext context, RequestDelegate next)
    {
        var current = options.CurrentValue;
        if (current.Public || (!current.RequireApiKey && current.ApiKeys.Count == 0) || context.Items.ContainsKey(NameItem))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"CitySearch\"";
        return Problems.Unauthorized.WriteAsync(context);
    }

    /// <summary>Whom a request counts for: its key, or its address; of an IPv6 address the network, which is what one client has.</summary>
    public static string Client(HttpContext context)
    {
        if (context.Items.TryGetValue(NameItem, out var name))
        {
            return $"key {name}";
        }

        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return address is { AddressFamily: AddressFamily.InterNetworkV6 } && !IPAddress.IsLoopback(address)
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "";
    }
}
