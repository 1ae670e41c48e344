using CitySearch.Cli.QueryConsole.Editing;

namespace CitySearch.Cli.Tests.QueryConsole.Editing;

/// <summary>The lines that were typed, from one run to the next.</summary>
public class LineHistoryTests
{
    [Fact]
    public void The_next_run_knows_the_lines_but_no_empty_ones_and_none_twice_in_a_row()
    {
        using var workspace = new Workspace();
        var file = workspace["state/citysearch/history"];
        var history = new LineHistory(file);
        foreach (var line in new[] { "城市大脑", " 城市大脑 ", "", "   ", "next", "城市大脑" })
        {
            history.Add(line);
        }

        Assert.Equal(["城市大脑", "next", "城市大脑"], history.Lines);
        Assert.Equal(history.Lines, new LineHistory(file).Lines);
        Assert.Equal("城市大脑\nnext\n城市大脑\n", File.ReadAllText(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void The_last_thousand_lines_are_kept()
    {
        using var workspace = new Workspace();
        var file = workspace.Write("history", string.Concat(Enumerable.Range(1, 1234).Select(i => $"第{i}条\n")));

        var history = new LineHistory(file);

        Assert.Equal(Enumerable.Range(235, 1000).Select(i => $"第{i}条"), history.Lines);
        Assert.Equal(1000, File.ReadAllLines(file).Length);
        history.Add("再来");
        Assert.Equal((1000, "第236条", "再来"), (history.Lines.Count, history.Lines[0], history.Lines[^1]));
    }

    [Fact]
    public void Two_runs_at_a_time_keep_the_lines_of_both()
    {
        using var workspace = new Workspace();
        var file = workspace["history"];
        var (one, other) = (new LineHistory(file), new LineHistory(file));

        one.Add("城市大脑");
        other.Add("数字孪生");

        Assert.Equal(["城市大脑", "数字孪生"], new LineHistory(file).Lines);
    }

    [Fact]
    public void Of_a_broken_file_what_can_have_been_typed_is_kept()
    {
        using var workspace = new Workspace();
        var file = workspace["history"];
        File.WriteAllBytes(file, [0, 1, 2, (byte)'\n', 0xff, 0xfe, (byte)'a', (byte)'\n', .. "智慧城市\n\e[2J\n"u8, 0xe5, 0x9f]);

        Assert.Equal(["智慧城市"], new LineHistory(file).Lines);
    }

    [Fact]
    public void Of_a_file_without_end_only_the_end_is_read()
    {
        using var workspace = new Workspace();
        var file = workspace.Write("history", new string('x', 3_000_000) + "\n智慧城市\n");

        Assert.Equal(["智慧城市"], new LineHistory(file).Lines);
        Assert.Equal("智慧城市\n", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("history")]
    [InlineData("file/citysearch/history")]
    public void A_place_that_cannot_be_used_is_no_error(string place)
    {
        using var workspace = new Workspace();
        Directory.CreateDirectory(workspace["history"]);
        workspace.Write("file", "");
        var history = new LineHistory(workspace[place]);

        history.Add("城市大脑");

        Assert.Equal(["城市大脑"], history.Lines);
        Assert.Empty(new LineHistory(workspace[place]).Lines);
    }

    [Fact]
    public void Without_a_place_the_lines_of_the_run_are_known()
    {
        var history = new LineHistory(LineHistory.FileOf(_ => null));

        history.Add("城市大脑");

        Assert.Equal(["城市大脑"], history.Lines);
    }

    [Theory]
    [InlineData("/s", "/h", "/s/citysearch/history")]
    [InlineData("", "/h", "/h/.local/state/citysearch/history")]
    [InlineData("relative", "/h", "/h/.local/state/citysearch/history")]
    public void The_place_is_that_of_the_xdg_base_directories(string state, string home, string file)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");

        Assert.Equal(file, LineHistory.FileOf(name => name switch { "XDG_STATE_HOME" => state, "HOME" => home, _ => null }));
    }
}
