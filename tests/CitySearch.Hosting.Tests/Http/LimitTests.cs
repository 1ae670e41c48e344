using System.Net;
using System.Net.Sockets;
using System.Text;
using CitySearch.Hosting.Http;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Hosting.Tests.Http;

public class LimitTests(SampleIndex sample)
{
    [Fact]
    public async Task A_key_or_an_address_that_asks_too_often_is_told_when_to_ask_again()
    {
        var (portal, lab) = (ApiKey.New(), ApiKey.New());
        await using var server = await TestServer.StartAsync(
            sample.Options, [("RequestsPerMinute", "3"), ("Public", "true"), ("ApiKeys:portal", ApiKey.Hash(portal)), ("ApiKeys:lab", ApiKey.Hash(lab))]);

        foreach (var headers in ((string, string)[][])[[], [("Authorization", $"Bearer {portal}")], [("Authorization", $"Bearer {lab}")]])
        {
            for (var i = 0; i < 3; i++)
            {
                using var allowed = await server.GetAsync("/api/search?q=a", headers);
                Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
            }

            using var refused = await server.GetAsync("/api/search?q=a", [.. headers, ("Accept-Language", "zh")]);
            Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(10)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
            Assert.Equal(
                """{"type":"about:blank","title":"请求过于频繁","status":429,"detail":"请求过于频繁，请在 10 秒后重试","kind":"tooManyRequests"}""",
                await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using var health = await server.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Searches_beyond_those_that_run_and_wait_are_refused_at_once_and_the_others_are_answered()
    {
        var release = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(
            sample.Options,
            [("MaxConcurrentSearches", "1"), ("MaxQueuedSearches", "2")],
            register: services => services.AddSingleton<ISearchService>(new StubSearch(async (request, _) =>
            {
                await release.Task;
                return StubSearch.Empty(request);
            })));
        var all = Enumerable.Range(1, 8).Select(i => server.GetAsync($"/api/search?q={i}")).ToList();
        var refused = 0;
        await foreach (var done in Task.WhenEach(all))
        {
            var answer = await done;
            Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)), (answer.StatusCode, answer.Headers.RetryAfter?.Delta));
            Assert.Contains("\"kind\":\"busy\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            if (++refused == all.Count - 3)
            {
                break;
            }
        }

        release.SetResult();
        var answers = await Task.WhenAll(all);
        Assert.Equal(3, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_search_that_takes_too_long_is_stopped_and_said_so()
    {
        var stopped = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(sample.Options, [("RequestTimeout", "00:00:00.2")], register: services => services.AddSingleton<ISearchService>(new StubSearch(async (request, token) =>
        {
            if (request.Query == "慢")
            {
                await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => stopped.TrySetResult(), TaskScheduler.Default);
                token.ThrowIfCancellationRequested();
            }

            return StubSearch.Empty(request);
        })));

        using var response = await server.GetAsync("/api/search?q=慢");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("the answer took longer than 0.2 s", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await stopped.Task;
    }

    [Fact]
    public async Task A_client_that_leaves_stops_its_search()
    {
        var running = new TaskCompletionSource();
        var stopped = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(sample.Options, register: services => services.AddSingleton<ISearchService>(new StubSearch(async (request, token) =>
        {
            if (request.Query == "慢")
            {
                running.SetResult();
                await Task.Delay(Timeout.Infinite, token).ContinueWith(_ => stopped.SetResult(), TaskScheduler.Default);
                token.ThrowIfCancellationRequested();
            }

            return StubSearch.Empty(request);
        })));
        using var leaving = new CancellationTokenSource();
        var asked = server.Client.GetAsync("/api/search?q=慢", leaving.Token);
        await running.Task;

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await stopped.Task;
    }

    [Fact]
    public async Task Stopping_the_host_lets_a_running_search_end_and_takes_no_new_one()
    {
        var running = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(sample.Options, register: services => services.AddSingleton<ISearchService>(new StubSearch(async (request, _) =>
        {
            if (request.Query == "慢")
            {
                running.SetResult();
                await release.Task;
            }

            return StubSearch.Empty(request);
        })));
        var asked = server.GetAsync("/api/search?q=慢");
        await running.Task;

        var stopping = server.StopAsync();
        while (await CanConnectAsync(server.Address))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        release.SetResult();
        using var response = await asked;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"query\":\"慢\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await stopping;
    }

    [Fact]
    public async Task Thousands_of_slow_clients_of_one_address_are_held_to_its_share_and_others_are_served()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there is all of 127.0.0.0/8 this machine");
        const int Clients = 2500;
        const int Share = 200;
        await using var server = await TestServer.StartAsync(sample.Options, [("MaxConnections", "400"), ("MaxConnectionsPerAddress", $"{Share}")]);
        var slow = new List<Socket>();
        try
        {
            for (var i = 0; i < Clients; i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                slow.Add(socket);
                socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
                try
                {
                    await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port, TestContext.Current.CancellationToken);
                    await socket.SendAsync(Encoding.ASCII.GetBytes("GET /api/search?q=a HTTP/1.1\r\nHost: 127.0.0.1\r\nX-"), TestContext.Current.CancellationToken);
                }
                catch (SocketException)
                {
                    // Closed already, as those beyond the share are.
                }
            }

            Assert.InRange(server.Services.GetRequiredService<ConnectionLimit>().Open, 0, Share + 1);
            for (var i = 0; i < 20; i++)
            {
                using var response = await server.GetAsync("/api/search?q=城市大脑");
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }

            // Those that never end their headers are closed in the end.
            foreach (var socket in slow)
            {
                Assert.Equal(0, await EndAsync(socket));
            }
        }
        finally
        {
            slow.ForEach(socket => socket.Dispose());
        }
    }

    // Reads to the end: whatever the host says (408) before it closes the connection.
    private static async Task<int> EndAsync(Socket socket)
    {
        var buffer = new byte[4096];
        try
        {
            int read;
            do
            {
                read = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            }
            while (read > 0);
            return read;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static async Task<bool> CanConnectAsync(Uri address)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
