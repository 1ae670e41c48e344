using System.Diagnostics;
using CitySearch.Indexing;
using CitySearch.Searching;
using CitySearch.Tests.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Durability;

/// <summary>A disk that is full or read-only: one line says so, searches go on, and with room again the next run succeeds.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    // A prime: the places fall anywhere in the small files of an index.
    private const int BytesApart = 211;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_disk_that_is_full_after_any_number_of_bytes_costs_no_generation(bool rebuild)
    {
        using var fixture = new IndexingFixture();
        var disk = new SmallDisk();
        using var host = fixture.Host(configure: options => options.Files = disk);
        var indexer = host.GetRequiredService<IIndexService>();
        await BuildAsync(fixture, indexer);
        var before = IndexState.OfCorpus(fixture.CorpusPath);
        fixture.Write("shanghai.md", "# 上海\n\n一网统管。\n");
        var failures = 0;
        IndexReport? report = null;
        for (var room = 0; report is null; room += BytesApart)
        {
            disk.Free();
            disk.Room = room;
            try
            {
                report = await indexer.UpdateAsync(rebuild, cancellationToken: TestContext.Current.CancellationToken);
            }
            catch (IndexFolderException error)
            {
                failures++;
                Assert.Equal(FailureKind.IndexUnwritable, error.Kind);
                Assert.Equal($"the index folder {fixture.IndexPath} cannot be written: No space left on device; it is as it was before", error.Message);
                Assert.Equal(before, IndexState.Checked(fixture.IndexPath, out var generation));
                Assert.Equal(2, generation);
                Assert.Equal(["hangzhou.md"], await fixture.IdsAsync("治堵"));
            }
        }

        output.WriteLine($"{failures} full disks until there was room for {disk.Room} bytes");
        Assert.True(failures >= 10);
        Assert.Equal(3, report.Generation);
        Assert.Equal(IndexState.OfCorpus(fixture.CorpusPath), IndexState.Checked(fixture.IndexPath, out _));
        Assert.Equal(["shanghai.md"], await IdsAsync(host, "统管"));
        Assert.Single(Directory.EnumerateDirectories(fixture.IndexPath));
    }

    [Fact]
    public async Task A_file_system_that_is_really_full_and_then_read_only()
    {
        var mount = Directory.CreateTempSubdirectory("citysearch-small-").FullName;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", mount), "mounting a small file system is not permitted here; the other tests stand in for it");
        try
        {
            using var fixture = new IndexingFixture();
            using var host = fixture.Host(configure: options => options.IndexPath = Path.Combine(mount, "index"));
            var indexer = host.GetRequiredService<IIndexService>();
            await BuildAsync(fixture, indexer);
            var ballast = Path.Combine(mount, "ballast");
            Fill(ballast);
            fixture.Write("shanghai.md", "# 上海\n\n一网统管。\n");

            foreach (var rebuild in new[] { false, true })
            {
                var full = await Assert.ThrowsAsync<IndexFolderException>(() => indexer.UpdateAsync(rebuild, cancellationToken: TestContext.Current.CancellationToken));
                Assert.Equal(FailureKind.IndexUnwritable, full.Kind);
                Assert.Equal(["hangzhou.md"], await IdsAsync(host, "治堵"));
            }

            File.Delete(ballast);
            Assert.Equal(1, (await indexer.UpdateAsync(cancellationToken: TestContext.Current.CancellationToken)).Added);
            Assert.Equal(["shanghai.md"], await IdsAsync(host, "统管"));

            Assert.True(Run("mount", "-o", "remount,ro", mount));
            fixture.Write("shenzhen.md", "# 深圳\n\n鹏城自进化。\n");
            foreach (var rebuild in new[] { false, true })
            {
                var readOnly = await Assert.ThrowsAsync<IndexFolderException>(() => indexer.UpdateAsync(rebuild, cancellationToken: TestContext.Current.CancellationToken));
                Assert.Equal(FailureKind.IndexUnwritable, readOnly.Kind);
            }

            using var reader = fixture.Host(configure: options => options.IndexPath = Path.Combine(mount, "index"));
            Assert.Equal(["shanghai.md"], await IdsAsync(reader, "统管"));
            Assert.True((await reader.GetRequiredService<IIndexService>().CheckAsync(cancellationToken: TestContext.Current.CancellationToken)).Good);
        }
        finally
        {
            Assert.True(Run("umount", mount));
            Directory.Delete(mount);
        }
    }

    private static async Task BuildAsync(IndexingFixture fixture, IIndexService indexer)
    {
        fixture.Write("hangzhou.md", "# 杭州城市大脑\n\n杭州从治堵起步[1]。\n\n## 参考文献\n\n[1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8\n");
        await indexer.UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
        fixture.Write("xiongan.md", "# 雄安\n\n数字孪生。\n");
        await indexer.UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<string[]> IdsAsync(ServiceProvider host, string query) =>
        [.. (await host.GetRequiredService<ISearchService>().SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken)).Hits.Where(h => h is ArticleHit).Select(h => h.Id)];

    private static void Fill(string path)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[512]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static bool Run(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
