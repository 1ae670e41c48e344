using CitySearch.Hosting.Worker;

namespace CitySearch.Hosting.Tests.Worker;

public sealed class PendingChangesTests : IDisposable
{
    private static readonly WorkerOptions Options = new() { SettleDelay = TimeSpan.FromSeconds(1), LongestSettling = TimeSpan.FromSeconds(10) };

    private readonly string _root = Directory.CreateTempSubdirectory("citysearch-pending-").FullName;
    private readonly Clock _clock = new();
    private readonly PendingChanges _pending;

    public PendingChangesTests() => _pending = new PendingChanges(_root, Options, _clock);

    [Fact]
    public void A_file_is_ready_when_it_has_stood_still()
    {
        Write("a.md", "half");
        _pending.Add("a.md");
        Assert.Empty(After(0.9));

        // Written on without an event: the length tells.
        Write("a.md", "half and the other half");
        Assert.Empty(After(0.2));
        Assert.Empty(After(0.9));
        Assert.Equal(["a.md"], After(0.2));
        Assert.Equal(0, _pending.Count);
    }

    [Fact]
    public void Another_event_means_another_wait_although_nothing_shows()
    {
        Write("a.md", "text");
        _pending.Add("a.md");
        Assert.Empty(After(0.9));
        _pending.Add("a.md");
        Assert.Empty(After(0.9));
        Assert.Equal(["a.md"], After(0.2));
    }

    [Fact]
    public void A_file_that_never_stands_still_is_ready_in_the_end()
    {
        for (var i = 0; i < 19; i++)
        {
            Write("log.md", new string('x', i));
            _pending.Add("log.md");
            Assert.Empty(After(0.5));
        }

        _pending.Add("log.md");
        Assert.Equal(["log.md"], After(0.5));
    }

    [Fact]
    public void A_deletion_waits_too_and_so_becomes_the_half_of_a_save()
    {
        _pending.Add("a.md");
        Assert.Empty(After(0.5));
        Write("a.md", "new");
        Assert.Empty(After(0.6));
        Assert.Equal(["a.md"], After(1));
    }

    [Fact]
    public void A_folder_waits_for_the_files_in_it()
    {
        Directory.CreateDirectory(Path.Combine(_root, "a"));
        _pending.Add("a");
        _pending.Add("ab.md");
        After(0.8);
        Write("a/b.md", "text");
        _pending.Add("a/b.md");
        Assert.Equal(["ab.md"], After(0.5));
        Assert.Equal(["a", "a/b.md"], After(0.6).Order());
    }

    [Fact]
    public void What_is_to_be_tried_later_is_ready_later_or_when_it_changes()
    {
        _pending.AddLater("a.md", TimeSpan.FromSeconds(8));
        _pending.AddLater("b.md", TimeSpan.FromSeconds(8));
        Assert.Equal(TimeSpan.FromSeconds(8), _pending.UntilNextLook());
        Assert.Empty(After(2));
        _pending.Add("b.md");
        Assert.Equal(["b.md"], After(1));
        Assert.Equal(["a.md"], After(6));
        Assert.Null(_pending.UntilNextLook());
    }

    [Fact]
    public void Only_the_first_change_wakes_the_worker()
    {
        Assert.True(_pending.Add("a.md"));
        Assert.True(_pending.Add("a.md"));
        Assert.False(_pending.Add("b.md"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(_root, path), text);

    private IReadOnlyList<string> After(double seconds)
    {
        _clock.Now += TimeSpan.FromSeconds(seconds);
        return _pending.TakeReady();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 3, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
