using CitySearch.Corpus;
using CitySearch.Indexing;
using CitySearch.Searching;
using Lucene.Net.Index;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

public sealed class GenerationTests
{
    private const string Hangzhou = "# 杭州城市大脑\n\n杭州从治堵起步。\n";

    [Fact]
    public async Task A_rebuild_swaps_in_another_index_and_deletes_the_old_one()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();
        var first = fixture.CurrentSubfolder;

        var report = await fixture.UpdateAsync(rebuild: true);

        Assert.Equal((1, 2L, "a rebuild was asked for"), (report.Added, report.Generation, report.RebuiltBecause));
        Assert.NotEqual(first, fixture.CurrentSubfolder);
        Assert.Equal([fixture.CurrentSubfolder], Directory.EnumerateDirectories(fixture.IndexPath));
        Assert.Equal(2, (await fixture.SearchAsync("治堵")).Generation);
    }

    [Fact]
    public async Task Another_analyzer_makes_a_new_generation_and_the_first_run_after_it_touches_nothing()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();

        using var other = fixture.Host(configure: options => options.Analyzer = "cjk");
        var indexer = other.GetRequiredService<IIndexService>();
        var report = await indexer.UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
        var again = await indexer.UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((RebuildReason.Analyzer, "the analyzer was default and is now cjk"), (report.RebuildReason, report.RebuiltBecause));
        Assert.Equal((2L, 1, "cjk"), (report.Generation, report.Articles, report.Analyzer));
        Assert.Equal((null, 2L, 1), (again.RebuiltBecause, again.Generation, again.Unchanged));
        Assert.Contains("CJK", indexer.Stats()!.Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generation_numbers_rise_by_one_with_every_commit_across_rebuilds()
    {
        using var fixture = new IndexingFixture();
        var generations = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            fixture.Write($"{i}.md", Hangzhou + $"\n第{i}次修订。\n");
            generations.Add((await fixture.UpdateAsync(rebuild: i is 2 or 3)).Generation);
        }

        Assert.Equal([1, 2, 3, 4, 5], generations);
        Assert.Equal(5, fixture.Indexer.Stats()!.Generation);
    }

    [Fact]
    public async Task A_reader_held_open_goes_on_through_updates_and_rebuilds()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();
        using var holder = new GenerationHolder(new CitySearchOptions { IndexPath = fixture.IndexPath });
        using (var lease = holder.Acquire())
        {
            fixture.Write("hangzhou.md", Hangzhou.Replace("治堵", "停车", StringComparison.Ordinal));
            await fixture.UpdateAsync();
            await fixture.UpdateAsync(rebuild: true);
            holder.Refresh();

            Assert.Equal(1, lease.Generation.Commit.Generation);
            Assert.True(lease.Generation.Statistics.DocumentFrequency("治堵") > 0);
            Assert.Equal(Hangzhou.Split('\n')[2], SectionText(lease.Generation));
        }

        using var next = holder.Acquire();
        Assert.Equal(3, next.Generation.Commit.Generation);
        Assert.Equal(0, next.Generation.Statistics.DocumentFrequency("治堵"));
    }

    [Fact]
    public async Task A_generation_is_closed_when_its_last_lease_ends()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();
        var holder = new GenerationHolder(new CitySearchOptions { IndexPath = fixture.IndexPath });
        var first = holder.Acquire();
        var second = holder.Acquire();
        await fixture.UpdateAsync(rebuild: true);
        holder.Refresh();
        var reader = first.Generation.Reader;

        first.Dispose();
        Assert.Equal(1, reader.RefCount);
        second.Dispose();
        Assert.Equal(0, reader.RefCount);

        var last = holder.Acquire();
        holder.Dispose();
        Assert.Equal(1, last.Generation.Reader.RefCount);
        last.Dispose();
        Assert.Equal(0, last.Generation.Reader.RefCount);
        Assert.Throws<ObjectDisposedException>(() => holder.Acquire());
    }

    [Fact]
    public async Task Searches_of_the_same_services_see_an_update_as_soon_as_it_has_ended()
    {
        using var fixture = new IndexingFixture();
        for (var i = 1; i <= 5; i++)
        {
            fixture.Write($"{i}.md", Hangzhou);
            await fixture.UpdateAsync();
            Assert.Equal(i, (await fixture.SearchAsync("治堵")).Total);
        }
    }

    [Fact]
    public async Task An_index_made_anew_where_one_was_deleted_is_not_taken_for_the_old_one()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();
        Assert.Single(await fixture.IdsAsync("治堵"));

        Directory.Delete(fixture.IndexPath, recursive: true);
        fixture.Write("hangzhou.md", Hangzhou.Replace("治堵", "停车", StringComparison.Ordinal));
        using (var other = fixture.Host())
        {
            await other.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        await fixture.UpdateAsync();
        Assert.Empty(await fixture.IdsAsync("治堵"));
        Assert.Single(await fixture.IdsAsync("停车"));
    }

    [Fact]
    public async Task A_second_indexer_at_the_same_time_is_told_so_and_the_first_is_not_disturbed()
    {
        using var reading = new SemaphoreSlim(0);
        using var goOn = new ManualResetEventSlim();
        using var fixture = new IndexingFixture(new LinesReader(_ =>
        {
            reading.Release();
            goOn.Wait(TestContext.Current.CancellationToken);
        }));
        fixture.Write("cities.lines", "a|杭州|治堵");
        var first = fixture.UpdateAsync();
        await reading.WaitAsync(TestContext.Current.CancellationToken);

        using var other = fixture.Host();
        var error = await Assert.ThrowsAsync<IndexFolderException>(() => other.GetRequiredService<IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken));
        goOn.Set();

        Assert.Equal($"another process is indexing into {fixture.IndexPath}; wait until it has finished", error.Message);
        Assert.Equal(1, (await first).Articles);
        Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("治堵"));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_the_index_as_it_was_and_the_next_one_finishes_the_work()
    {
        using var cancel = new CancellationTokenSource();
        var isCancelling = false;
        using var fixture = new IndexingFixture(new LinesReader(_ =>
        {
            if (isCancelling)
            {
                cancel.Cancel();
            }
        }));
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();

        foreach (var rebuild in new[] { false, true })
        {
            isCancelling = true;
            fixture.Write("hangzhou.md", Hangzhou.Replace("治堵", "停车", StringComparison.Ordinal));
            fixture.Write("cities.lines", $"a|上海|统管{rebuild}");
            var subfolder = fixture.CurrentSubfolder;
            var before = IndexingFixture.Snapshot(fixture.IndexPath);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Indexer.UpdateAsync(rebuild, cancellationToken: cancel.Token));

            Assert.Equal(["hangzhou.md"], await fixture.IdsAsync("治堵"));
            Assert.Equal(subfolder, fixture.CurrentSubfolder);
            Assert.Equal([subfolder], Directory.EnumerateDirectories(fixture.IndexPath));
            Assert.Equal(before, IndexingFixture.Snapshot(fixture.IndexPath));
        }

        isCancelling = false;
        var report = await fixture.UpdateAsync();
        Assert.Equal((1, 1, 2L, null), (report.Added, report.Updated, report.Generation, report.RebuiltBecause));
        Assert.Equal(["hangzhou.md"], await fixture.IdsAsync("停车"));
    }

    [Fact]
    public async Task A_rebuild_whose_files_are_taken_away_fails_in_one_line_and_the_old_index_goes_on()
    {
        IndexingFixture? fixture = null;
        var isTaking = false;
        using (fixture = new IndexingFixture(new LinesReader(_ =>
        {
            if (isTaking)
            {
                var current = fixture!.CurrentSubfolder;
                foreach (var folder in Directory.EnumerateDirectories(fixture.IndexPath).Where(f => f != current))
                {
                    Directory.Delete(folder, recursive: true);
                    File.WriteAllText(folder, "in the way");
                }
            }
        })))
        {
            fixture.Write("cities.lines", "a|杭州|治堵");
            await fixture.UpdateAsync();
            isTaking = true;

            var error = await Assert.ThrowsAsync<IndexFolderException>(() => fixture.UpdateAsync(rebuild: true));

            Assert.StartsWith($"the index folder {fixture.IndexPath} cannot be written: ", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("; it is as it was before", error.Message, StringComparison.Ordinal);
            Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("治堵"));
            foreach (var file in Directory.EnumerateFiles(fixture.IndexPath, "index-*"))
            {
                File.Delete(file);
            }

            isTaking = false;
            Assert.Equal(2, (await fixture.UpdateAsync(rebuild: true)).Generation);
        }
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_the_old_generation_and_no_lock_behind()
    {
        IndexingFixture? fixture = null;
        var inTheWay = "";
        using (fixture = new IndexingFixture(new LinesReader(_ =>
        {
            if (inTheWay.Length > 0)
            {
                Directory.CreateDirectory(inTheWay);
            }
        })))
        {
            fixture.Write("cities.lines", "a|杭州|治堵");
            await fixture.UpdateAsync();
            inTheWay = Path.Combine(fixture.CurrentSubfolder, "segments_2");
            fixture.Write("cities.lines", "a|杭州|停车");

            await Assert.ThrowsAsync<IndexFolderException>(() => fixture.UpdateAsync());
            Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("治堵"));

            Directory.Delete(inTheWay);
            inTheWay = "";
            var report = await fixture.UpdateAsync();
            Assert.Equal((1, 2L, null), (report.Updated, report.Generation, report.RebuiltBecause));
            Assert.Equal(["cities.lines#a"], await fixture.IdsAsync("停车"));
        }
    }

    [Fact]
    public async Task The_remains_of_interrupted_rebuilds_are_deleted()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();
        var folder = new IndexFolder(fixture.IndexPath);
        var remains = folder.CreateSubfolder(7);
        File.WriteAllText(Path.Combine(remains, "_0.fdt"), "cut off");

        var report = await fixture.UpdateAsync();

        Assert.Equal((1, 1L, null), (report.Unchanged, report.Generation, report.RebuiltBecause));
        Assert.Equal([fixture.CurrentSubfolder], Directory.EnumerateDirectories(fixture.IndexPath));
    }

    [Fact]
    public async Task Locks_that_a_killed_process_left_behind_do_no_harm()
    {
        using var fixture = new IndexingFixture();
        fixture.Write("hangzhou.md", Hangzhou);
        await fixture.UpdateAsync();
        File.WriteAllText(Path.Combine(fixture.IndexPath, IndexFolder.LockFile), "");
        File.WriteAllText(Path.Combine(fixture.CurrentSubfolder, IndexWriter.WRITE_LOCK_NAME), "");
        File.WriteAllText(Path.Combine(fixture.IndexPath, IndexFolder.CurrentFile + ".new"), "index-");

        fixture.Write("shanghai.md", "# 上海\n\n统管。\n");
        var report = await fixture.UpdateAsync();

        Assert.Equal((1, 2), (report.Added, report.Articles));
        Assert.Equal(["shanghai.md"], await fixture.IdsAsync("统管"));
    }

    private static string SectionText(SearchGeneration generation)
    {
        var leaf = generation.Leaves[0];
        var section = Array.FindIndex(leaf.Heads, h => h >= 0);
        return StoredRecords.ReadSection(leaf.Reader.Document(section)).Text;
    }
}
