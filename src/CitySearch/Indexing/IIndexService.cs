namespace CitySearch.Indexing;

/// <summary>Builds an index, keeps it up to date, and tells about it.</summary>
public interface IIndexService
{
    /// <summary>
    /// Brings the index up to date with the corpus folder. Searches go on meanwhile; those that begin after it has ended
    /// see what it did. An index that is damaged, or was built with another analyzer or in another format, is built
    /// anew. What cannot be read is reported, and what the index had of it stays.
    /// </summary>
    /// <param name="rebuild">Whether to build it anew beside the old one even when nothing has changed.</param>
    /// <param name="progress">Told of how far it is, from several threads.</param>
    /// <param name="cancellationToken">Stops it; the index stays as it was.</param>
    /// <exception cref="IndexFolderException">The index folder cannot be used.</exception>
    /// <exception cref="CorpusFolderException">The corpus folder is not there or cannot be read.</exception>
    Task<IndexReport> UpdateAsync(bool rebuild = false, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Brings the index up to date with some files and folders of the corpus, without a look at the rest of it: for
    /// whoever knows what has changed. The index is then what it would be after looking at everything, if nothing else
    /// has changed; where it has to be built anew, everything is looked at.
    /// </summary>
    /// <param name="paths">
    /// The paths below the corpus folder, with forward slashes, of files and folders that came, changed or went. A folder
    /// means all that is or was in it; an ignore file, all in its folder.
    /// </param>
    /// <param name="progress">Told of how far it is, from several threads.</param>
    /// <param name="cancellationToken">Stops it; the index stays as it was.</param>
    /// <returns>What it did; unchanged and failed files are those of the given paths alone.</returns>
    /// <exception cref="ArgumentException">A path leads out of the corpus folder.</exception>
    /// <exception cref="IndexFolderException">The index folder cannot be used.</exception>
    /// <exception cref="CorpusFolderException">The corpus folder is not there or cannot be read.</exception>
    Task<IndexReport> UpdateAsync(IReadOnlyCollection<string> paths, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>What the index holds; <see langword="null"/> when there is none.</summary>
    /// <exception cref="IndexFolderException">The index cannot be read; the message says what to do.</exception>
    IndexStats? Stats();

    /// <summary>Reads the index from end to end and says what is wrong with it.</summary>
    /// <param name="repair">
    /// Whether to build a damaged index anew, beside the damaged one, from the corpus. Articles whose files are missing or
    /// unreadable are carried over as far as the damaged index can still be read.
    /// </param>
    /// <param name="progress">Told of each file of the corpus that a repair has read.</param>
    /// <param name="cancellationToken">Stops the check or the repair; the index stays as it was.</param>
    /// <exception cref="IndexFolderException">There is no index, or its folder cannot be used.</exception>
    /// <exception cref="CorpusFolderException">The corpus folder, from which to repair, is not there or cannot be read.</exception>
    Task<IndexCheckReport> CheckAsync(bool repair = false, IProgress<IndexProgress>? progress = null, CancellationToken cancellationToken = default);
}
