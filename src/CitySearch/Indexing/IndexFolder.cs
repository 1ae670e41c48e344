using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>
/// The folder of an index: the file <c>CURRENT</c> names the subfolder that holds the Lucene index in use. A rebuild
/// fills another subfolder and then replaces <c>CURRENT</c>, so readers go from one whole index to the next.
/// </summary>
internal sealed class IndexFolder
{
    private const string CurrentFile = "CURRENT";
    private const string SubfolderPrefix = "index-";

    /// <summary>The folder of an index that may not be there yet.</summary>
    /// <param name="path">Where it is; nothing is created before the first build.</param>
    /// <exception cref="IndexFolderException">The folder holds something that CitySearch did not put there.</exception>
    public IndexFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        if (File.Exists(Path))
        {
            throw new IndexFolderException($"{path} is a file; name a folder for the index");
        }

        if (Directory.Exists(Path) && !IsOurs())
        {
            throw new IndexFolderException($"{path} holds files that are not a CitySearch index; name an empty or a new folder for the index");
        }
    }

    /// <summary>The full path of the folder.</summary>
    public string Path { get; }

    /// <summary>The full path of the Lucene index in use, or <see langword="null"/> when nothing has been built.</summary>
    public string? Current
    {
        get
        {
            string name;
            try
            {
                name = File.ReadAllText(System.IO.Path.Combine(Path, CurrentFile)).Trim();
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }

            var current = System.IO.Path.Combine(Path, name);
            return IsSubfolderName(name) && Directory.Exists(current) && DirectoryReader.IndexExists(new DurableDirectory(current)) ? current : null;
        }
    }

    /// <summary>Makes an empty subfolder for a rebuild; it is not in use before <see cref="Use"/>.</summary>
    public string CreateSubfolder()
    {
        Directory.CreateDirectory(Path);
        var last = Subfolders().Select(NumberOf).DefaultIfEmpty(0).Max();
        var created = System.IO.Path.Combine(Path, $"{SubfolderPrefix}{last + 1:D6}");
        Directory.CreateDirectory(created);
        DurableFile.SyncFolder(Path);
        return created;
    }

    /// <summary>Makes a finished subfolder the one in use; from then on new readers open it.</summary>
    public void Use(string subfolder) =>
        DurableFile.Replace(System.IO.Path.Combine(Path, CurrentFile), System.IO.Path.GetFileName(subfolder) + "\n");

    /// <summary>Deletes the subfolders that are not in use: the predecessors and the remains of interrupted rebuilds.</summary>
    public void DeleteUnused()
    {
        var current = Current;
        foreach (var subfolder in Subfolders().Where(s => s != current).ToList())
        {
            try
            {
                Directory.Delete(subfolder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A reader still has it open (on Windows): the next run tries again.
            }
        }
    }

    /// <summary>The bytes that the index in use takes on disk.</summary>
    public long SizeInBytes() => Current is { } current
        ? new DirectoryInfo(current).EnumerateFiles().Sum(file => file.Length)
        : 0;

    private IEnumerable<string> Subfolders() => Directory.Exists(Path)
        ? Directory.EnumerateDirectories(Path).Where(d => IsSubfolderName(System.IO.Path.GetFileName(d)))
        : [];

    private bool IsOurs() => File.Exists(System.IO.Path.Combine(Path, CurrentFile))
        || Directory.EnumerateFileSystemEntries(Path).All(e => IsSubfolderName(System.IO.Path.GetFileName(e)) || System.IO.Path.GetFileName(e).StartsWith('.')
            || System.IO.Path.GetFileName(e) == CurrentFile + ".new");

    private static bool IsSubfolderName(string name) =>
        name.StartsWith(SubfolderPrefix, StringComparison.Ordinal) && NumberOf(name) > 0;

    private static int NumberOf(string path) =>
        int.TryParse(System.IO.Path.GetFileName(path).AsSpan(SubfolderPrefix.Length), out var number) ? number : 0;
}
