using CitySearch.Corpus;
using CitySearch.Indexing.Scanning;

namespace CitySearch.Indexing;

/// <summary>A file that the scan found, or a material that a source listed, with what tells cheaply whether it changed.</summary>
/// <param name="File">The file.</param>
/// <param name="Reader">The reader that takes it.</param>
/// <param name="Stamp">Its size and time.</param>
/// <param name="Version">What stands for the content of what is no file; <see langword="null"/> for a file.</param>
internal sealed record ScannedFile(CorpusFile File, IArticleReader Reader, FileStamp Stamp, string? Version = null);

/// <summary>What is in a corpus folder, or in a part of it.</summary>
/// <param name="Files">The files that some reader takes, in the order of their paths.</param>
/// <param name="Unreadable">The folders whose files cannot be told: whether they are gone, nobody knows.</param>
internal sealed record CorpusScan(IReadOnlyList<ScannedFile> Files, IReadOnlyList<FailedFile> Unreadable)
{
    /// <summary>BEIR's folder of judgements. A folder that has one is a judged dataset: only its corpus is material.</summary>
    public const string JudgementsFolder = "qrels";

    private const string DatasetCorpus = "corpus.jsonl";

    /// <summary>
    /// Walks a corpus folder. What its rules ignore is passed over (see <see cref="IgnoreRules"/>), and so are folders
    /// that are symbolic links: what they lead to may lie above them. Links to files are files.
    /// </summary>
    /// <param name="options">The corpus folder, and what in it is material.</param>
    /// <param name="indexPath">The full path of the index folder, which is no material wherever it lies.</param>
    /// <param name="readers">The readers.</param>
    /// <param name="scope">The part of the folder to look at.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <exception cref="CorpusFolderException">The corpus folder is not there or cannot be read.</exception>
    public static CorpusScan Run(CitySearchOptions options, string indexPath, ArticleReaders readers, ScanScope scope, CancellationToken cancellationToken)
    {
        var root = Root(options.CorpusPath).FullName;
        indexPath = Path.TrimEndingDirectorySeparator(indexPath);
        var files = new List<ScannedFile>();
        var unreadable = new List<FailedFile>();
        var include = IgnoreRules.Parse(options.Include);
        var pending = new Stack<Folder>([new Folder(root, "", IgnoreRules.Of(options.Exclude), scope, IsIncluded: include.Count == 0)]);
        while (pending.TryPop(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var rules = folder.Rules.Within(folder.FullPath, folder.Path);
                foreach (var entry in Entries(folder))
                {
                    var path = folder.Path.Length == 0 ? entry.Name : $"{folder.Path}/{entry.Name}";
                    var fullPath = Path.Combine(folder.FullPath, entry.Name);
                    if ((entry.IsFolder && (entry.IsLink || fullPath == indexPath)) || rules.Ignores(path, entry.IsFolder))
                    {
                        continue;
                    }

                    var isIncluded = folder.IsIncluded || include.Any(pattern => pattern.Matches(path, entry.IsFolder));
                    if (entry.IsFolder)
                    {
                        pending.Push(new Folder(fullPath, path, rules, folder.Scope.Parts.GetValueOrDefault(entry.Name) ?? ScanScope.Everything, isIncluded));
                    }
                    else if (isIncluded && readers.For(entry.Name) is { } reader)
                    {
                        files.Add(new ScannedFile(new CorpusFile(fullPath, path), reader, entry.Stamp));
                    }
                }
            }
            catch (DirectoryNotFoundException) when (folder.Path.Length > 0)
            {
                // Deleted while the walk was under way.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (folder.Path.Length == 0)
                {
                    throw CorpusFolderException.Unreadable(options.CorpusPath, e);
                }

                unreadable.Add(new FailedFile(folder.Path + "/", OneLine.Of(e)));
            }
        }

        // Gone while the walk was under way, it would look as if every file were.
        _ = Root(options.CorpusPath);
        files.Sort((a, b) => string.CompareOrdinal(a.File.Path, b.File.Path));
        return new CorpusScan(files, unreadable);
    }

    /// <summary>The scan with what sources list. A source that cannot tell is as a folder that cannot be read.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    public CorpusScan With(IEnumerable<IArticleSource> sources, CancellationToken cancellationToken)
    {
        var files = new List<ScannedFile>(Files);
        var unreadable = new List<FailedFile>(Unreadable);
        foreach (var source in sources)
        {
            var folder = $"{source.Name}:/";
            try
            {
                files.AddRange(source.List(cancellationToken).DistinctBy(m => m.Id, StringComparer.Ordinal)
                    .Select(m => new ScannedFile(new CorpusFile("", folder + m.Id), new SourceReader(source, m), default, m.Version)).ToList());
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                // Whatever a source throws is its own failure, never the run's.
                unreadable.Add(new FailedFile(folder, OneLine.Of(e)));
            }
        }

        return new CorpusScan([.. files.OrderBy(f => f.File.Path, StringComparer.Ordinal)], unreadable);
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

    private static IEnumerable<CorpusEntry> Entries(Folder folder)
    {
        var entries = folder.Scope.IsWhole
            ? CorpusEntry.List(folder.FullPath)
            : folder.Scope.Parts.Keys.Select(name => CorpusEntry.Find(folder.FullPath, name)).OfType<CorpusEntry>();
        return Directory.Exists(Path.Combine(folder.FullPath, JudgementsFolder))
            ? entries.Where(entry => !entry.IsFolder && entry.Name == DatasetCorpus)
            : entries;
    }

    /// <summary>A folder to walk.</summary>
    /// <param name="FullPath">Where it is.</param>
    /// <param name="Path">Its path below the corpus folder; empty for the corpus folder.</param>
    /// <param name="Rules">What is ignored, by the ignore files above it.</param>
    /// <param name="Scope">What of it to look at.</param>
    /// <param name="IsIncluded">Whether all in it is to be included, or all of the corpus.</param>
    private sealed record Folder(string FullPath, string Path, IgnoreRules Rules, ScanScope Scope, bool IsIncluded);
}
