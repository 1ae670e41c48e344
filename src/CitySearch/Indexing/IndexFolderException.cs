namespace CitySearch.Indexing;

/// <summary>The index folder cannot be used as asked. The message is one line that says what to do.</summary>
public sealed class IndexFolderException : Exception
{
    /// <summary>Makes the exception with its one-line message.</summary>
    public IndexFolderException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its one-line message and what caused it.</summary>
    public IndexFolderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
