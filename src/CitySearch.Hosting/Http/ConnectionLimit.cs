using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace CitySearch.Hosting.Http;

/// <summary>
/// Closes connections beyond a number for each address. The server's own limit alone would let one client, slow by nature or
/// by intention, take all connections and keep everybody else out.
/// </summary>
internal sealed class ConnectionLimit(int mostPerAddress)
{
    private readonly ConcurrentDictionary<IPAddress, int> _open = new();

    /// <summary>How many connections are open.</summary>
    public int Open => _open.Values.Sum();

    /// <summary>Serves a connection, or closes it.</summary>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        // A socket of the file system has no address; who may open it is the file system's to say.
        if (connection.RemoteEndPoint is not IPEndPoint { Address: var address })
        {
            await next(connection);
            return;
        }

        if (_open.AddOrUpdate(address, 1, (_, open) => open + 1) > mostPerAddress)
        {
            Leave(address);
            connection.Abort(new ConnectionAbortedException("too many connections from one address"));
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Leave(address);
        }
    }

    private void Leave(IPAddress address)
    {
        if (_open.AddOrUpdate(address, 0, (_, open) => open - 1) == 0)
        {
            // Only while it still is 0: another connection may have come in between.
            _open.TryRemove(new KeyValuePair<IPAddress, int>(address, 0));
        }
    }
}
