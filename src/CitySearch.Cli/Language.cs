using System.Runtime.InteropServices;

namespace CitySearch.Cli;

/// <summary>The language in which the command speaks: Chinese or English.</summary>
internal sealed class Language
{
    private const int ChinesePrimaryLanguage = 0x04;
    private const int PrimaryLanguageMask = 0x3ff;

    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private Language(bool isChinese) => IsChinese = isChinese;

    /// <summary>English.</summary>
    public static Language English { get; } = new(isChinese: false);

    /// <summary>Chinese.</summary>
    public static Language Chinese { get; } = new(isChinese: true);

    /// <summary>Whether it is Chinese.</summary>
    public bool IsChinese { get; }

    /// <summary>
    /// The user's language: the first of LC_ALL, LC_MESSAGES and LANG that is set decides, as POSIX has it; where none
    /// is, on Windows the language of the user interface.
    /// </summary>
    /// <param name="variable">The value of an environment variable.</param>
    public static Language Of(Func<string, string?> variable)
    {
        var locale = Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var isChinese = locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ?? (OperatingSystem.IsWindows() && (GetUserDefaultUILanguage() & PrimaryLanguageMask) == ChinesePrimaryLanguage);
        return isChinese ? Chinese : English;
    }

    /// <summary>The text in this language.</summary>
    public string Say(string english, string chinese) => IsChinese ? chinese : english;

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern ushort GetUserDefaultUILanguage();
}
