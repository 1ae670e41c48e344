namespace CitySearch.Evaluation;

/// <summary>A dataset or run file cannot be used. The message is one line that says where and what to do.</summary>
public sealed class EvaluationException : Exception
{
    /// <summary>Makes the exception with its one-line message.</summary>
    public EvaluationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its one-line message and what caused it.</summary>
    public EvaluationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
