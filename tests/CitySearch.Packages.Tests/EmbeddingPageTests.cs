using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using CitySearch.Formats;
using CitySearch.Hosting;
using CitySearch.Hosting.Worker;

namespace CitySearch.Packages.Tests;

public sealed partial class EmbeddingPageTests(PackedPackages packed)
{
    [Fact]
    public void The_table_of_options_has_every_key_with_its_default()
    {
        (string Section, object Options)[] all =
        [
            (CitySearchOptions.Section, new CitySearchOptions()),
            (FormatsOptions.Section, new FormatsOptions()),
            (WorkerOptions.Section, new WorkerOptions()),
            (CitySearchHostOptions.Section, new CitySearchHostOptions()),
        ];
        var wanted = all.SelectMany(o => o.Options.GetType().GetProperties().Select(p => $"{o.Section}:{p.Name} {Default(p.GetValue(o.Options))}"));

        var rows = Row().Matches(PackedPackages.EmbeddingPage()).Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value.Trim('`')}");

        Assert.Equal(wanted.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_it_shows_of_a_sample_is_the_sample()
    {
        var shown = PackedPackages.CodeOf(PackedPackages.EmbeddingPage())[0];

        Assert.EndsWith(shown, File.ReadAllText(Path.Combine(Approval.RepositoryRoot, "samples", "MountedHost", "Program.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_program_finds_what_its_own_source_reader_and_analyzer_bring()
    {
        var folder = packed.NewFolder("embedding");
        var corpus = Directory.CreateDirectory(Path.Combine(folder, "materials")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, "2024.minutes"), "城市大脑专班会议纪要\n会议讨论了观察员的职责。\n", TestContext.Current.CancellationToken);

        var output = await DotNetCommand.RunAsync(packed.Program("Embedding"), folder, packed.Variables, corpus, "index", "城市大脑 观察员");

        Assert.Equal(["2024.minutes: 城市大脑专班会议纪要", "notices:/7: 城市大脑运营中心招募观察员"], output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    private static string Default(object? value) => value switch
    {
        null => "none",
        bool b => b ? "true" : "false",
        string s => s,
        IEnumerable many when !many.Cast<object>().Any() => "none",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"^\| `(CitySearch:[\w:]+)` \| (\S+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
