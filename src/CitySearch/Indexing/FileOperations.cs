using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CitySearch.Indexing;

/// <summary>
/// Everything by which an index changes what is on disk. It is one small class so that tests can record the calls,
/// replay any part of them as a power cut would leave it, and refuse them as a full disk does.
/// </summary>
internal partial class FileOperations
{
    /// <summary>The operations of the system.</summary>
    public static FileOperations System { get; } = new();

    /// <summary>Creates a file, empty where it was there before, for writing from its beginning to its end. Unbuffered.</summary>
    public virtual Stream Create(string path) => new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>Makes the content of a file durable. Its name is durable only after <see cref="SyncFolder"/>.</summary>
    public virtual void Sync(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Gives a file another name, taking it from whatever file had it: at no moment has none of them the name.</summary>
    public virtual void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    /// <summary>Deletes a file.</summary>
    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>Makes a folder in a folder that is there.</summary>
    public virtual void CreateFolder(string path) => Directory.CreateDirectory(path);

    /// <summary>Deletes a folder with all that is in it.</summary>
    public virtual void DeleteFolder(string path) => Directory.Delete(path, recursive: true);

    /// <summary>Makes the names in a folder durable. Windows has no such call and needs none: NTFS journals names.</summary>
    public virtual void SyncFolder(string folder)
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

        protected override bool ReleaseHandle() => FileOperations.Close(handle) == 0;
    }
}
