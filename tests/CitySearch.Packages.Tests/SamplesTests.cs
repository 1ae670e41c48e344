using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Packages.Tests;

public sealed class SamplesTests(PackedPackages packed)
{
    private static readonly string Articles = Path.Combine(Approval.RepositoryRoot, "corpus", "articles");

    [Fact]
    public async Task The_console_program_indexes_a_folder_and_prints_the_hits()
    {
        var folder = packed.NewFolder("console");

        var output = await DotNetCommand.RunAsync(packed.Program("ConsoleSearch"), folder, packed.Variables, Articles, "index", "浙数办发〔2019〕13号");

        Assert.Contains("1. 城市大脑是什么：一个比喻，三种定义 (city-brain.md)\n   line 33: ", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mounted_host_answers_under_its_path_and_leaves_the_application_alone()
    {
        var folder = packed.Sample("MountedHost");
        PackedPackages.Copy(Articles, Path.Combine(folder, "corpus"));
        using var host = new RunningSample(packed, "MountedHost", "--urls", "http://127.0.0.1:0");
        const string Listening = "Now listening on: ";
        var line = await host.LineAsync(l => l.Contains(Listening, StringComparison.Ordinal));
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(line[(line.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..]) };
        while (!(await client.GetAsync("/search/readyz", TestContext.Current.CancellationToken)).IsSuccessStatusCode)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var answer = JsonNode.Parse(await client.GetStringAsync("/search/api/search?q=浙数办发〔2019〕13号", TestContext.Current.CancellationToken))!;

        Assert.Equal("city-brain.md", answer["hits"]![0]!["id"]!.GetValue<string>());
        Assert.Contains("<title>CitySearch", await client.GetStringAsync("/search/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("The portal. The materials are at /search/", await client.GetStringAsync("/", TestContext.Current.CancellationToken));
        using var tooMany = await client.GetAsync("/search/api/search?q=城市&top=51", TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)tooMany.StatusCode);
    }

    [Fact]
    public async Task The_worker_indexes_what_comes_and_another_process_finds_it()
    {
        var folder = packed.NewFolder("worker");
        var (corpus, index) = (Path.Combine(folder, "materials"), Path.Combine(folder, "materials-index"));
        PackedPackages.Copy(Articles, corpus);
        var articles = Directory.GetFiles(corpus, "*.md").Length;
        using var worker = new RunningSample(packed, "IndexOnly", $"--CitySearch:CorpusPath={corpus}", $"--CitySearch:IndexPath={index}");
        await worker.LineAsync(l => l == string.Create(CultureInfo.InvariantCulture, $"Updated: {articles} articles, 0 unreadable files"));

        await File.WriteAllTextAsync(Path.Combine(corpus, "new.md"), "# 新来的一篇\n\n量子城市的设想。\n", TestContext.Current.CancellationToken);
        await worker.LineAsync(l => l == string.Create(CultureInfo.InvariantCulture, $"Updated: {articles + 1} articles, 0 unreadable files"));

        await using var services = new ServiceCollection().AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (corpus, index)).BuildServiceProvider();
        var answer = await services.GetRequiredService<ISearchService>().SearchAsync(new SearchRequest("量子城市的设想"), TestContext.Current.CancellationToken);
        Assert.Equal("新来的一篇", answer.Hits[0].Title);
    }

    [Fact]
    public async Task The_tool_installs_from_its_package_alone_and_searches()
    {
        var folder = packed.NewFolder("tool");
        await DotNetCommand.DotNetAsync(folder, packed.Variables, "tool", "install", "CitySearch.Cli", "--version", packed.Version, "--tool-path", "bin", "--configfile", packed.NuGetConfig);

        var command = Path.Combine(folder, "bin", OperatingSystem.IsWindows() ? "citysearch.exe" : "citysearch");
        var output = await DotNetCommand.RunAsync(command, folder, packed.Variables, "search", "浙数办发〔2019〕13号", "--corpus", Articles, "--index", "index", "--json");

        Assert.Equal("city-brain.md", JsonNode.Parse(output)!["hits"]![0]!["id"]!.GetValue<string>());
    }

    /// <summary>A sample that runs until it is disposed of.</summary>
    private sealed class RunningSample : IDisposable
    {
        private readonly Process _process;
        private readonly StringBuilder _output = new();
        private readonly Task<string> _error;

        public RunningSample(PackedPackages packed, string name, params string[] args)
        {
            _process = DotNetCommand.Start(packed.Program(name), packed.Sample(name), packed.Variables, args);
            _error = _process.StandardError.ReadToEndAsync();
        }

        /// <summary>Waits for a line of its output.</summary>
        public async Task<string> LineAsync(Predicate<string> isIt)
        {
            while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                _output.AppendLine(line);
                if (isIt(line))
                {
                    return line;
                }
            }

            throw new Xunit.Sdk.XunitException($"The sample ended before it said what was waited for:\n{_output}\n{await _error}");
        }

        public void Dispose()
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
