using System.Diagnostics;
using System.Runtime.InteropServices;
using CitySearch.Searching;

namespace CitySearch.Tests.Durability;

/// <summary>
/// A process that indexes is killed at seeded random moments of first builds, updates with their merges, and rebuilds.
/// What it leaves is checked from end to end, and is a state that it had committed or was committing.
/// </summary>
/// <remarks>
/// What a killed process leaves is what is with the system at that moment. So a process that is stopped and copied shows
/// as much as one that is killed, and may be asked several times; in the end each is killed, and the next one goes on
/// from what it left.
/// </remarks>
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    private const int Lanes = 2;
    private const int ChildrenALane = 100;
    private const int MomentsAChild = 2;

    // Children that begin with nothing; the others go on from what their predecessor left.
    private const int FreshApart = 4;
    private const int LongestWaitMilliseconds = 300;

    [Fact]
    public async Task Two_hundred_kills_and_as_many_stops_of_an_indexing_process_leave_a_committed_state_each()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "whether a process has stopped is read from /proc");
        var moments = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => Lane(lane))));

        var during = moments.SelectMany(m => m).GroupBy(m => m).ToDictionary(g => g.Key, g => g.Count());
        output.WriteLine($"{during.Values.Sum()} moments, {Lanes * ChildrenALane} of them kills: {string.Join(", ", during.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Value} during {d.Key}"))}");
        Assert.Equal(Lanes * ChildrenALane * MomentsAChild, during.Values.Sum());
        Assert.All([IndexingChild.Entry.First, IndexingChild.Entry.Update, IndexingChild.Entry.Rebuild], what => Assert.True(during.GetValueOrDefault(what) > 0, what));
    }

    [Fact]
    public void A_process_that_searches_goes_on_while_another_writes()
    {
        const int Generations = 15;
        var folder = Directory.CreateTempSubdirectory("citysearch-writer-").FullName;
        using var child = IndexingChild.Start(folder, seed: 77);
        try
        {
            using var search = new SearchService(new CitySearchOptions { CorpusPath = Path.Combine(folder, "corpus"), IndexPath = Path.Combine(folder, "index") });
            var seen = new SortedDictionary<long, string>();
            var answers = 0;
            while (IndexingChild.ReadLog(folder).Count(e => e.What == IndexingChild.Entry.Done) < Generations)
            {
                if (Answer(search) is var (generation, ids))
                {
                    answers++;
                    Assert.True(seen.Count == 0 || generation >= seen.Keys.Last());
                    Assert.Equal(ids, seen.TryAdd(generation, ids) ? ids : seen[generation]);
                }
            }

            child.Kill();
            child.WaitForExit();
            var committed = IndexingChild.ReadLog(folder).Where(e => e.What == IndexingChild.Entry.Done).DistinctBy(e => e.Generation).ToDictionary(e => e.Generation, e => string.Join(' ', e.State.Split(' ').Select(f => f.Split(':')[0])));
            Assert.All(seen.Where(s => committed.ContainsKey(s.Key)), s => Assert.Equal(committed[s.Key], s.Value));
            output.WriteLine($"{answers} answers of {seen.Count} generations, while {committed.Count} were committed");
            Assert.True(seen.Count >= 2);
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (long Generation, string Ids)? Answer(SearchService search)
    {
        try
        {
            var response = search.Search(new SearchRequest("城市大脑 治堵") { Kind = HitKind.Article, Top = 100 }, TestContext.Current.CancellationToken);
            return (response.Generation, string.Join(' ', response.Hits.Select(h => h.Id).Order(StringComparer.Ordinal)));
        }
        catch (CitySearch.Indexing.IndexFolderException e) when (e.Kind == FailureKind.IndexMissing)
        {
            return null;
        }
    }

    private static List<string> Lane(int lane)
    {
        var root = Directory.CreateTempSubdirectory("citysearch-killed-").FullName;
        var folder = Path.Combine(root, "live");
        var copy = Path.Combine(root, "copy");
        var random = new Random(500 + lane);
        var moments = new List<string>();
        for (var i = 0; i < ChildrenALane; i++)
        {
            if (i % FreshApart == 0 && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
            using var child = IndexingChild.Start(folder, seed: (lane * ChildrenALane) + i);
            try
            {
                child.StandardOutput.ReadLine();
                for (var moment = 1; moment < MomentsAChild; moment++)
                {
                    Thread.Sleep(random.Next(LongestWaitMilliseconds));
                    Stop(child);
                    Copy(folder, copy);
                    Signal(child, Continue);
                    moments.Add(Check(copy));
                }

                Thread.Sleep(random.Next(LongestWaitMilliseconds));
            }
            finally
            {
                child.Kill();
                child.WaitForExit();
            }

            moments.Add(Check(folder));
        }

        Directory.Delete(root, recursive: true);
        return moments;
    }

    /// <summary>Checks what a process left, and says what it was doing.</summary>
    private static string Check(string folder)
    {
        var log = IndexingChild.ReadLog(folder);
        Assert.DoesNotContain(log, e => e.What == IndexingChild.Entry.Damage);
        var done = log.LastOrDefault(e => e.What == IndexingChild.Entry.Done);
        var begun = log.Count > 0 && log[^1].What != IndexingChild.Entry.Done ? log[^1] : null;
        var state = IndexState.Checked(Path.Combine(folder, "index"), out var generation);
        Assert.True(
            (state == done?.State && (state is null || generation == done!.Generation)) || (begun is not null && state == begun.State),
            $"generation {generation} holds {state}\ncommitted was {done}\nbegun was {begun}");
        return begun?.What ?? "a pause";
    }

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("LOCK" or "write.lock")))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copied = File.Create(target);
            source.CopyTo(copied);
        }
    }

    private const int StopSignal = 19;
    private const int Continue = 18;

    /// <summary>Stops a process and waits until each of its threads has left the system's calls.</summary>
    private static void Stop(Process process)
    {
        Signal(process, StopSignal);
        while (Directory.EnumerateDirectories($"/proc/{process.Id}/task").Any(task => !IsStopped(task)))
        {
            Thread.Sleep(1);
        }
    }

    private static bool IsStopped(string task)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(task, "stat"));
            return stat[stat.LastIndexOf(')') + 2] == 'T';
        }
        catch (IOException)
        {
            // A thread that has just ended.
            return true;
        }
    }

    private static void Signal(Process process, int signal) => Assert.Equal(0, Kill(process.Id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
