namespace CitySearch.Indexing;

/// <summary>Errors as one line.</summary>
internal static class OneLine
{
    /// <summary>The message of an exception without line ends; the type's name when it has none.</summary>
    public static string Of(Exception exception)
    {
        var message = exception.Message.ReplaceLineEndings(" ").Trim();
        return message.Length > 0 ? message : exception.GetType().Name;
    }
}
