using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CitySearch.Indexing;

/// <summary>Writing files so that they are there, whole, after a power cut.</summary>
internal static partial class DurableFile
{
    /// <summary>What the name of a file ends in while its replacement is being written.</summary>
    public const string TemporaryEnding = ".new";

    /// <summary>Makes a folder, and those above it, when they are not there.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.GetFullPath(path));
        if (parent is not null)
        {
            CreateFolder(parent);
        }

        Directory.CreateDirectory(path);
        if (parent is not null)
        {
            SyncFolder(parent);
        }
    }

    /// <summary>Replaces a small file atomically: readers see the old content or the new, never a part.</summary>
    public static void Replace(string path, string content)
    {
        var temporary = path + TemporaryEnding;
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        using (var writer = new StreamWriter(stream))
        {
            writer.Write(content);
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Makes the names in a folder durable. Windows has no such call and needs none: NTFS journals names.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int ReadOnly = 0;
        using var handle = new FolderHandle(Open(folder, ReadOnly));
        if (handle.IsInvalid || FSync(handle) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            const int NotSupported = 22; // EINVAL: the file system cannot sync a folder.
            if (error != NotSupported)
            {
                throw new IOException($"cannot sync the folder {folder}: {Marshal.GetPInvokeErrorMessage(error)}");
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(FolderHandle handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(nint descriptor);

    private sealed class FolderHandle : SafeHandleMinusOneIsInvalid
    {
        public FolderHandle(nint descriptor)
            : base(ownsHandle: true) => SetHandle(descriptor);

        protected override bool ReleaseHandle() => DurableFile.Close(handle) == 0;
    }
}
