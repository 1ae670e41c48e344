namespace CitySearch.Corpus;

/// <summary>A file cannot be read as its format. The message is one line that says what is wrong and what to do.</summary>
public sealed class ReadingException : Exception
{
    /// <summary>Makes the exception with its one-line message.</summary>
    public ReadingException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its one-line message and what caused it.</summary>
    public ReadingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
