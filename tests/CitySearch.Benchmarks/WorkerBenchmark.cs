using System.Diagnostics;
using System.Globalization;
using CitySearch.Hosting.Worker;
using CitySearch.Indexing;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Benchmarks;

/// <summary>
/// The indexer worker: from a save to the search that finds it, in a corpus of a given size; what one run over many
/// files takes in time and memory; and what it costs to find that nothing has changed.
/// </summary>
internal sealed class WorkerBenchmark : IDisposable
{
    private const int FilesAFolder = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-benchmarks-").FullName;
    private readonly ServiceProvider _services;
    private readonly string[] _texts;

    private WorkerBenchmark(string articles)
    {
        _texts = [.. Directory.EnumerateFiles(articles, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        _services = new ServiceCollection()
            .AddCitySearch(options => (options.CorpusPath, options.IndexPath) = (Path.Combine(_folder, "corpus"), Path.Combine(_folder, "index")))
            .AddCitySearchFormats()
            .AddCitySearchWorker()
            .BuildServiceProvider();
    }

    /// <summary>Indexes copies of the articles of a folder and prints time, rate and peak memory; run it in a process of its own for each number.</summary>
    public static int Index(string articles, int files)
    {
        using var benchmark = new WorkerBenchmark(articles);
        benchmark.Fill(files, whole: true);
        var report = benchmark.Update();
        var megabytes = new DirectoryInfo(benchmark._folder).EnumerateFiles("*.md", SearchOption.AllDirectories).Sum(file => file.Length) / 1e6;
        Print($"{files} files, {megabytes:0.0} MB: indexed in {report.Seconds:0.0} s ({files / report.Seconds:0} files/s, {megabytes / report.Seconds:0.0} MB/s), peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        return 0;
    }

    /// <summary>Saves files one after the other and prints how long each took until a search found it.</summary>
    public static int Saves(string articles, int files, int saves)
    {
        using var benchmark = new WorkerBenchmark(articles);
        benchmark.Fill(files, whole: false);
        Print($"{files} small files: first run {benchmark.Update().Seconds:0.0} s, a run that finds nothing to do {benchmark.Update().Seconds:0.00} s");
        var worker = benchmark._services.GetRequiredService<IndexerWorker>();
        worker.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        benchmark.WaitFor("开始", Path.Combine(benchmark._folder, "corpus", "begin.md"), 0);
        var times = Enumerable.Range(0, saves).Select(i => benchmark.WaitFor($"第{i}次保存", Path.Combine(benchmark._folder, "corpus", $"{i % 7}", $"saved-{i % 10}.md"), i + 1)).Order().ToArray();
        Print($"{files} files, {saves} saves: searchable after {times[times.Length / 2]:0.00} s (median), {times[^1]:0.00} s (worst)");
        worker.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private IndexReport Update() => _services.GetRequiredService<IIndexService>().UpdateAsync().GetAwaiter().GetResult();

    private double WaitFor(string title, string file, int token)
    {
        var search = _services.GetRequiredService<ISearchService>();
        var word = string.Create(CultureInfo.InvariantCulture, $"saved{token}token");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var startedAt = Stopwatch.GetTimestamp();
        File.WriteAllText(file, $"# {title}\n\n{_texts[token % _texts.Length]}\n\n{word}\n");
        while (search.SearchAsync(new SearchRequest(word) { Top = 1 }).GetAwaiter().GetResult().Total == 0)
        {
            Thread.Sleep(10);
        }

        return Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    /// <summary>Writes files: whole articles, or a paragraph each.</summary>
    private void Fill(int files, bool whole)
    {
        var paragraphs = _texts.SelectMany(text => text.Split("\n\n")).Where(paragraph => paragraph.Length is > 40 and < 400).ToArray();
        for (var i = 0; i < files; i++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, "corpus", $"{i / FilesAFolder}")).FullName;
            var text = whole ? _texts[i % _texts.Length] : paragraphs[i % paragraphs.Length];
            File.WriteAllText(Path.Combine(folder, $"{i}.md"), $"# 材料{i}\n\n{text}\n");
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
