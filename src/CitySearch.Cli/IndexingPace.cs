using System.Globalization;
using CitySearch.Indexing;

namespace CitySearch.Cli;

/// <summary>How fast an indexing run is and how long it will take, judged by all of it since the first that was heard.</summary>
internal sealed class IndexingPace(Language language, TimeProvider clock)
{
    private const double Megabyte = 1e6;

    // A pace of less time than this is chance.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private (IndexProgress Progress, long At)? _first;

    /// <summary>How far and how fast, in words: <c>120/400 files (30 %), 40 files/s, 3.1 MB/s, 7 s left</c>.</summary>
    public string Say(IndexProgress progress)
    {
        (IndexProgress Progress, long At) first;
        lock (_lock)
        {
            first = _first ??= (progress, clock.GetTimestamp());
        }

        var share = progress.BytesTotal > 0 ? (double)progress.BytesDone / progress.BytesTotal : 1;
        var far = language.Say(
            $"{progress.FilesDone}/{progress.FilesTotal} files ({Number(share * 100, "0")} %)", $"{progress.FilesDone}/{progress.FilesTotal} 个文件（{Number(share * 100, "0")}%）");
        var elapsed = clock.GetElapsedTime(first.At);
        var bytes = progress.BytesDone - first.Progress.BytesDone;
        if (elapsed < Least || bytes <= 0)
        {
            return far;
        }

        var files = Number((progress.FilesDone - first.Progress.FilesDone) / elapsed.TotalSeconds, "0");
        var speed = bytes / elapsed.TotalSeconds;
        var left = Time(TimeSpan.FromSeconds((progress.BytesTotal - progress.BytesDone) / speed));
        return language.Say(
            $"{far}, {files} files/s, {Number(speed / Megabyte, "0.0")} MB/s, {left} left", $"{far}，每秒 {files} 个文件、{Number(speed / Megabyte, "0.0")} MB，剩余 {left}");
    }

    private string Time(TimeSpan time) =>
        time.TotalSeconds < 90 ? language.Say($"{Number(Math.Ceiling(time.TotalSeconds), "0")} s", $"{Number(Math.Ceiling(time.TotalSeconds), "0")} 秒")
        : time.TotalMinutes < 90 ? language.Say($"{Number(time.TotalMinutes, "0")} min", $"{Number(time.TotalMinutes, "0")} 分钟")
        : language.Say($"{Number(time.TotalHours, "0.0")} h", $"{Number(time.TotalHours, "0.0")} 小时");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
