namespace CitySearch.Indexing;

/// <summary>What tells cheaply, without reading it, that a file may have changed.</summary>
/// <param name="Length">Its size in bytes.</param>
/// <param name="ModifiedTicks">Its last write time in UTC ticks; 0 where the time proves nothing.</param>
internal readonly record struct FileStamp(long Length, long ModifiedTicks)
{
    // Twice the coarsest clock of a file system in use (FAT counts time in steps of two seconds).
    private static readonly long RacyTicks = TimeSpan.FromSeconds(4).Ticks;

    /// <summary>The stamp of a file; of what it leads to, where it is a symbolic link. All zero when that is not there.</summary>
    public static FileStamp Of(string fullPath)
    {
        try
        {
            var file = new FileInfo(fullPath);
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            return target is { Exists: true } ? new FileStamp(target.Length, target.LastWriteTimeUtc.Ticks) : default;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }

    /// <summary>
    /// What to remember of a file that was read at a given moment. A file written so shortly before it was read that it
    /// may have been written again within the same tick of the file system's clock is remembered without its time, and
    /// so compared by content the next time, as version control systems do.
    /// </summary>
    /// <param name="readTicks">When the reading began, in UTC ticks.</param>
    public FileStamp AsReadAt(long readTicks) => ModifiedTicks < readTicks - RacyTicks ? this : this with { ModifiedTicks = 0 };
}
