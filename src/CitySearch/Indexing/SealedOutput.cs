using System.Runtime.InteropServices;
using Lucene.Net.Store;

namespace CitySearch.Indexing;

/// <summary>Writes a sealed file. It is whole, seal and all, with the system when it has been closed.</summary>
internal sealed class SealedOutput(Stream stream) : BufferedIndexOutput(Buffered)
{
    // A multiple of a block. Lucene writes small pieces; the stream has no buffer of its own.
    private const int Buffered = 4 * SealedFile.BlockSize;

    private readonly List<uint> _checksums = [];
    private readonly byte[] _block = new byte[SealedFile.BlockSize];
    private int _inBlock;
    private long _length;
    private bool _failed;
    private bool _closed;

    /// <inheritdoc/>
    public override long Length => Position;

    /// <summary>Not supported: a sealed file is written from its beginning to its end, as all of Lucene 4.8's files are.</summary>
    [Obsolete("Sealed files are written from beginning to end.")]
    public override void Seek(long pos) => throw new NotSupportedException("a sealed file is written from its beginning to its end");

    /// <inheritdoc/>
    protected override void FlushBuffer(byte[] b, int offset, int len)
    {
        var bytes = b.AsSpan(offset, len);
        Write(bytes);
        _length += len;
        while (bytes.Length > 0)
        {
            var count = Math.Min(bytes.Length, SealedFile.BlockSize - _inBlock);
            bytes[..count].CopyTo(_block.AsSpan(_inBlock));
            _inBlock += count;
            bytes = bytes[count..];
            if (_inBlock == SealedFile.BlockSize)
            {
                EndBlock();
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing || _closed)
        {
            return;
        }

        _closed = true;
        using (stream)
        {
            // What could not be written whole gets no seal, so nobody takes it for whole.
            if (!_failed)
            {
                base.Dispose(disposing);
                EndBlock();
                Write(SealedFile.Seal(_length, CollectionsMarshal.AsSpan(_checksums)));
            }
        }
    }

    private void EndBlock()
    {
        if (_inBlock > 0)
        {
            _checksums.Add(SealedFile.Checksum(_block.AsSpan(0, _inBlock), _checksums.Count));
            _inBlock = 0;
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch
        {
            _failed = true;
            throw;
        }
    }
}
