using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CitySearch.Concepts;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;
using CitySearch.Searching.Suggestions;
using CitySearch.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Benchmarks;

/// <summary>
/// What suggestions cost on a dataset: collecting the names, their memory, and the times of ten thousand answers to beginnings of names,
/// typed in characters, pinyin, initials and mixtures. Then the same with the beginning of every section's text taken for a heading: as
/// many different names as an index may come to hold.
/// </summary>
internal static class SuggestBenchmark
{
    private const int Typings = 10_000;
    private const int BeginningOfText = 20;

    // The least time of so many is that of the work alone, whatever else the machine is doing.
    private const int Repetitions = 5;

    /// <summary>Runs.</summary>
    /// <param name="folder">A folder with the documents of a dataset in BEIR's layout, <c>corpus.jsonl</c>, and nothing else to index.</param>
    /// <param name="queries">The queries of the dataset, for which corrections are looked for; <see langword="null"/> for none.</param>
    public static int Run(string folder, string? queries)
    {
        var work = Directory.CreateTempSubdirectory("citysearch-benchmarks-").FullName;
        try
        {
            using var services = new ServiceCollection().AddCitySearch(options =>
            {
                options.CorpusPath = folder;
                options.IndexPath = Path.Combine(work, "index");
            }).BuildServiceProvider();
            services.GetRequiredService<IIndexService>().UpdateAsync().GetAwaiter().GetResult();
            using var lease = services.GetRequiredService<GenerationHolder>().Acquire();
            Console.WriteLine("| names | how many | collected, ms | listed, ms | memory, MB | p50, ms | p99, ms | longest, ms |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            var names = Measure("of the index", () => new NameCollector(lease.Generation, Thesaurus.Empty).Collect());
            Measure("and every text's beginning", () => [.. names, .. Beginnings(folder)]);
            Correct(queries, services, lease.Generation);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return 0;
    }

    /// <summary>What is proposed for the dataset's queries, which are right: each line is a fault, or a misspelling that nobody has noticed.</summary>
    private static void Correct(string? queries, ServiceProvider services, SearchGeneration generation)
    {
        if (queries is null)
        {
            return;
        }

        var search = services.GetRequiredService<ISearchService>();
        var names = services.GetRequiredService<NameIndexes>();
        var didYouMean = new DidYouMean(RankingWeights.Default);
        var times = new List<double>();
        foreach (var line in File.ReadLines(queries))
        {
            using var json = JsonDocument.Parse(line);
            var query = json.RootElement.GetProperty("text").GetString()!;
            var total = search.SearchAsync(new SearchRequest(query)).GetAwaiter().GetResult().Total;
            var started = Stopwatch.GetTimestamp();
            var meant = didYouMean.Of(query, total, generation, () => names.Of(generation, Thesaurus.Empty), CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (meant is not null)
            {
                Console.WriteLine($"{query} -> {meant}");
            }
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"corrections of {times.Count} queries: p50 {times[times.Count / 2]:0.000} ms, p99 {times[times.Count * 99 / 100]:0.000} ms, longest {times[^1]:0.000} ms"));
    }

    private static IEnumerable<SuggestedName> Beginnings(string folder)
    {
        var key = new NameKey();
        foreach (var line in File.ReadLines(Path.Combine(folder, "corpus.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            text = text[..Math.Min(BeginningOfText, text.Length)];
            key.Set(text, BeginningOfText);
            if (key.Text.Length > 0)
            {
                yield return new SuggestedName(text, key.Text, SuggestionKind.Heading, 1, 0.6f, true);
            }
        }
    }

    private static List<SuggestedName> Measure(string title, Func<List<SuggestedName>> collect)
    {
        // Once for what is compiled and read at first use.
        _ = new NameIndex(collect(), Thesaurus.Empty);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var names = collect();
        var collected = watch.Elapsed.TotalMilliseconds;
        var index = new NameIndex(names, Thesaurus.Empty);
        var listed = watch.Elapsed.TotalMilliseconds - collected;
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        var times = new List<double>();
        foreach (var typed in Beginnings(names).Take(Typings / 10).Concat(Beginnings(names).Take(Typings)))
        {
            var least = double.MaxValue;
            for (var i = 0; i < Repetitions; i++)
            {
                var started = Stopwatch.GetTimestamp();
                _ = index.Find(new TypedText(typed), 10);
                least = Math.Min(least, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            times.Add(least);
        }

        times.RemoveRange(0, Typings / 10);
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {title} | {names.Count} | {collected:0} | {listed:0} | {memory / 1e6:0.0} | {times[times.Count / 2]:0.000} | {times[times.Count * 99 / 100]:0.000} | {times[^1]:0.000} |"));
        return names;
    }

    /// <summary>Beginnings of names, one to twelve characters long, as people type them.</summary>
    private static IEnumerable<string> Beginnings(List<SuggestedName> names)
    {
        // The same beginnings in every run.
        for (var i = 0; ; i++)
        {
            var name = names[(int)((uint)i * 2_654_435_761 % (uint)names.Count)].Key;
            var start = name[..Math.Min(name.Length, 1 + (i % 6))];
            yield return (i % 4) switch
            {
                0 => start,
                1 => Sound(start, 6)[..Math.Min(1 + (i / 4 % 12), Sound(start, 6).Length)],
                2 => Sound(start, 1),
                _ => start[..1] + Sound(start[1..], 1),
            };
        }
    }

    private static string Sound(string text, int letters) =>
        string.Concat(text.Select(c => PinyinTable.Current.Readings(c) is [var first, ..] ? first[..Math.Min(letters, first.Length)] : c.ToString()));
}
