namespace CitySearch.Cli;

/// <summary>Chinese or English, after the user's locale.</summary>
internal static class Language
{
    /// <summary>Whether to speak Chinese: the first of LC_ALL, LC_MESSAGES and LANG that is set decides, as POSIX has it.</summary>
    public static bool IsChinese { get; } = IsChineseLocale(
        Environment.GetEnvironmentVariable("LC_ALL"), Environment.GetEnvironmentVariable("LC_MESSAGES"), Environment.GetEnvironmentVariable("LANG"));

    /// <summary>The text in the user's language.</summary>
    public static string Say(string english, string chinese) => IsChinese ? chinese : english;

    /// <summary>Whether the locale that the variables name is a Chinese one.</summary>
    public static bool IsChineseLocale(params string?[] variables) =>
        variables.FirstOrDefault(v => !string.IsNullOrEmpty(v))?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;
}
