using Lucene.Net.Store;

namespace CitySearch.Indexing;

/// <summary>Reads Lucene's bytes of a sealed file, or a stretch of them. Clones share the file, each with its own place.</summary>
internal sealed class SealedInput : IndexInput
{
    private readonly SealedFile _file;
    private readonly long _start;
    private readonly long _end;

    // Made when it is first read: most clones that Lucene makes are for terms, and never read.
    private byte[]? _buffer;

    // The place in the file of the buffer's first byte; the bytes from _at to _filled are still to be read.
    private long _bufferStart;
    private int _at;
    private int _filled;
    private bool _owns;

    /// <summary>Makes the input of a stretch.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="file">The file.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="length">The number of its bytes.</param>
    /// <param name="owns">Whether the file is closed with the input.</param>
    public SealedInput(string name, SealedFile file, long start, long length, bool owns)
        : base(name)
    {
        _file = file;
        _start = start;
        _end = start + length;
        _bufferStart = start;
        _owns = owns;
    }

    /// <inheritdoc/>
    public override long Length => _end - _start;

    /// <inheritdoc/>
    public override long Position => _bufferStart + _at - _start;

    /// <inheritdoc/>
    public override void Seek(long pos)
    {
        var place = _start + pos - _bufferStart;
        if (place >= 0 && place < _filled)
        {
            _at = (int)place;
        }
        else
        {
            Empty(_start + pos);
        }
    }

    /// <inheritdoc/>
    public override byte ReadByte()
    {
        if (_at == _filled)
        {
            Fill();
        }

        return _buffer![_at++];
    }

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len)
    {
        var target = b.AsSpan(offset, len);
        while (target.Length > 0)
        {
            var place = _bufferStart + _at;
            if (_at == _filled && place % SealedFile.BlockSize == 0 && target.Length >= SealedFile.BlockSize && _end - place >= target.Length)
            {
                var whole = target.Length - (target.Length % SealedFile.BlockSize);
                _file.Read(place, target[..whole]);
                Empty(place + whole);
                target = target[whole..];
                continue;
            }

            if (_at == _filled)
            {
                Fill();
            }

            var count = Math.Min(target.Length, _filled - _at);
            _buffer.AsSpan(_at, count).CopyTo(target);
            _at += count;
            target = target[count..];
        }
    }

    /// <inheritdoc/>
    public override int ReadVInt32()
    {
        const int Longest = 5;
        if (_filled - _at < Longest)
        {
            return base.ReadVInt32();
        }

        var buffer = _buffer!;
        var read = buffer[_at++];
        var value = read & 0x7F;
        for (var shift = 7; read >= 0x80 && shift < 7 * Longest; shift += 7)
        {
            read = buffer[_at++];
            value |= (read & 0x7F) << shift;
        }

        return value;
    }

    /// <inheritdoc/>
    public override object Clone()
    {
        var clone = (SealedInput)base.Clone();
        clone._owns = false;
        clone._buffer = null;
        clone.Empty(_bufferStart + _at);
        return clone;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _owns)
        {
            _file.Dispose();
        }
    }

    private void Empty(long place)
    {
        _bufferStart = place;
        _at = 0;
        _filled = 0;
    }

    /// <summary>Reads the block of the place at which the input stands.</summary>
    private void Fill()
    {
        var place = _bufferStart + _at;
        if (place >= _end)
        {
            throw new EndOfStreamException($"read past the end of {this}");
        }

        _buffer ??= new byte[SealedFile.BlockSize];
        var start = place - (place % SealedFile.BlockSize);
        var length = (int)Math.Min(SealedFile.BlockSize, _file.Length - start);
        Empty(place);
        _file.Read(start, _buffer.AsSpan(0, length));
        _bufferStart = start;
        _at = (int)(place - start);
        _filled = (int)Math.Min(length, _end - start);
    }
}
