using CitySearch.Indexing;

namespace CitySearch.Tests.Durability;

/// <summary>A disk with room for a number of bytes, and then none.</summary>
internal sealed class SmallDisk : UnsyncedDisk
{
    private long _written;

    /// <summary>The bytes that there is room for; a new file needs one more, for its name.</summary>
    public long Room { get; set; } = long.MaxValue;

    /// <summary>The bytes written, or tried to.</summary>
    public long Written => _written;

    /// <summary>Makes as much room as there was at first.</summary>
    public void Free() => _written = 0;

    public override Stream Create(string path)
    {
        Take(1);
        return new Limited(base.Create(path), this);
    }

    public override void CreateFolder(string path)
    {
        Take(1);
        base.CreateFolder(path);
    }

    private int Take(int bytes)
    {
        const int NoSpace = 28; // ENOSPC
        var left = Room - (Interlocked.Add(ref _written, bytes) - bytes);
        return left >= bytes ? bytes : left > 1 ? (int)left : throw new IOException("No space left on device", NoSpace);
    }

    private sealed class Limited(Stream inner, SmallDisk disk) : WriteOnlyStream(inner)
    {
        protected override void WriteAll(ReadOnlySpan<byte> bytes)
        {
            while (bytes.Length > 0)
            {
                // As the system does: what still fits is written before the error.
                var count = disk.Take(bytes.Length);
                base.WriteAll(bytes[..count]);
                bytes = bytes[count..];
            }
        }
    }
}
