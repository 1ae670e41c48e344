using System.Net.Sockets;
using System.Text;

namespace CitySearch.Hosting.Tests;

/// <summary>Sends what no client library would.</summary>
internal static class RawHttp
{
    /// <summary>Sends bytes (Latin-1) and reads until the host closes the connection.</summary>
    public static async Task<string> SendAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // Closed the hard way: what came before counts.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
