using System.IO.Enumeration;

namespace CitySearch.Indexing.Scanning;

/// <summary>A file or folder as its folder lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsFolder">Whether it is a folder, or a link to one.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
/// <param name="Stamp">A file's size and time; of what it leads to, where it is a link.</param>
internal readonly record struct CorpusEntry(string Name, bool IsFolder, bool IsLink, FileStamp Stamp)
{
    private static readonly EnumerationOptions All = new()
    {
        IgnoreInaccessible = false,
        // Hidden by their names are ignored by rule, which can be taken back; only Windows hides by attribute.
        AttributesToSkip = OperatingSystem.IsWindows() ? FileAttributes.Hidden | FileAttributes.System : 0,
        RecurseSubdirectories = false,
    };

    /// <summary>Everything in a folder. The stamps come with the listing, which asks the system once a file.</summary>
    public static List<CorpusEntry> List(string folder) => [.. new FileSystemEnumerable<CorpusEntry>(folder, Of, All)];

    /// <summary>One entry of a folder, or <see langword="null"/> when it is not there.</summary>
    public static CorpusEntry? Find(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        var attributes = new FileInfo(path).Attributes;
        return (int)attributes == -1 || (attributes & All.AttributesToSkip) != 0 ? null
            : attributes.HasFlag(FileAttributes.Directory) ? new CorpusEntry(name, IsFolder: true, attributes.HasFlag(FileAttributes.ReparsePoint), default)
            : new CorpusEntry(name, IsFolder: false, attributes.HasFlag(FileAttributes.ReparsePoint), FileStamp.Of(path));
    }

    private static CorpusEntry Of(ref FileSystemEntry entry)
    {
        var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        var stamp = entry.IsDirectory ? default
            : isLink ? FileStamp.Of(entry.ToFullPath())
            : new FileStamp(entry.Length, entry.LastWriteTimeUtc.UtcDateTime.Ticks);
        return new CorpusEntry(entry.FileName.ToString(), entry.IsDirectory, isLink, stamp);
    }
}
