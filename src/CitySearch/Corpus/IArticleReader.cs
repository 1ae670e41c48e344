namespace CitySearch.Corpus;

/// <summary>Reads one file format. A reader is stateless and may be called from several threads at once.</summary>
public interface IArticleReader
{
    /// <summary>The file name endings that the reader takes, lower-cased and with their dot: <c>.md</c>.</summary>
    IReadOnlyCollection<string> Extensions { get; }

    /// <summary>A name that changes whenever the reader would give another result for the same bytes: <c>markdown/1</c>.</summary>
    string Version { get; }

    /// <summary>
    /// Reads the articles of one file. The sequence is read once and lazily, so a file of many articles need not
    /// fit in memory.
    /// </summary>
    /// <param name="file">The file and what it is called in the corpus.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ReadingException">The file cannot be read as this format; the message says why in one line.</exception>
    IEnumerable<Article> Read(CorpusFile file, CancellationToken cancellationToken);
}
