using System.Diagnostics;
using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>
/// Reads the index in use from end to end and says what is wrong with it: the checksum of every block of every file,
/// Lucene's own check of each segment (postings, stored records, columns), and what CitySearch relies on beyond that.
/// </summary>
internal sealed class IndexCheck(IndexFolder folder)
{
    // Enough to see what happened; an index with a damaged dictionary would tell of every article.
    private const int MostFaults = 20;

    /// <summary>Runs the check; nothing is changed. Another process may be indexing meanwhile.</summary>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>What was found, or <see langword="null"/> when nothing has been built.</returns>
    /// <exception cref="IndexFolderException">The folder cannot be read.</exception>
    public IndexCheckReport? Run(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var before = Version();
            var report = RunOnce(cancellationToken);
            // What a commit of another process deletes under the check is no damage: its successor is checked instead.
            if (report is null || report.Faults.Count == 0 || Version() == before)
            {
                return report is null ? null : report with { Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds };
            }
        }
    }

    private IndexCheckReport? RunOnce(CancellationToken cancellationToken)
    {
        OpenIndex? open;
        try
        {
            open = folder.Open();
        }
        catch (DamagedIndexException e)
        {
            return new IndexCheckReport { Generation = 0, Files = 0, Bytes = 0, Faults = [e.Message] };
        }

        if (open is null)
        {
            return null;
        }

        using var reader = open.Reader;
        var faults = new List<string>();
        var (files, bytes) = CheckFiles(open, faults, cancellationToken);
        if (faults.Count == 0)
        {
            CheckSegments(open, faults);
        }

        if (faults.Count == 0)
        {
            try
            {
                faults.AddRange(IndexInvariants.Broken(reader, cancellationToken).Take(MostFaults));
            }
            catch (Exception e) when (DamagedIndexException.ExplainsReading(e))
            {
                faults.Add(OneLine.Of(e));
            }
        }

        return new IndexCheckReport { Generation = CommitData.Of(reader.IndexCommit).Generation, Files = files, Bytes = bytes, Faults = faults };
    }

    private static (int Files, long Bytes) CheckFiles(OpenIndex open, List<string> faults, CancellationToken cancellationToken)
    {
        var files = 0;
        var bytes = 0L;
        foreach (var name in open.Reader.IndexCommit.FileNames.Order(StringComparer.Ordinal))
        {
            try
            {
                using var file = SealedFile.Open(Path.Combine(open.Folder, name));
                files++;
                bytes += file.Length;
                if (file.FindDamage(cancellationToken) is { } damage)
                {
                    faults.Add(damage);
                }
            }
            catch (FileNotFoundException)
            {
                faults.Add($"{name} is missing");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faults.Add(OneLine.Of(e));
            }
        }

        return (files, bytes);
    }

    private static void CheckSegments(OpenIndex open, List<string> faults)
    {
        using var log = new StringWriter();
        try
        {
            var status = new CheckIndex(open.Reader.Directory) { InfoStream = log }.DoCheckIndex();
            if (!status.Clean)
            {
                var lines = log.ToString().Split('\n').Select(l => l.Trim()).ToList();
                faults.Add(lines.FirstOrDefault(l => l.Contains("ERROR", StringComparison.Ordinal) || l.StartsWith("FAILED", StringComparison.Ordinal)) ?? "Lucene's check found it damaged");
            }
        }
        catch (Exception e) when (DamagedIndexException.ExplainsReading(e))
        {
            faults.Add(OneLine.Of(e));
        }
    }

    /// <summary>What changes with every commit: the subfolder in use and its segments files.</summary>
    private string Version()
    {
        try
        {
            return folder.Current is { } current && Directory.Exists(current)
                ? $"{current} {string.Join(' ', Directory.EnumerateFiles(current, IndexFileNames.SEGMENTS + "_*").Order(StringComparer.Ordinal))}"
                : "";
        }
        catch (Exception e) when (e is DamagedIndexException or IOException)
        {
            return "";
        }
    }
}
