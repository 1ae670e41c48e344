using CitySearch.Hosting.Worker;
using CitySearch.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Hosting.Tests.Worker;

public sealed class IndexerWorkerTests : IAsyncDisposable
{
    private readonly WorkerFixture _worker = new();

    [Fact]
    public async Task What_changed_before_the_start_is_indexed_and_then_every_save()
    {
        _worker.WriteArticle("policies/a.md", "治堵");
        await _worker.StartAsync();
        await _worker.FindsAsync("治堵", "policies/a.md");

        _worker.WriteArticle("policies/a.md", "停车");
        await _worker.FindsAsync("停车", "policies/a.md");
        Assert.Empty(await _worker.FindAsync("治堵"));

        _worker.WriteArticle("b.md", "停车");
        await _worker.FindsAsync("停车", "b.md", "policies/a.md");
    }

    [Fact]
    public async Task A_save_by_rename_is_an_update_and_the_editors_other_files_are_none()
    {
        _worker.WriteArticle("a.md", "治堵");
        await _worker.StartAsync();

        // As vim does, and as office programs do.
        _worker.Write(".a.md.swp", "停车");
        _worker.Write("4913", "");
        File.Delete(_worker["4913"]);
        File.Move(_worker["a.md"], _worker["a.md~"]);
        _worker.WriteArticle("a.md", "停车");
        File.Delete(_worker["a.md~"]);
        _worker.Write("~$b.docx", "停车");
        _worker.Write("b.tmp", "# b\n\n停车。\n");
        File.Move(_worker["b.tmp"], _worker["b.md"]);

        await _worker.FindsAsync("停车", "a.md", "b.md");
        Assert.Empty(await _worker.FindAsync("治堵"));
        Assert.Equal(0, _worker.Notices.Sum(n => n.Report!.Removed + n.Report.Failed.Count));
    }

    [Fact]
    public async Task A_deleted_file_and_a_deleted_folder_leave_the_index()
    {
        _worker.WriteArticle("a.md", "治堵");
        _worker.WriteArticle("old/b.md", "治堵");
        _worker.WriteArticle("old/deep/c.md", "治堵");
        _worker.WriteArticle("older.md", "治堵");
        await _worker.StartAsync();

        File.Delete(_worker["a.md"]);
        Directory.Delete(_worker["old"], recursive: true);

        await _worker.FindsAsync("治堵", "older.md");
    }

    [Fact]
    public async Task A_renamed_folder_takes_its_files_along_and_new_files_in_it_are_seen()
    {
        _worker.WriteArticle("案例/杭州/a.md", "治堵");
        await _worker.StartAsync();

        Directory.Move(_worker["案例"], _worker["归档"]);
        await _worker.FindsAsync("治堵", "归档/杭州/a.md");

        _worker.WriteArticle("归档/杭州/b.md", "治堵");
        await _worker.FindsAsync("治堵", "归档/杭州/a.md", "归档/杭州/b.md");
    }

    [Fact]
    public async Task A_folder_moved_into_the_corpus_is_indexed_whole()
    {
        await _worker.StartAsync();
        var outside = Directory.CreateDirectory(Path.Combine(_worker.Root, "outside", "deep")).Parent!.FullName;
        File.WriteAllText(Path.Combine(outside, "deep", "a.md"), "# a\n\n治堵。\n");

        Directory.Move(outside, _worker["moved"]);

        await _worker.FindsAsync("治堵", "moved/deep/a.md");
    }

    [Fact]
    public async Task Two_hundred_files_at_once_are_indexed_while_searches_go_on()
    {
        _worker.WriteArticle("first.md", "治堵");
        await _worker.StartAsync();
        using var done = new CancellationTokenSource();
        var searches = Task.Run(async () =>
        {
            var count = 0;
            for (; !done.IsCancellationRequested; count++)
            {
                Assert.Contains("first.md", await _worker.FindAsync("治堵"));
            }

            return count;
        });

        for (var i = 0; i < 200; i++)
        {
            _worker.WriteArticle($"burst/{i % 7}/{i}.md", "治堵");
        }

        await _worker.FindsAsync("治堵", [.. Enumerable.Range(0, 200).Select(i => $"burst/{i % 7}/{i}.md"), "first.md"]);
        Directory.Delete(_worker["burst"], recursive: true);
        await _worker.FindsAsync("治堵", "first.md");
        await done.CancelAsync();
        Assert.InRange(await searches, 1, int.MaxValue);
    }

    [Fact]
    public async Task An_edited_ignore_file_removes_what_it_ignores_and_brings_back_what_it_does_not()
    {
        _worker.WriteArticle("a.md", "治堵");
        _worker.WriteArticle("drafts/b.md", "治堵");
        await _worker.StartAsync();

        _worker.Write(".citysearchignore", "drafts/\n");
        await _worker.FindsAsync("治堵", "a.md");

        _worker.Write(".citysearchignore", "# nothing any more\n");
        await _worker.FindsAsync("治堵", "a.md", "drafts/b.md");
    }

    [Fact]
    public async Task While_the_corpus_folder_is_away_the_index_keeps_what_it_has()
    {
        _worker.WriteArticle("a.md", "治堵");
        _worker.WriteArticle("b.md", "治堵");
        await _worker.StartAsync();

        Directory.Move(_worker.CorpusPath, _worker.CorpusPath + ".away");
        await _worker.HeardAsync(WorkerNoticeKind.CorpusGone);
        Assert.Equal(["a.md", "b.md"], await _worker.FindAsync("治堵"));

        File.Delete(Path.Combine(_worker.CorpusPath + ".away", "b.md"));
        Directory.Move(_worker.CorpusPath + ".away", _worker.CorpusPath);
        await _worker.FindsAsync("治堵", "a.md");
        Assert.Contains(WorkerNoticeKind.CorpusBack, _worker.Kinds);

        _worker.WriteArticle("c.md", "治堵");
        await _worker.FindsAsync("治堵", "a.md", "c.md");
    }

    [Fact]
    public async Task A_corpus_folder_that_is_replaced_by_another_is_looked_through_and_followed()
    {
        _worker.WriteArticle("a.md", "治堵");
        await _worker.StartAsync();
        var next = Directory.CreateDirectory(_worker.CorpusPath + ".next").FullName;
        File.WriteAllText(Path.Combine(next, "b.md"), "# b\n\n治堵。\n");

        Directory.Move(_worker.CorpusPath, _worker.CorpusPath + ".last");
        Directory.Move(next, _worker.CorpusPath);
        await _worker.FindsAsync("治堵", "b.md");

        _worker.WriteArticle("c.md", "治堵");
        await _worker.FindsAsync("治堵", "b.md", "c.md");
    }

    [Fact]
    public async Task A_corpus_folder_that_comes_after_the_start_is_waited_for()
    {
        Directory.Delete(_worker.CorpusPath);
        await _worker.Worker.StartAsync(TestContext.Current.CancellationToken);
        await _worker.HeardAsync(WorkerNoticeKind.CorpusGone);

        _worker.WriteArticle("a.md", "治堵");
        await _worker.HeardAsync(WorkerNoticeKind.Updated);

        await _worker.FindsAsync("治堵", "a.md");
        Assert.Equal([WorkerNoticeKind.CorpusGone, WorkerNoticeKind.CorpusBack, WorkerNoticeKind.Updated], _worker.Kinds);
    }

    [Fact]
    public async Task While_another_process_is_indexing_the_worker_waits_for_it()
    {
        _worker.WriteArticle("a.md", "治堵");
        await _worker.StartAsync();

        using (File.Open(Path.Combine(_worker.IndexPath, "LOCK"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            _worker.WriteArticle("b.md", "治堵");
            await _worker.HeardAsync(WorkerNoticeKind.IndexBusy);
        }

        await _worker.FindsAsync("治堵", "a.md", "b.md");
        Assert.Single(_worker.Kinds, WorkerNoticeKind.IndexBusy);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_said_once_and_tried_again_without_having_changed()
    {
        File.CreateSymbolicLink(_worker["link.md"], Path.Combine(_worker.Root, "outside.md"));
        _worker.WriteArticle("a.md", "治堵");
        await _worker.StartAsync();
        Assert.Equal("link.md", Assert.Single(_worker.Notices[^1].Report!.Failed).Path);

        // Outside the corpus: no event tells of it.
        File.WriteAllText(Path.Combine(_worker.Root, "outside.md"), "# outside\n\n治堵。\n");

        await _worker.FindsAsync("治堵", "a.md", "link.md");
        // What a search finds is said a moment later.
        await _worker.UntilAsync(() => Task.FromResult(_worker.Kinds.Count(kind => kind == WorkerNoticeKind.Updated) == 2), "the second update said");
    }

    [Fact]
    public async Task A_bad_file_keeps_nothing_back_and_is_indexed_when_it_is_mended()
    {
        await _worker.StartAsync();

        _worker.Write("bad.jsonl", "not json\n");
        _worker.WriteArticle("a.md", "治堵");
        await _worker.FindsAsync("治堵", "a.md");
        await _worker.UntilAsync(() => Task.FromResult(_worker.Indexer.Stats()!.Failed is [{ Path: "bad.jsonl" }]), "the bad file in the statistics");

        _worker.Write("bad.jsonl", """{"_id":"1","title":"好","text":"治堵"}""" + "\n");
        await _worker.FindsAsync("治堵", "a.md", "bad.jsonl#1");
        Assert.Empty(_worker.Indexer.Stats()!.Failed);
    }

    [Fact]
    public async Task An_index_folder_of_something_else_ends_the_worker()
    {
        Directory.CreateDirectory(_worker.IndexPath);
        File.WriteAllText(Path.Combine(_worker.IndexPath, "thesis.docx"), "");
        await _worker.Worker.StartAsync(TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<IndexFolderException>(() => _worker.Worker.ExecuteTask!);

        Assert.Equal(FailureKind.IndexFolderForeign, error.Kind);
    }

    [Fact]
    public async Task An_index_folder_inside_the_corpus_does_not_wake_the_worker_for_ever()
    {
        await using var worker = new WorkerFixture(services: services => services.AddSingleton(provider =>
        {
            var fixture = (WorkerFixture)provider.GetRequiredService<IWorkerListener>();
            return new CitySearchOptions { CorpusPath = fixture.CorpusPath, IndexPath = Path.Combine(fixture.CorpusPath, "index") };
        }));
        worker.WriteArticle("a.md", "治堵");
        await worker.StartAsync();
        worker.WriteArticle("b.md", "治堵");
        await worker.FindsAsync("治堵", "a.md", "b.md");
        worker.WriteArticle("c.md", "治堵");
        await worker.FindsAsync("治堵", "a.md", "b.md", "c.md");

        Assert.Equal(3, worker.Indexer.Stats()!.Generation);
    }

    [Fact]
    public async Task Without_events_scans_find_what_changed()
    {
        await using var worker = new WorkerFixture(options =>
        {
            options.Watch = false;
            options.ScanIntervalWithoutEvents = TimeSpan.FromMilliseconds(100);
        });
        worker.WriteArticle("a.md", "治堵");
        await worker.StartAsync();

        worker.WriteArticle("b.md", "治堵");
        File.Delete(worker["a.md"]);

        await worker.FindsAsync("治堵", "b.md");
    }

    public ValueTask DisposeAsync() => _worker.DisposeAsync();
}
