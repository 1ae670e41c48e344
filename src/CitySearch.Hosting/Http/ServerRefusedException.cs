namespace CitySearch.Hosting.Http;

/// <summary>The server does not start with these settings; the message says why and what to do.</summary>
/// <param name="message">In English.</param>
/// <param name="chinese">In Chinese.</param>
public sealed class ServerRefusedException(string message, string chinese) : Exception(message)
{
    /// <summary>The message in Chinese.</summary>
    public string Chinese { get; } = chinese;
}
