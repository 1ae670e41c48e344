using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CitySearch.Benchmarks;

/// <summary>
/// Asks a running search host as fast as it answers: a process of its own, over connections that stay open, the questions of a
/// dataset one after another, each answered with ten hits and their snippets.
/// </summary>
internal static class LoadBenchmark
{
    private const double Megabyte = 1e6;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <summary>Runs the load.</summary>
    /// <param name="url">Where the host listens.</param>
    /// <param name="folder">The dataset whose questions to ask.</param>
    /// <param name="seconds">For how long to measure.</param>
    /// <param name="connections">How many connections ask at a time.</param>
    /// <param name="server">The host's process id, to read its memory; 0 for none.</param>
    public static async Task<int> RunAsync(string url, string folder, int seconds, int connections, int server)
    {
        var queries = Path.Combine(folder, "queries.jsonl");
        var addresses = File.ReadLines(queries).Where(line => line.Length > 0)
            .Select(line => $"/api/search?q={Uri.EscapeDataString(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)}").ToArray();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = connections }) { BaseAddress = new Uri(url) };
        await AskAsync(client, addresses, connections, WarmUp);
        var (before, workedBefore) = UseOf(server);
        var started = Stopwatch.GetTimestamp();
        var (times, errors) = await AskAsync(client, addresses, connections, TimeSpan.FromSeconds(seconds));
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        times.Sort();
        var (after, worked) = UseOf(server);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{connections} connections, {elapsed:0.0} s, {addresses.Length} questions: {times.Count / elapsed:0} searches/s, median {At(times, 0.5):0.0} ms, 99th percentile {At(times, 0.99):0.0} ms, longest {At(times, 1):0.0} ms, {errors} errors; "
            + $"the host took {(worked - workedBefore).TotalMilliseconds / Math.Max(1, times.Count):0.00} ms of processor time a search, and {before / Megabyte:0} MB of memory at the start, {after / Megabyte:0} MB at the end"));
        return errors == 0 ? 0 : 1;
    }

    private static async Task<(List<double> Times, int Errors)> AskAsync(HttpClient client, string[] addresses, int connections, TimeSpan duration)
    {
        var next = -1;
        var errors = 0;
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while (Stopwatch.GetTimestamp() < end)
            {
                var address = addresses[(uint)Interlocked.Increment(ref next) % addresses.Length];
                var asked = Stopwatch.GetTimestamp();
                try
                {
                    using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
                    await response.Content.CopyToAsync(Stream.Null);
                    if (!response.IsSuccessStatusCode)
                    {
                        Interlocked.Increment(ref errors);
                    }
                }
                catch (HttpRequestException)
                {
                    Interlocked.Increment(ref errors);
                }

                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return times;
        })));
        return ([.. all.SelectMany(times => times)], errors);
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];

    /// <summary>The resident memory of a process in bytes, and the processor time that it has taken.</summary>
    private static (double Memory, TimeSpan Worked) UseOf(int process)
    {
        if (process == 0)
        {
            return default;
        }

        using var running = Process.GetProcessById(process);
        return (running.WorkingSet64, running.TotalProcessorTime);
    }
}
