using CitySearch.Corpus;
using CitySearch.Indexing;
using Spectre.Console;

namespace CitySearch.Cli;

/// <summary>Brings the index up to date with progress on standard error.</summary>
internal static class Indexing
{
    // Redrawing oftener than this shows nothing new to an eye.
    private static readonly TimeSpan RedrawAfter = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs the indexer.</summary>
    public static Task<IndexReport> UpdateAsync(IIndexService index, Terminal terminal, bool rebuild, CancellationToken cancellationToken) =>
        WithProgressAsync(terminal, progress => index.UpdateAsync(rebuild, progress, cancellationToken));

    /// <summary>Runs something that indexes: a progress bar on a terminal, nothing otherwise.</summary>
    public static async Task<T> WithProgressAsync<T>(Terminal terminal, Func<IProgress<IndexProgress>?, Task<T>> run)
    {
        if (!terminal.ShowsProgress)
        {
            return await run(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(terminal.Language.Say("indexing", "建立索引"), maxValue: 1);
                var progress = new Throttled(p =>
                {
                    task.MaxValue = Math.Max(1, p.BytesTotal);
                    task.Value = p.BytesDone;
                    task.Description = terminal.Language.Say(
                        $"indexing: {p.FilesDone}/{p.FilesTotal} files, {p.Articles} articles", $"建立索引：{p.FilesDone}/{p.FilesTotal} 个文件，{p.Articles} 篇文章");
                });
                return await run(progress);
            });
    }

    /// <summary>Says on standard error which files cannot be read.</summary>
    public static void ReportFailed(IReadOnlyList<FailedFile> failed, Terminal terminal)
    {
        foreach (var file in failed)
        {
            terminal.Error.WriteLine(terminal.Language.Say($"not read: {file.Path}: {file.Error}", $"未能读取：{file.Path}：{file.Error}"));
        }
    }

    private sealed class Throttled(Action<IndexProgress> show) : IProgress<IndexProgress>
    {
        private long _shownAt;

        public void Report(IndexProgress value)
        {
            var now = Environment.TickCount64;
            var shown = Volatile.Read(ref _shownAt);
            if (now - shown >= RedrawAfter.TotalMilliseconds && Interlocked.CompareExchange(ref _shownAt, now, shown) == shown)
            {
                show(value);
            }
        }
    }
}
