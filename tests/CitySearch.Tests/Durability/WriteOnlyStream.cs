namespace CitySearch.Tests.Durability;

/// <summary>A stream that is written from beginning to end, and of which a test sees every write.</summary>
internal abstract class WriteOnlyStream(Stream inner) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => WriteAll(buffer.AsSpan(offset, count));

    public sealed override void Write(ReadOnlySpan<byte> buffer) => WriteAll(buffer);

    protected virtual void WriteAll(ReadOnlySpan<byte> bytes) => inner.Write(bytes);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
