using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Microsoft.Win32.SafeHandles;

namespace CitySearch.Indexing;

/// <summary>
/// A file whose every block of 4 KiB has a checksum that is verified whenever the block is read: what was damaged on
/// disk never reaches an answer. Lucene 4.8 has one checksum for a whole file and does not look at it when it opens or
/// reads one.
/// </summary>
/// <remarks>
/// The file begins with Lucene's own bytes, as Lucene would write them. After them stands the seal: for each block its
/// checksum, then the number of Lucene's bytes (8 bytes), the checksum of the seal so far and 8 bytes that mark the end;
/// numbers are little-endian. Checksums are CRC-32C (RFC 3720, appendix B.4), begun with the block's number so that a
/// block in the place of another does not pass.
/// </remarks>
internal sealed class SealedFile : IDisposable
{
    /// <summary>The bytes of a block; the last block of a file may have fewer.</summary>
    public const int BlockSize = 4096;

    // Number of bytes, checksum of the seal, mark.
    private const int FootLength = 8 + 4 + 8;

    private static ReadOnlySpan<byte> Mark => "CSsealed"u8;

    private readonly SafeFileHandle _handle;
    private readonly uint[] _checksums;
    private readonly string _name;

    private SealedFile(SafeFileHandle handle, string name, long length, uint[] checksums)
    {
        _handle = handle;
        _name = name;
        Length = length;
        _checksums = checksums;
    }

    /// <summary>The number of Lucene's bytes.</summary>
    public long Length { get; }

    /// <summary>Opens a file for reading and verifies its seal.</summary>
    /// <exception cref="CorruptIndexException">It is cut off or its seal is damaged.</exception>
    public static SealedFile Open(string path)
    {
        var name = Path.GetFileName(path);
        var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            var (length, checksums) = ReadSeal(handle, name);
            return new SealedFile(handle, name, length, checksums);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The seal of a file.</summary>
    /// <param name="length">The number of its bytes.</param>
    /// <param name="checksums">The checksums of its blocks.</param>
    public static byte[] Seal(long length, ReadOnlySpan<uint> checksums)
    {
        var table = checksums.Length * sizeof(uint);
        var seal = new byte[table + FootLength];
        for (var i = 0; i < checksums.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(seal.AsSpan(i * sizeof(uint)), checksums[i]);
        }

        BinaryPrimitives.WriteInt64LittleEndian(seal.AsSpan(table), length);
        BinaryPrimitives.WriteUInt32LittleEndian(seal.AsSpan(table + 8), Checksum(seal.AsSpan(0, table + 8), checksums.Length));
        Mark.CopyTo(seal.AsSpan(table + 12));
        return seal;
    }

    /// <summary>The checksum of a block.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes, long number)
    {
        var crc = ~(uint)number;
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight));
        }

        foreach (var one in bytes[(bytes.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return ~crc;
    }

    /// <summary>Reads whole blocks and verifies them; from any thread.</summary>
    /// <param name="position">Where the first begins.</param>
    /// <param name="blocks">Takes them: a multiple of <see cref="BlockSize"/>, or less where the file ends.</param>
    /// <exception cref="CorruptIndexException">One is damaged.</exception>
    public void Read(long position, Span<byte> blocks)
    {
        for (var done = 0; done < blocks.Length;)
        {
            var read = RandomAccess.Read(_handle, blocks[done..], position + done);
            done += read > 0 ? read : throw new CorruptIndexException($"{_name} ends too early");
        }

        for (var at = 0; at < blocks.Length; at += BlockSize)
        {
            var number = (position + at) / BlockSize;
            if (Checksum(blocks[at..Math.Min(at + BlockSize, blocks.Length)], number) != _checksums[number])
            {
                throw new CorruptIndexException($"the bytes of {_name} from {number * BlockSize} are not those that were written");
            }
        }
    }

    /// <summary>Reads everything and says what is damaged first, or <see langword="null"/>.</summary>
    public string? FindDamage(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * BlockSize];
        for (var position = 0L; position < Length; position += buffer.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                Read(position, buffer.AsSpan(0, (int)Math.Min(buffer.Length, Length - position)));
            }
            catch (CorruptIndexException e)
            {
                return e.Message;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static (long Length, uint[] Checksums) ReadSeal(SafeFileHandle handle, string name)
    {
        var size = RandomAccess.GetLength(handle);
        // One read for the seal of a file of up to 4 MB, and so for most files.
        var end = ReadEnd(handle, size, (int)Math.Min(size, BlockSize));
        if (end.Length < FootLength || !end.AsSpan(^Mark.Length..).SequenceEqual(Mark))
        {
            throw new CorruptIndexException($"{name} is cut off, or an earlier version wrote it");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(^FootLength..));
        var count = (length + BlockSize - 1) / BlockSize;
        if (length < 0 || length > size || length + (count * sizeof(uint)) + FootLength != size)
        {
            throw new CorruptIndexException($"the length of {name} is not that with which it was written");
        }

        var table = (int)count * sizeof(uint);
        var seal = table + FootLength <= end.Length ? end.AsSpan(^(table + FootLength)..) : ReadEnd(handle, size, table + FootLength);
        if (Checksum(seal[..(table + 8)], count) != BinaryPrimitives.ReadUInt32LittleEndian(seal[(table + 8)..]))
        {
            throw new CorruptIndexException($"the checksums of {name} are damaged");
        }

        var checksums = new uint[count];
        for (var i = 0; i < checksums.Length; i++)
        {
            checksums[i] = BinaryPrimitives.ReadUInt32LittleEndian(seal[(i * sizeof(uint))..]);
        }

        return (length, checksums);
    }

    private static byte[] ReadEnd(SafeFileHandle handle, long size, int length)
    {
        var bytes = new byte[length];
        for (var done = 0; done < length;)
        {
            var read = RandomAccess.Read(handle, bytes.AsSpan(done), size - length + done);
            done += read > 0 ? read : throw new CorruptIndexException("a file becomes shorter while it is read");
        }

        return bytes;
    }
}
