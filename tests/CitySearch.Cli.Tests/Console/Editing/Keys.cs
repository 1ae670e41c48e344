using System.Text.RegularExpressions;

namespace CitySearch.Cli.Tests.QueryConsole.Editing;

/// <summary>Keys as tests write them: text as it is, other keys by their names between &lt; and &gt;.</summary>
internal static partial class Keys
{
    private static readonly Dictionary<string, ConsoleKey> Named = new()
    {
        ["Left"] = ConsoleKey.LeftArrow,
        ["Right"] = ConsoleKey.RightArrow,
        ["Up"] = ConsoleKey.UpArrow,
        ["Down"] = ConsoleKey.DownArrow,
        ["Home"] = ConsoleKey.Home,
        ["End"] = ConsoleKey.End,
        ["Delete"] = ConsoleKey.Delete,
        ["F5"] = ConsoleKey.F5,
        ["Sleep"] = ConsoleKey.Sleep,
    };

    private static readonly Dictionary<string, (char Character, ConsoleKey Key)> Typed = new()
    {
        ["Enter"] = ('\r', ConsoleKey.Enter),
        ["Tab"] = ('\t', ConsoleKey.Tab),
        ["Back"] = ('\b', ConsoleKey.Backspace),
        ["Escape"] = ('\e', ConsoleKey.Escape),
    };

    /// <summary>The keys, each as the console gives it: of a character beyond the first 65,536, one for each half.</summary>
    public static IEnumerable<ConsoleKeyInfo> Of(string keys)
    {
        foreach (Match match in Key().Matches(keys))
        {
            var name = match.Groups["name"].Value;
            if (name is "Paste" or "/Paste")
            {
                foreach (var c in name == "Paste" ? "\e[200~" : "\e[201~")
                {
                    yield return new ConsoleKeyInfo(c, default, false, false, false);
                }

                continue;
            }

            var (shift, alt, control) = (match.Groups["modifier"].Value == "S", match.Groups["modifier"].Value == "M", match.Groups["modifier"].Value == "C");
            yield return name.Length == 0 ? new ConsoleKeyInfo(match.Value[0], default, false, false, false)
                : Typed.TryGetValue(name, out var typed) ? new ConsoleKeyInfo(typed.Character, typed.Key, shift, alt, control)
                : Named.TryGetValue(name, out var key) ? new ConsoleKeyInfo('\0', key, shift, alt, control)
                : new ConsoleKeyInfo(control ? (char)(name[0] - 'a' + 1) : name[0], Enum.Parse<ConsoleKey>(name.ToUpperInvariant()), shift, alt, control);
        }
    }

    [GeneratedRegex(@"<((?<modifier>[SMC])-)?(?<name>/?\w+)>|[\s\S]")]
    private static partial Regex Key();
}
