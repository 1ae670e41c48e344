using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using CitySearch.Corpus;
using CitySearch.Indexing;

namespace CitySearch.Tests.Durability;

/// <summary>
/// A process that changes a corpus and indexes it, over and over, until it is killed. It is this test assembly, started
/// with a variable of the environment: another executable would be built and found for the sake of forty lines.
/// </summary>
internal static class IndexingChild
{
    private const string Variable = "CITYSEARCH_TESTS_INDEXING_CHILD";

    // If the tests themselves are killed, nobody kills the child.
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(2);

    /// <summary>Starts a child in a folder; it says a line when it is about to index for the first time.</summary>
    /// <param name="folder">Takes <c>corpus</c>, <c>index</c> and <c>log</c>.</param>
    /// <param name="seed">Decides what it does.</param>
    public static Process Start(string folder, int seed)
    {
        var assembly = typeof(IndexingChild).Assembly.Location;
        var host = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(host) == "dotnet" ? new ProcessStartInfo(host, [assembly]) : new ProcessStartInfo(host);
        start.RedirectStandardOutput = true;
        start.Environment[Variable] = $"{seed} {folder}";
        // Short lives are mostly compilation.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>What the log of a child says.</summary>
    /// <param name="folder">The child's folder, or a copy of it.</param>
    public static IReadOnlyList<Entry> ReadLog(string folder)
    {
        var file = Path.Combine(folder, "log");
        if (!File.Exists(file))
        {
            return [];
        }

        // A last line without its end was being written.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')[..^1].Select(line => line.Split('\t')).Select(f => new Entry(f[0], long.Parse(f[1], System.Globalization.CultureInfo.InvariantCulture), f[2]))];
    }

#pragma warning disable CA2255 // This assembly is an application: its tests, or the child.
    [ModuleInitializer]
    internal static void RunIfStarted()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } order)
        {
            Run(order[(order.IndexOf(' ', StringComparison.Ordinal) + 1)..], int.Parse(order.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
            Environment.Exit(0);
        }
    }
#pragma warning restore CA2255

    private static void Run(string folder, int seed)
    {
        var options = new CitySearchOptions { CorpusPath = Path.Combine(folder, "corpus"), IndexPath = Path.Combine(folder, "index") };
        var readers = new ArticleReaders(ArticleReaders.BuiltIn);
        var corpus = new ChangingCorpus(options.CorpusPath, seed);
        var random = new Random(seed);
        using var log = new FileStream(Path.Combine(folder, "log"), FileMode.Append, FileAccess.Write, FileShare.Read);
        Console.WriteLine("ready");
        for (var life = Stopwatch.StartNew(); life.Elapsed < LongestLife;)
        {
            corpus.Change();
            var state = IndexState.OfCorpus(options.CorpusPath);
            var rebuild = random.Next(4) == 0;
            Write(log, new Entry(!Directory.Exists(options.IndexPath) ? Entry.First : rebuild ? Entry.Rebuild : Entry.Update, 0, state));
            var report = new CorpusIndexer(options, readers).Run(rebuild, null, CancellationToken.None);
            Write(log, new Entry(Entry.Done, report.Generation, state));
            if (report.RebuildReason is RebuildReason.Damage)
            {
                Write(log, new Entry(Entry.Damage, report.Generation, report.RebuiltBecause!));
            }
        }
    }

    private static void Write(FileStream log, Entry entry)
    {
        log.Write(Encoding.UTF8.GetBytes($"{entry.What}\t{entry.Generation}\t{entry.State}\n"));
        log.Flush(flushToDisk: true);
    }

    /// <summary>A line of the log.</summary>
    /// <param name="What">What is begun, or <see cref="Done"/>.</param>
    /// <param name="Generation">What is committed.</param>
    /// <param name="State">The state that is to be, or was, committed.</param>
    internal sealed record Entry(string What, long Generation, string State)
    {
        public const string First = "first";
        public const string Update = "update";
        public const string Rebuild = "rebuild";
        public const string Done = "done";
        public const string Damage = "damage";
    }
}
