using System.Globalization;
using System.Security.Cryptography;
using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>
/// The folder of an index: the file <c>CURRENT</c> names the subfolder that holds the Lucene index in use. A rebuild
/// fills another subfolder and then replaces <c>CURRENT</c>, so readers go from one whole index to the next. The file
/// <c>LOCK</c> is held by the one process that is indexing.
/// </summary>
/// <remarks>
/// A subfolder is called by the generation it was begun as and a random number, <c>index-000012-9f3c1a7e</c>: its name
/// never comes again, not even after the whole folder was deleted, so an open reader cannot take one index for another.
/// </remarks>
/// <param name="path">Where it is; nothing is created before the first build.</param>
/// <param name="files">How it is changed; the system's way where none is given.</param>
internal sealed class IndexFolder(string path, FileOperations? files = null)
{
    /// <summary>The name of the file that names the subfolder in use.</summary>
    public const string CurrentFile = "CURRENT";

    /// <summary>The name of the file that is locked while a process is indexing. Left behind, it does no harm.</summary>
    public const string LockFile = "LOCK";

    private const string SubfolderPrefix = "index-";

    /// <summary>The full path of the folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>How the folder is changed.</summary>
    public FileOperations Files { get; } = files ?? FileOperations.System;

    /// <summary>
    /// The full path of the Lucene index that <c>CURRENT</c> names, there or not; <see langword="null"/> when nothing
    /// has been built.
    /// </summary>
    /// <exception cref="DamagedIndexException"><c>CURRENT</c> names nothing.</exception>
    /// <exception cref="IndexFolderException">The folder cannot be read.</exception>
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
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw IndexFolderException.Unreadable(path, e);
            }

            return FolderGuard.IsSubfolderName(name)
                ? System.IO.Path.Combine(Path, name)
                : throw new DamagedIndexException($"its file {CurrentFile} names no index");
        }
    }

    /// <summary>Opens the index in use for reading, or returns <see langword="null"/> when nothing has been built.</summary>
    /// <exception cref="DamagedIndexException">It cannot be read as an index.</exception>
    /// <exception cref="IndexFolderException">The folder cannot be read.</exception>
    public OpenIndex? Open()
    {
        while (Current is { } current)
        {
            try
            {
                return new OpenIndex(DirectoryReader.Open(new DurableDirectory(current)), current);
            }
            catch (Exception) when (Current != current)
            {
                // Swapped away between looking and opening: its successor is there.
            }
            catch (Exception e) when (!Directory.Exists(current))
            {
                throw new DamagedIndexException($"{System.IO.Path.GetFileName(current)}, which its file {CurrentFile} names, is missing", e);
            }
            catch (Exception e) when (DamagedIndexException.ExplainsReading(e))
            {
                throw new DamagedIndexException(OneLine.Of(e), e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw IndexFolderException.Unreadable(path, e);
            }
        }

        return null;
    }

    /// <summary>The error for whoever cannot rebuild a damaged index.</summary>
    public IndexFolderException Damaged(DamagedIndexException damage) => IndexFolderException.Damaged(path, damage);

    /// <summary>The error for a machine that refuses to read the index.</summary>
    public IndexFolderException Unreadable(Exception refusal) => IndexFolderException.Unreadable(path, refusal);

    /// <summary>
    /// Makes the folder when it is not there and takes the right to index into it, until disposed. The system takes the
    /// lock from a process that ends, however it ends.
    /// </summary>
    /// <exception cref="IndexFolderException">The folder is not ours, cannot be written, or another process is indexing.</exception>
    public IDisposable Lock()
    {
        try
        {
            // Where a lock is, it comes first: what another process is writing does not look like ours all the time.
            var held = TakeLock(FileMode.Open);
            try
            {
                FolderGuard.Check(Path, path);
                Files.CreateFolders(Path);
                return held ?? TakeLock(FileMode.OpenOrCreate)!;
            }
            catch
            {
                held?.Dispose();
                throw;
            }
        }
        catch (IOException e) when (IsSharingViolation(e))
        {
            throw IndexFolderException.Busy(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IndexFolderException.Unwritable(path, e);
        }
    }

    /// <summary>Makes an empty subfolder for a rebuild; it is not in use before <see cref="Use"/>.</summary>
    /// <param name="generation">The generation that it will hold first.</param>
    public string CreateSubfolder(long generation)
    {
        var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var created = System.IO.Path.Combine(Path, $"{SubfolderPrefix}{generation.ToString("D6", CultureInfo.InvariantCulture)}-{random}");
        Files.CreateFolders(created);
        return created;
    }

    /// <summary>Makes a finished subfolder the one in use; from then on new readers open it.</summary>
    public void Use(string subfolder) =>
        Files.Replace(System.IO.Path.Combine(Path, CurrentFile), System.IO.Path.GetFileName(subfolder) + "\n");

    /// <summary>
    /// Deletes the subfolders that are not in use: the predecessors and the remains of interrupted rebuilds. Only for
    /// the holder of the lock.
    /// </summary>
    public void DeleteUnused()
    {
        var current = Current;
        foreach (var subfolder in Subfolders().Where(s => s != current).ToList())
        {
            try
            {
                Files.DeleteFolder(subfolder);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A reader still has it open (on Windows): the next run tries again.
            }
        }
    }

    /// <summary>
    /// The last generation as the names in the folder tell it when the index in use does not: a subfolder's name has the
    /// generation of its first commit, and its segments file counts the commits since. At least that of the subfolder
    /// that <c>CURRENT</c> names, if it does; 0 where no name is left.
    /// </summary>
    public long GenerationByNames()
    {
        var last = 0L;
        try
        {
            last = Current is { } current ? FirstGeneration(current) : 0;
        }
        catch (DamagedIndexException)
        {
            // Then the subfolders must do.
        }

        foreach (var subfolder in Subfolders())
        {
            var commits = Directory.EnumerateFiles(subfolder, IndexFileNames.SEGMENTS + "_*")
                .Select(file => SegmentInfos.GenerationFromSegmentsFileName(System.IO.Path.GetFileName(file)))
                .DefaultIfEmpty(1).Max();
            last = Math.Max(last, FirstGeneration(subfolder) + commits - 1);
        }

        return last;
    }

    /// <summary>The bytes that the index in use takes on disk.</summary>
    public long SizeInBytes() => Current is { } current && Directory.Exists(current)
        ? new DirectoryInfo(current).EnumerateFiles().Sum(file => file.Length)
        : 0;

    private IEnumerable<string> Subfolders() =>
        Directory.EnumerateDirectories(Path).Where(d => FolderGuard.IsSubfolderName(System.IO.Path.GetFileName(d)));

    private static long FirstGeneration(string subfolder) =>
        long.Parse(System.IO.Path.GetFileName(subfolder).Split('-')[1], CultureInfo.InvariantCulture);

    private FileStream? TakeLock(FileMode mode)
    {
        var file = System.IO.Path.Combine(Path, LockFile);
        return mode == FileMode.Open && !File.Exists(file)
            ? null
            : new FileStream(file, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
    }

    // EWOULDBLOCK of Linux and of the BSDs, ERROR_SHARING_VIOLATION of Windows.
    private static bool IsSharingViolation(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}

/// <summary>An index open for reading.</summary>
/// <param name="Reader">The reader; whoever opened it closes it.</param>
/// <param name="Folder">The full path of the Lucene index it reads.</param>
internal sealed record OpenIndex(DirectoryReader Reader, string Folder);
