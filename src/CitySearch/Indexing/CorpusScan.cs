using CitySearch.Corpus;

namespace CitySearch.Indexing;

/// <summary>A file that the scan found, with what tells cheaply whether it changed.</summary>
internal sealed record ScannedFile(CorpusFile File, IArticleReader Reader, long Length, long ModifiedTicks);

/// <summary>Walks a corpus folder and finds the files that some reader takes, in the order of their paths.</summary>
internal static class CorpusScan
{
    // BEIR's folder of judgements. A folder that has one is a judged dataset: only its corpus is material.
    private const string JudgementsFolder = "qrels";
    private const string DatasetCorpus = "corpus.jsonl";

    private static readonly EnumerationOptions Everything = new()
    {
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        RecurseSubdirectories = false,
    };

    /// <summary>The files below a folder. Hidden ones, and folders that are symbolic links, are passed over.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static List<ScannedFile> Run(string corpusPath, ArticleReaders readers, CancellationToken cancellationToken)
    {
        var root = new DirectoryInfo(corpusPath);
        if (!root.Exists)
        {
            throw new DirectoryNotFoundException($"the corpus folder {corpusPath} does not exist; name one that does (--corpus)");
        }

        var found = new List<ScannedFile>();
        var pending = new Stack<DirectoryInfo>([root]);
        while (pending.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isDataset = Directory.Exists(Path.Combine(folder.FullName, JudgementsFolder));
            foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
            {
                if (entry is DirectoryInfo subfolder)
                {
                    if (!isDataset && subfolder.LinkTarget is null)
                    {
                        pending.Push(subfolder);
                    }
                }
                else if (entry is FileInfo file && readers.For(file.Name) is { } reader && (!isDataset || file.Name == DatasetCorpus))
                {
                    var path = Path.GetRelativePath(root.FullName, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
                    found.Add(new ScannedFile(new CorpusFile(file.FullName, path), reader, file.Length, file.LastWriteTimeUtc.Ticks));
                }
            }
        }

        found.Sort((a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        return found;
    }
}
