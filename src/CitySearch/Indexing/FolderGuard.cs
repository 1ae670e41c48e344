using System.Text.RegularExpressions;

namespace CitySearch.Indexing;

/// <summary>
/// Tells CitySearch's own index folders from all others, so that no index is ever built over, and nothing is ever
/// deleted from, a folder that holds anything else. What is there must look like ours in every entry: other programs
/// have a <c>CURRENT</c> file or an <c>index-1</c> folder too.
/// </summary>
internal static partial class FolderGuard
{
    // What file managers, version control and file systems put into a folder that is otherwise empty.
    private static readonly HashSet<string> Litter =
        new([".DS_Store", "desktop.ini", "Thumbs.db", ".gitignore", ".gitkeep", "lost+found"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks that a folder may be used: it is not there, is empty, or is an index of ours.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="given">The path as the user gave it, for messages.</param>
    /// <exception cref="IndexFolderException">It is not a folder, or holds something that CitySearch did not put there.</exception>
    public static void Check(string folder, string given)
    {
        if (File.Exists(folder))
        {
            throw IndexFolderException.NoFolder(given);
        }

        if (!Directory.Exists(folder))
        {
            return;
        }

        try
        {
            if (ForeignEntry(folder) is { } foreign)
            {
                throw IndexFolderException.Foreign(given, foreign);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw IndexFolderException.Unreadable(given, e);
        }
    }

    /// <summary>Whether a name is one that CitySearch gives to a Lucene index in its folder.</summary>
    public static bool IsSubfolderName(string name)
    {
        // By hand: it is the one pattern that a search needs, and the first pattern of an assembly sets up what all of them share.
        const string Prefix = "index-";
        const int HashLength = 8;
        var dash = name.LastIndexOf('-');
        return name.StartsWith(Prefix, StringComparison.Ordinal) && dash - Prefix.Length is >= 6 and <= 18 && name.Length - dash - 1 == HashLength
            && name[Prefix.Length..dash].All(char.IsAsciiDigit)
            && name.Skip(dash + 1).All(char.IsAsciiHexDigitLower);
    }

    private static string? ForeignEntry(string folder)
    {
        var hasSubfolder = false;
        var current = "";
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            switch (entry)
            {
                case FileInfo { Name: IndexFolder.CurrentFile, LinkTarget: null }:
                    current = File.ReadAllText(entry.FullName).Trim();
                    break;
                case FileInfo { Name: IndexFolder.CurrentFile + DurableFile.TemporaryEnding or IndexFolder.LockFile, LinkTarget: null }:
                    break;
                case DirectoryInfo { LinkTarget: null } subfolder when IsSubfolderName(entry.Name):
                    if (ForeignFile(subfolder) is { } file)
                    {
                        return $"{entry.Name}/{file}";
                    }

                    hasSubfolder = true;
                    break;
                default:
                    if (!Litter.Contains(entry.Name))
                    {
                        return entry.Name;
                    }

                    break;
            }
        }

        // A CURRENT of ours may be damaged, but then it is beside an index.
        return current.Length == 0 || hasSubfolder || IsSubfolderName(current) ? null : $"another program's {IndexFolder.CurrentFile}";
    }

    private static string? ForeignFile(DirectoryInfo subfolder) => subfolder.EnumerateFileSystemInfos()
        .FirstOrDefault(entry => entry is not FileInfo || !(LuceneFile().IsMatch(entry.Name) || Litter.Contains(entry.Name)))?.Name;

    // The last is what NFS makes of a deleted file that a reader still has open.
    [GeneratedRegex(@"^(segments(\.gen|_[0-9a-z]+)|write\.lock|_[0-9a-z]+(_[^.]*)?\.[0-9a-z]+|\.nfs[0-9a-f]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex LuceneFile();
}
