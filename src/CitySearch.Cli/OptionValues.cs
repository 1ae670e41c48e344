using System.CommandLine;
using System.Globalization;

namespace CitySearch.Cli;

/// <summary>Reads the values of options, and says in the user's language what they must be.</summary>
internal static class OptionValues
{
    /// <summary>A whole number.</summary>
    /// <exception cref="UsageException">It is none, or out of range.</exception>
    public static int Number(this ParseResult arguments, Option<string?> option, int otherwise, int from, int to, Language language) =>
        arguments.GetValue(option) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to ? number
        : throw new UsageException(language.Say(
            $"{option.Name} {text}: write a whole number from {from} to {to}", $"{option.Name} {text}：请写 {from} 到 {to} 之间的整数"));

    /// <summary>One of the names of an enumeration, in lower case.</summary>
    /// <exception cref="UsageException">It is none of them.</exception>
    public static T Choice<T>(this ParseResult arguments, Option<string?> option, Language language)
        where T : struct, Enum =>
        arguments.GetValue(option) is not { } text ? default
        : Enum.GetNames<T>().Any(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) ? Enum.Parse<T>(text, ignoreCase: true)
        : throw new UsageException(language.Say(
            $"{option.Name} {text}: write one of {string.Join(", ", Choices<T>())}", $"{option.Name} {text}：请从 {string.Join("、", Choices<T>())} 中选择"));

    /// <summary>The names of an enumeration as they are written on the command line.</summary>
    public static IEnumerable<string> Choices<T>()
        where T : struct, Enum => Lowered(Enum.GetNames<T>());

    private static IEnumerable<string> Lowered(string[] names) => names.Select(name => name.ToLowerInvariant());
}
