using System.Security.Cryptography;
using System.Text;
using CitySearch.Indexing;
using CitySearch.Tests.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Durability;

/// <summary>
/// The power is cut after each change of the disk, of a first build, of many updates with their merges, and of rebuilds.
/// Whatever of the unsynced changes reached the disk, the last committed generation is there, whole.
/// </summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    private const int Updates = 9;

    // Names of which some are lost and some are kept are tried at one in so many places.
    private const int MixturesApart = 3;

    // After one in so many cuts the check runs to its end; after each, every byte of the index is compared with its checksum.
    private const int ChecksApart = 5;

    // After one in so many cuts the next run is tried too.
    private const int RunsApart = 50;

    private static readonly (UnsyncedNames Names, UnsyncedBytes Bytes)[] Outcomes =
    [
        (UnsyncedNames.Lost, UnsyncedBytes.Lost), (UnsyncedNames.Kept, UnsyncedBytes.Lost), (UnsyncedNames.Kept, UnsyncedBytes.Zero),
        (UnsyncedNames.Kept, UnsyncedBytes.Torn), (UnsyncedNames.Kept, UnsyncedBytes.Kept), (UnsyncedNames.Mixed, UnsyncedBytes.Torn),
        (UnsyncedNames.Mixed, UnsyncedBytes.Kept),
    ];

    [Fact]
    public async Task No_committed_generation_is_lost_wherever_the_power_is_cut()
    {
        using var fixture = new IndexingFixture();
        var states = new List<string?> { null };
        var changes = await RecordAsync(fixture, states);
        var target = Path.Combine(fixture.Root, "after");
        var cut = new PowerCut(fixture.Root);
        var random = new Random(20191);
        // What is never synced is part of no commit: it makes no other disk of two.
        var lasting = changes.OfType<DiskChange.Synced>().Select(s => s.Path).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int places = 0, cases = 0, runs = 0;
        foreach (var change in changes)
        {
            cut.Apply(change);
            places++;
            foreach (var (names, bytes) in Outcomes)
            {
                if (places % MixturesApart != 0 && names == UnsyncedNames.Mixed)
                {
                    continue;
                }

                cases++;
                var disk = cut.After(names, bytes, random);
                if (!seen.Add($"{cut.Committed} {Fingerprint(disk, lasting, Path.Combine(fixture.IndexPath, IndexFolder.CurrentFile))}"))
                {
                    continue;
                }

                Write(disk, fixture.IndexPath, target);
                var state = seen.Count % ChecksApart == 0 ? IndexState.Checked(target, out var generation) : IndexState.Whole(target, out generation);
                Assert.True(
                    (generation == cut.Committed || generation == cut.Committed + 1) && state == states[(int)generation],
                    $"After {change} with names {names} and bytes {bytes}, generation {cut.Committed} being committed, the index is of generation {generation}: {state}");
                if (seen.Count % RunsApart == 0)
                {
                    runs++;
                    await GoesOnAsync(fixture, target);
                }
            }
        }

        output.WriteLine($"{places} changes of the disk, the power cut after each: {cases} cases, {seen.Count} different disks, {runs} next runs");
        Assert.True(places > 300 && seen.Count > 300 && runs > 5);
    }

    /// <summary>Makes an index grow, with a rebuild in between, and gives every change of the disk.</summary>
    private static async Task<List<DiskChange>> RecordAsync(IndexingFixture fixture, List<string?> states)
    {
        var log = new DiskLog();
        using var host = fixture.Host(configure: options => options.Files = log);
        var indexer = host.GetRequiredService<IIndexService>();
        var corpus = new ChangingCorpus(fixture.CorpusPath, seed: 7);
        for (var i = 0; i < Updates; i++)
        {
            corpus.Change();
            var report = await indexer.UpdateAsync(rebuild: i is 4 or 7, cancellationToken: TestContext.Current.CancellationToken);
            if (report.Generation == states.Count)
            {
                states.Add(IndexState.OfCorpus(fixture.CorpusPath));
                log.Add(new DiskChange.Committed(report.Generation));
            }
        }

        return log.Changes;
    }

    /// <summary>The next run brings whatever is there up to date, and nothing is left over.</summary>
    private static async Task GoesOnAsync(IndexingFixture fixture, string target)
    {
        using var host = fixture.Host(configure: options => (options.IndexPath, options.Files) = (target, new UnsyncedDisk()));
        var report = await host.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(report.RebuiltBecause);
        Assert.Equal(IndexState.OfCorpus(fixture.CorpusPath), IndexState.Checked(target, out _));
        Assert.Single(Directory.EnumerateDirectories(target));
    }

    private static void Write(SortedDictionary<string, byte[]> disk, string root, string target)
    {
        if (Directory.Exists(target))
        {
            Directory.Delete(target, recursive: true);
        }

        Directory.CreateDirectory(target);
        foreach (var (path, bytes) in disk)
        {
            var file = Path.Combine(target, Path.GetRelativePath(root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>What an opening of the index can tell one disk from another by.</summary>
    private static string Fingerprint(SortedDictionary<string, byte[]> disk, HashSet<string> lasting, string current)
    {
        var named = disk.TryGetValue(current, out var name) ? Encoding.UTF8.GetString(name).Trim() : "nothing";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in disk.Where(f => f.Key == current || (lasting.Contains(f.Key) && Path.GetFileName(Path.GetDirectoryName(f.Key)) == named)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path} {bytes.Length} "));
            hash.AppendData(bytes);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
