using Lucene.Net.Index;

namespace CitySearch.Indexing;

/// <summary>
/// What is in an index folder cannot be read as an index. The message is a clause that says what is wrong; whoever
/// catches it rebuilds the index, or tells how to.
/// </summary>
internal sealed class DamagedIndexException : Exception
{
    // COR_E_IO: the code of an IOException that was made by a program and not for a failed call of the system. Lucene
    // makes some for headers that do not match.
    private const int NoSystemError = unchecked((int)0x80131620);

    /// <summary>Makes the exception with what is wrong.</summary>
    public DamagedIndexException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with what is wrong and what showed it.</summary>
    public DamagedIndexException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether an exception of Lucene means that the files of an index are damaged, cut off, missing or of another
    /// format, and not that the machine refuses to read or write them (rights, space, handles).
    /// </summary>
    public static bool Explains(Exception exception) => exception is
        CorruptIndexException or EndOfStreamException or FileNotFoundException or DirectoryNotFoundException or
        IndexFormatTooOldException or IndexFormatTooNewException or IOException { HResult: NoSystemError } ||
        (exception is MergePolicy.MergeException { InnerException: { } cause } && Explains(cause));

    /// <summary>
    /// The same for an exception met while opening or reading an index, where decoders of damaged bytes also throw
    /// whatever their arithmetic runs into.
    /// </summary>
    public static bool ExplainsReading(Exception exception) =>
        Explains(exception) || exception is not (IOException or UnauthorizedAccessException or OutOfMemoryException or OperationCanceledException);
}
