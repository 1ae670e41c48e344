using System.Text;

namespace CitySearch.Indexing;

/// <summary>Making folders and small files so that they are there, whole, after a power cut.</summary>
internal static class DurableFile
{
    /// <summary>What the name of a file ends in while its replacement is being written.</summary>
    public const string TemporaryEnding = ".new";

    /// <summary>Makes a folder, and those above it, when they are not there.</summary>
    public static void CreateFolders(this FileOperations files, string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(path));
        if (parent is not null)
        {
            files.CreateFolders(parent);
        }

        files.CreateFolder(path);
        if (parent is not null)
        {
            files.SyncFolder(parent);
        }
    }

    /// <summary>Replaces a small file atomically: readers see the old content or the new, never a part.</summary>
    public static void Replace(this FileOperations files, string path, string content)
    {
        var temporary = path + TemporaryEnding;
        using (var stream = files.Create(temporary))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        files.Sync(temporary);
        files.Rename(temporary, path);
        files.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }
}
