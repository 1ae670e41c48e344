using CitySearch.Corpus;

namespace CitySearch.Indexing;

/// <summary>A file that the scan found, with what tells cheaply whether it changed.</summary>
/// <param name="File">The file.</param>
/// <param name="Reader">The reader that takes it.</param>
/// <param name="Stamp">Its size and time.</param>
internal sealed record ScannedFile(CorpusFile File, IArticleReader Reader, FileStamp Stamp);

/// <summary>What is in a corpus folder.</summary>
/// <param name="Files">The files that some reader takes, in the order of their paths.</param>
/// <param name="Unreadable">The folders whose files cannot be told: whether they are gone, nobody knows.</param>
internal sealed record CorpusScan(IReadOnlyList<ScannedFile> Files, IReadOnlyList<FailedFile> Unreadable)
{
    // BEIR's folder of judgements. A folder that has one is a judged dataset: only its corpus is material.
    private const string JudgementsFolder = "qrels";
    private const string DatasetCorpus = "corpus.jsonl";

    private static readonly EnumerationOptions Visible = new()
    {
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        RecurseSubdirectories = false,
    };

    /// <summary>
    /// Walks a corpus folder. Hidden files and folders are passed over, and so are folders that are symbolic links: what
    /// they lead to may lie above them. Links to files are files.
    /// </summary>
    /// <param name="corpusPath">The corpus folder.</param>
    /// <param name="indexPath">The full path of the index folder, which is no material wherever it lies.</param>
    /// <param name="readers">The readers.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <exception cref="CorpusFolderException">The corpus folder is not there or cannot be read.</exception>
    public static CorpusScan Run(string corpusPath, string indexPath, ArticleReaders readers, CancellationToken cancellationToken)
    {
        var root = Root(corpusPath);
        var files = new List<ScannedFile>();
        var unreadable = new List<FailedFile>();
        var pending = new Stack<DirectoryInfo>([root]);
        while (pending.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                foreach (var entry in Entries(folder))
                {
                    if (entry is DirectoryInfo subfolder && subfolder.FullName != indexPath)
                    {
                        pending.Push(subfolder);
                    }
                    else if (entry is FileInfo file && readers.For(file.Name) is { } reader)
                    {
                        files.Add(new ScannedFile(new CorpusFile(file.FullName, PathBelow(root, file)), reader, FileStamp.Of(file.FullName)));
                    }
                }
            }
            catch (DirectoryNotFoundException) when (folder != root)
            {
                // Deleted while the walk was under way.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (folder == root)
                {
                    throw CorpusFolderException.Unreadable(corpusPath, e);
                }

                unreadable.Add(new FailedFile(PathBelow(root, folder) + "/", OneLine.Of(e)));
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        return new CorpusScan(files, unreadable);
    }

    /// <summary>The corpus folder.</summary>
    /// <exception cref="CorpusFolderException">It is not there.</exception>
    public static DirectoryInfo Root(string corpusPath)
    {
        var root = new DirectoryInfo(corpusPath);
        return root.Exists
            ? root
            : throw CorpusFolderException.Missing(corpusPath);
    }

    /// <summary>Whether a path lies in a folder that could not be read.</summary>
    public bool IsUnreadable(string path) => Unreadable.Any(folder => path.StartsWith(folder.Path, StringComparison.Ordinal));

    private static List<FileSystemInfo> Entries(DirectoryInfo folder)
    {
        var isDataset = Directory.Exists(Path.Combine(folder.FullName, JudgementsFolder));
        return [.. folder.EnumerateFileSystemInfos("*", Visible)
            .Where(entry => entry is DirectoryInfo ? !isDataset && entry.LinkTarget is null : !isDataset || entry.Name == DatasetCorpus)];
    }

    private static string PathBelow(DirectoryInfo root, FileSystemInfo entry) =>
        Path.GetRelativePath(root.FullName, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
}
