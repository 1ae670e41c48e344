using System.Security.Cryptography;
using System.Text;

namespace CitySearch.Indexing;

/// <summary>A file to read, and what the index knew of it before.</summary>
/// <param name="File">The file.</param>
/// <param name="Hash">The SHA-256 of its bytes.</param>
/// <param name="Stamp">The size and time to remember.</param>
/// <param name="Before">The record of the file under this path, if any.</param>
internal sealed record ChangedFile(ScannedFile File, string Hash, FileStamp Stamp, FileRecord? Before);

/// <summary>How a corpus differs from what the index knows of it.</summary>
internal sealed record CorpusChanges
{
    /// <summary>New and changed files.</summary>
    public required IReadOnlyList<ChangedFile> ToRead { get; init; }

    /// <summary>Files that are in the index and no longer in the corpus.</summary>
    public required IReadOnlyList<FileRecord> Gone { get; init; }

    /// <summary>The records of files that are the same.</summary>
    public required IReadOnlyList<FileRecord> Unchanged { get; init; }

    /// <summary>
    /// The records of unchanged files whose time is another, as they should be. They alone are no reason to write: they
    /// only spare a comparison by content.
    /// </summary>
    public required IReadOnlyList<FileRecord> Touched { get; init; }

    /// <summary>Files and folders that cannot be opened. What was indexed from them stays.</summary>
    public required IReadOnlyList<FailedFile> Failed { get; init; }

    /// <summary>
    /// The records of files and folders that newly cannot be opened, as they should be: with the reason, which whoever
    /// asks the index is told, and without a hash, so that they are read as soon as they can be.
    /// </summary>
    public required IReadOnlyList<FileRecord> Unopened { get; init; }

    /// <summary>How many of the files to read are files gone from another path.</summary>
    public required int Moved { get; init; }

    /// <summary>Whether the index is up to date.</summary>
    public bool None => ToRead.Count == 0 && Gone.Count == 0 && Unopened.Count == 0;

    /// <summary>
    /// Compares a scan with the records of an index. A file is judged by its content; equal length and time only spare
    /// the reading, and do so only where they are proof: not when the file was read while its time was fresh, and not
    /// when another file of the index with the same length and time may have taken its place.
    /// </summary>
    /// <param name="scan">What is in the corpus, or in a part of it.</param>
    /// <param name="known">What is in the index of the same part, by path.</param>
    /// <param name="isWhole">Whether it is the whole corpus. In a part, what file may have taken another's place cannot be told, and length and time prove nothing.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    public static CorpusChanges Find(CorpusScan scan, IReadOnlyDictionary<string, FileRecord> known, bool isWhole, CancellationToken cancellationToken)
    {
        var toRead = new List<ChangedFile>();
        var unchanged = new List<FileRecord>();
        var touched = new List<FileRecord>();
        var failed = new List<FailedFile>(scan.Unreadable);
        var unopened = new List<FileRecord>();
        void Unopened(string path, string reader, string error)
        {
            var before = known.GetValueOrDefault(path) ?? new FileRecord(path, 0, 0, "", reader, [], null);
            var isKnown = before.Hash.Length == 0 && before.Error == error;
            (isKnown ? unchanged : unopened).Add(isKnown ? before : before with { ModifiedTicks = 0, Hash = "", Error = error });
        }

        var ambiguous = known.Values.GroupBy(r => r.Stamp).Where(g => g.DistinctBy(r => r.Hash).Skip(1).Any()).Select(g => g.Key).ToHashSet();
        var toCompare = new List<ScannedFile>();
        foreach (var file in scan.Files)
        {
            var before = known.GetValueOrDefault(file.File.Path);
            if (isWhole && IsComparable(before, file) && before!.Stamp == file.Stamp && file.Stamp.ModifiedTicks > 0 && !ambiguous.Contains(file.Stamp))
            {
                unchanged.Add(before);
            }
            else
            {
                toCompare.Add(file);
            }
        }

        foreach (var (file, stamp, hash, error) in HashAll(toCompare, cancellationToken))
        {
            var before = known.GetValueOrDefault(file.File.Path);
            if (error is not null)
            {
                failed.Add(new FailedFile(file.File.Path, error));
                Unopened(file.File.Path, file.Reader.Version, error);
            }
            else if (IsComparable(before, file) && before!.Hash == hash)
            {
                unchanged.Add(before);
                if (before.Stamp != stamp)
                {
                    touched.Add(before with { Length = stamp.Length, ModifiedTicks = stamp.ModifiedTicks });
                }
            }
            else
            {
                toRead.Add(new ChangedFile(file, hash, stamp, before));
            }
        }

        foreach (var folder in scan.Unreadable)
        {
            Unopened(folder.Path, "", folder.Error);
        }

        var present = scan.Files.Select(f => f.File.Path).Concat(scan.Unreadable.Select(f => f.Path)).ToHashSet(StringComparer.Ordinal);
        var absent = known.Values.Where(r => !present.Contains(r.Path)).OrderBy(r => r.Path, StringComparer.Ordinal).ToLookup(r => scan.IsUnreadable(r.Path));
        return new CorpusChanges
        {
            ToRead = toRead,
            Gone = [.. absent[false]],
            Unchanged = [.. unchanged, .. absent[true]],
            Touched = touched,
            Unopened = unopened,
            Failed = failed,
            Moved = CountMoved(toRead, absent[false]),
        };
    }

    /// <summary>Whether a file still has the content that was found, whatever happened to it meanwhile.</summary>
    public static bool IsStill(ChangedFile changed) => TryHash(changed.File, out var hash, out _) && hash == changed.Hash;

    private static int CountMoved(List<ChangedFile> toRead, IEnumerable<FileRecord> gone)
    {
        var left = gone.GroupBy(r => r.Hash).ToDictionary(g => g.Key, g => g.Count());
        var moved = 0;
        foreach (var file in toRead.Where(f => f.Before is null))
        {
            if (left.TryGetValue(file.Hash, out var count) && count > 0)
            {
                left[file.Hash] = count - 1;
                moved++;
            }
        }

        return moved;
    }

    private static bool IsComparable(FileRecord? before, ScannedFile file) => before is { Hash.Length: > 0 } && before.Reader == file.Reader.Version;

    /// <summary>The hashes of files, in their order. A first run hashes a whole corpus, so all cores do it.</summary>
    private static HashedFile[] HashAll(List<ScannedFile> files, CancellationToken cancellationToken)
    {
        var hashed = new HashedFile[files.Count];
        Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, i =>
        {
            var stamp = files[i].Stamp.AsReadAt(DateTime.UtcNow.Ticks);
            hashed[i] = TryHash(files[i], out var hash, out var error) ? new HashedFile(files[i], stamp, hash, null) : new HashedFile(files[i], stamp, "", error);
        });
        return hashed;
    }

    private static bool TryHash(ScannedFile file, out string hash, out string error)
    {
        if (file.Version is { } version)
        {
            hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.File.Path}\n{version}")));
            error = "";
            return true;
        }

        try
        {
            using var stream = new FileStream(file.File.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
            hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            error = "";
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            hash = "";
            error = OneLine.Of(e);
            return false;
        }
    }

    /// <summary>A file with the hash of its content, or the reason why it cannot be opened.</summary>
    private readonly record struct HashedFile(ScannedFile File, FileStamp Stamp, string Hash, string? Error);
}
