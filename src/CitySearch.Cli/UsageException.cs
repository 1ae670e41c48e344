namespace CitySearch.Cli;

/// <summary>The command was misused; the message is one line that says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
