using CitySearch.Corpus;

namespace CitySearch.Tests.Indexing;

/// <summary>
/// Reads files that end in .lines: each line is an article, <c>name|title|text</c>; a line <c>!</c> is one it cannot
/// read, as any reader meets one: with an exception of its own choice, several lines long.
/// </summary>
internal sealed class LinesReader(Action<CorpusFile>? reading = null, string version = "lines/1") : IArticleReader
{
    public IReadOnlyCollection<string> Extensions { get; } = [".lines"];

    public string Version => version;

    public IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken)
    {
        reading?.Invoke(file);
        foreach (var line in File.ReadLines(file.FullPath))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line == "!")
            {
                throw new InvalidOperationException("the line is bad:\nit has no bars");
            }

            var parts = line.Split('|');
            yield return new Article { Id = $"{file.Path}#{parts[0]}", Path = file.Path, Title = parts[1], Sections = [new Section { Text = parts[2] }] };
        }
    }
}
