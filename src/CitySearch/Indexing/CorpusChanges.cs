using System.Security.Cryptography;

namespace CitySearch.Indexing;

/// <summary>A file to read, and what the index knew of it before.</summary>
/// <param name="File">The file.</param>
/// <param name="Hash">The SHA-256 of its bytes.</param>
/// <param name="Before">The record of the file under this path, if any.</param>
internal sealed record ChangedFile(ScannedFile File, string Hash, FileRecord? Before);

/// <summary>How a corpus differs from what the index knows of it.</summary>
/// <param name="ToRead">New and changed files.</param>
/// <param name="Gone">Files that are in the index and no longer in the corpus.</param>
/// <param name="Unchanged">The records of files that are the same.</param>
/// <param name="Moved">How many of the files to read are files gone from another path.</param>
internal sealed record CorpusChanges(
    IReadOnlyList<ChangedFile> ToRead, IReadOnlyList<FileRecord> Gone, IReadOnlyList<FileRecord> Unchanged, int Moved)
{
    // A file written this shortly before it was read may have been written again within the clock's grain.
    private static readonly long RacyTicks = TimeSpan.FromSeconds(2).Ticks;

    /// <summary>Whether the index is up to date.</summary>
    public bool None => ToRead.Count == 0 && Gone.Count == 0;

    /// <summary>Compares a scan with the records of an index. A file is judged by its content; equal length and time only spare the reading.</summary>
    /// <param name="scan">What is in the corpus.</param>
    /// <param name="known">What is in the index.</param>
    /// <param name="committedTicks">When the index was last committed, in UTC ticks.</param>
    /// <param name="failed">Told of each file that cannot be opened.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    public static CorpusChanges Find(
        IReadOnlyList<ScannedFile> scan, IReadOnlyDictionary<string, FileRecord> known, long committedTicks, Action<FailedFile> failed, CancellationToken cancellationToken)
    {
        var toRead = new List<ChangedFile>();
        var unchanged = new List<FileRecord>();
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in scan)
        {
            cancellationToken.ThrowIfCancellationRequested();
            present.Add(file.File.Path);
            var before = known.GetValueOrDefault(file.File.Path);
            var sameReader = before?.Reader == file.Reader.Version;
            if (sameReader && before!.Length == file.Length && before.ModifiedTicks == file.ModifiedTicks && file.ModifiedTicks < committedTicks - RacyTicks)
            {
                unchanged.Add(before);
                continue;
            }

            string hash;
            try
            {
                hash = HashOf(file.File.FullPath);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failed(new FailedFile(file.File.Path, OneLine.Of(e)));
                if (before is not null)
                {
                    unchanged.Add(before);
                }

                continue;
            }

            if (sameReader && before!.Hash == hash)
            {
                unchanged.Add(before);
            }
            else
            {
                toRead.Add(new ChangedFile(file, hash, before));
            }
        }

        var gone = known.Values.Where(r => !present.Contains(r.Path)).OrderBy(r => r.Path, StringComparer.Ordinal).ToList();
        var goneHashes = gone.GroupBy(r => r.Hash).ToDictionary(g => g.Key, g => g.Count());
        var moved = toRead.Count(f => f.Before is null && goneHashes.TryGetValue(f.Hash, out var left) && (goneHashes[f.Hash] = left - 1) >= 0);
        return new CorpusChanges(toRead, gone, unchanged, moved);
    }

    private static string HashOf(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
