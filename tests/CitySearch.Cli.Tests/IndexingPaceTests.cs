using CitySearch.Indexing;

namespace CitySearch.Cli.Tests;

public class IndexingPaceTests
{
    private readonly Clock _clock = new();

    [Fact]
    public void The_pace_counts_from_the_first_that_was_heard_and_tells_the_time_left()
    {
        var english = new IndexingPace(Language.English, _clock);
        var chinese = new IndexingPace(Language.Chinese, _clock);
        string[] Say(int files, long megabytes)
        {
            var progress = new IndexProgress(files, 1000, megabytes * 1_000_000, 400_000_000, files);
            return [english.Say(progress), chinese.Say(progress)];
        }

        Assert.Equal(["100/1000 files (10 %)", "100/1000 个文件（10%）"], Say(100, 40));
        _clock.Seconds = 0.2;
        Assert.Equal(["101/1000 files (10 %)", "101/1000 个文件（10%）"], Say(101, 41));
        _clock.Seconds = 10;
        Assert.Equal(["500/1000 files (50 %), 40 files/s, 16.0 MB/s, 13 s left", "500/1000 个文件（50%），每秒 40 个文件、16.0 MB，剩余 13 秒"], Say(500, 200));
        _clock.Seconds = 1000;
        Assert.Equal(["600/1000 files (50 %), 1 files/s, 0.2 MB/s, 21 min left", "600/1000 个文件（50%），每秒 1 个文件、0.2 MB，剩余 21 分钟"], Say(600, 200));
        _clock.Seconds = 100_000;
        Assert.Equal(["600/1000 files (50 %), 0 files/s, 0.0 MB/s, 34.7 h left", "600/1000 个文件（50%），每秒 0 个文件、0.0 MB，剩余 34.7 小时"], Say(600, 200));
    }

    private sealed class Clock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
