using System.Text;
using CitySearch.Concepts;
using Microsoft.Extensions.Logging;

namespace CitySearch.Tests.Concepts;

public sealed class ThesaurusFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citysearch-concepts-").FullName;
    private readonly ManualTime _time = new();
    private readonly LogLines _log = new();
    private DateTime _written = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private string FilePath => Path.Combine(_folder, "concepts.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_next_look_sees_what_was_saved()
    {
        var file = Open();
        Write("a:\n  prefLabel: {zh: 甲}");
        Assert.Equal(["a"], Ids(file));
        Write("b:\n  prefLabel: {zh: 乙}");
        Assert.Equal(["b"], Ids(file, after: 200));
        Assert.Null(file.LastError);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void Between_two_looks_the_file_is_not_touched()
    {
        var file = Open();
        Write("a:\n  prefLabel: {zh: 甲}");
        Assert.Equal(["a"], Ids(file));
        Write("b:\n  prefLabel: {zh: 乙}");
        Assert.Equal(["a"], Ids(file, after: 199));
        Assert.Equal(["b"], Ids(file, after: 1));
    }

    [Fact]
    public void A_file_that_has_not_changed_is_not_read_again()
    {
        var file = Open();
        Write("a:\n  prefLabel: {zh: 甲}");
        var first = file.Current;
        _time.Pass(1000);
        Assert.Same(first, file.Current);
    }

    [Fact]
    public void A_file_of_the_same_length_or_of_the_same_time_is_read_again_when_the_other_changes()
    {
        var file = Open();
        Write("a:\n  prefLabel: {zh: 甲}");
        Assert.Equal(["a"], Ids(file));
        Write("b:\n  prefLabel: {zh: 甲}");
        Assert.Equal(["b"], Ids(file, after: 200));
        _written = _written.AddSeconds(-1);
        Write("bb:\n  prefLabel: {zh: 甲}");
        Assert.Equal(["bb"], Ids(file, after: 200));
    }

    [Fact]
    public void A_broken_file_leaves_the_last_good_one_in_use_until_it_is_mended()
    {
        var file = Open();
        Write("a:\n  prefLabel: {zh: 甲}");
        var good = file.Current;
        Write("a:\n  prefLabel: {zh: 甲}\n  altLable: [乙]");
        _time.Pass(200);
        Assert.Same(good, file.Current);
        var error = file.LastError!;
        Assert.Equal(
            $"{FilePath}:3:3: unknown key \"altLable\" in the concept a; use one of: prefLabel, altLabel, abbreviation, hiddenLabel, definition, scopeNote, broader, narrower, related, exactMatch",
            error.Message);
        _time.Pass(200);
        Assert.Same(good, file.Current);
        Assert.Equal([$"Error: {error.Message}; until then the 1 concepts read before stay in use"], _log.Lines);

        Write("a:\n  prefLabel: {zh: 甲}\n  altLabel: [乙]");
        _time.Pass(200);
        Assert.Equal(["乙"], Assert.Single(file.Current.Concepts).AlternativeLabels);
        Assert.Null(file.LastError);
        Assert.Equal($"Information: The thesaurus {FilePath} is whole again: 1 concepts", _log.Lines[^1]);
    }

    [Fact]
    public void A_file_that_is_broken_from_the_start_is_an_empty_thesaurus_with_an_error()
    {
        Write("a: [");
        var file = Open();
        Assert.Empty(file.Current.Concepts);
        Assert.StartsWith($"{FilePath}:1:4: [ is not closed", file.LastError!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_empty_thesaurus_and_may_come_and_go()
    {
        var file = Open();
        Assert.Empty(file.Current.Concepts);
        Assert.Null(file.LastError);
        Write("a:\n  prefLabel: {zh: 甲}");
        Assert.Equal(["a"], Ids(file, after: 200));
        File.Delete(FilePath);
        Assert.Empty(Ids(file, after: 200));
        Assert.Null(file.LastError);
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void A_folder_in_its_place_is_an_error()
    {
        Directory.CreateDirectory(FilePath);
        var file = Open();
        Assert.Empty(file.Current.Concepts);
        Assert.Equal($"{FilePath}: cannot be read: it is a folder; check the file and who may read it", file.LastError!.Message);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        File.WriteAllText(FilePath, "a:\n  prefLabel: {zh: 甲}", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(["a"], Ids(Open()));
    }

    [Fact]
    public void Another_encoding_is_reported_with_its_place()
    {
        File.WriteAllBytes(FilePath, [.. "a:\n  prefLabel: {zh: 甲"u8, 0xBC, 0xD7, .. "}"u8]);
        var file = Open();
        Assert.Empty(file.Current.Concepts);
        Assert.Equal($"{FilePath}:2:20: is not UTF-8; save the file in that encoding", file.LastError!.Message);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_read()
    {
        using (var stream = File.Create(FilePath))
        {
            stream.SetLength((8 << 20) + 1);
        }

        var file = Open();
        Assert.Empty(file.Current.Concepts);
        Assert.Equal($"{FilePath}: is larger than 8 MB; split it or remove what is not needed", file.LastError!.Message);
    }

    [Fact]
    public void The_file_at_the_end_of_a_link_is_the_one_that_counts()
    {
        Write("a:\n  prefLabel: {zh: 甲}");
        var target = Path.Combine(_folder, "v1.yaml");
        File.Move(FilePath, target);
        File.CreateSymbolicLink(FilePath, target);
        var file = Open();
        Assert.Equal(["a"], Ids(file));
        File.WriteAllText(target, "b:\n  prefLabel: {zh: 乙乙}");
        Assert.Equal(["b"], Ids(file, after: 200));
    }

    [Fact]
    public async Task Many_threads_see_a_good_thesaurus_while_the_file_changes()
    {
        Write("a:\n  prefLabel: {zh: 甲}");
        var file = new ThesaurusFile(FilePath, timeProvider: new HurriedTime());
        Assert.Equal(["a"], Ids(file));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.Single(file.Current.Concepts);
            }
        })).ToArray();
        for (var i = 0; i < 50; i++)
        {
            Replace(i % 2 == 0 ? "b: [" : $"c{i}:\n  prefLabel: {{zh: 甲}}");
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(["c49"], Ids(file));
    }

    private static IEnumerable<string> Ids(ThesaurusFile file) => file.Current.Concepts.Select(c => c.Id);

    private IEnumerable<string> Ids(ThesaurusFile file, int after)
    {
        _time.Pass(after);
        return Ids(file);
    }

    private ThesaurusFile Open() => new(FilePath, _log, _time);

    /// <summary>Writes the file as saved a second after the last time.</summary>
    private void Write(string yaml)
    {
        File.WriteAllText(FilePath, yaml);
        _written = _written.AddSeconds(1);
        File.SetLastWriteTimeUtc(FilePath, _written);
    }

    /// <summary>Replaces the file at once, as careful editors do.</summary>
    private void Replace(string yaml)
    {
        var beside = Path.Combine(_folder, "beside.yaml");
        File.WriteAllText(beside, yaml);
        _written = _written.AddSeconds(1);
        File.SetLastWriteTimeUtc(beside, _written);
        File.Move(beside, FilePath, overwrite: true);
    }

    /// <summary>A clock on which every look is long after the last.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }

    private sealed class LogLines : ILogger<ThesaurusFile>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
