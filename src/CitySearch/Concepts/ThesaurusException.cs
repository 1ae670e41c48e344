namespace CitySearch.Concepts;

/// <summary>
/// A thesaurus file cannot be used. The message is one line: file, line and column, what is wrong, and what to do.
/// </summary>
public sealed class ThesaurusException : Exception
{
    /// <summary>Makes the exception for a place in a file.</summary>
    /// <param name="fileName">The file's name or path.</param>
    /// <param name="line">The line, from 1; 0 when the file as a whole is meant.</param>
    /// <param name="column">The column in UTF-16 units, from 1; 0 when the file as a whole is meant.</param>
    /// <param name="problem">What is wrong and what to do, in one line.</param>
    /// <param name="innerException">What caused it.</param>
    public ThesaurusException(string fileName, int line, int column, string problem, Exception? innerException = null)
        : base(line > 0 ? $"{fileName}:{line}:{column}: {problem}" : $"{fileName}: {problem}", innerException)
    {
        FileName = fileName;
        Line = line;
        Column = column;
    }

    /// <summary>The file's name or path.</summary>
    public string FileName { get; }

    /// <summary>The line, from 1; 0 when the file as a whole is meant.</summary>
    public int Line { get; }

    /// <summary>The column in UTF-16 units, from 1; 0 when the file as a whole is meant.</summary>
    public int Column { get; }
}
