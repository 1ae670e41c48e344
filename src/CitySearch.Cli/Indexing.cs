using CitySearch.Corpus;
using CitySearch.Indexing;
using Spectre.Console;

namespace CitySearch.Cli;

/// <summary>Brings the index up to date with progress on standard error.</summary>
internal static class Indexing
{
    // Redrawing oftener than this shows nothing new to an eye.
    private static readonly TimeSpan RedrawAfter = TimeSpan.FromMilliseconds(100);

    // In a log, which nobody watches, a line is for those who come back to see how far it is.
    private static readonly TimeSpan LineAfter = TimeSpan.FromSeconds(10);

    /// <summary>Runs the indexer.</summary>
    public static Task<IndexReport> UpdateAsync(IIndexService index, Terminal terminal, bool rebuild, CancellationToken cancellationToken) =>
        WithProgressAsync(terminal, progress => index.UpdateAsync(rebuild, progress, cancellationToken));

    /// <summary>Runs something that indexes: a progress bar on a terminal, a line every ten seconds otherwise.</summary>
    public static async Task<T> WithProgressAsync<T>(Terminal terminal, Func<IProgress<IndexProgress>?, Task<T>> run)
    {
        var pace = new IndexingPace(terminal.Language, TimeProvider.System);
        var title = terminal.Language.Say("indexing", "建立索引");
        if (!terminal.ShowsProgress)
        {
            return await run(new Throttled(p => terminal.Error.WriteLine($"{title}{terminal.Language.Say(": ", "：")}{pace.Say(p)}"), LineAfter, isFirstShown: false));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(title, maxValue: 1);
                var progress = new Throttled(
                    p =>
                    {
                        task.MaxValue = Math.Max(1, p.BytesTotal);
                        task.Value = p.BytesDone;
                        task.Description = $"{title}{terminal.Language.Say(": ", "：")}{pace.Say(p)}";
                    },
                    RedrawAfter,
                    isFirstShown: true);
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

    private sealed class Throttled(Action<IndexProgress> show, TimeSpan after, bool isFirstShown) : IProgress<IndexProgress>
    {
        private long _shownAt = isFirstShown ? 0 : Environment.TickCount64;

        public void Report(IndexProgress value)
        {
            var now = Environment.TickCount64;
            var shown = Volatile.Read(ref _shownAt);
            if (now - shown >= after.TotalMilliseconds && Interlocked.CompareExchange(ref _shownAt, now, shown) == shown)
            {
                show(value);
            }
        }
    }
}
