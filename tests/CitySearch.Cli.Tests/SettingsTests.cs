namespace CitySearch.Cli.Tests;

/// <summary>The command line wins over the environment, the environment over appsettings.json, and all over ./corpus and ./index.</summary>
public class SettingsTests
{
    [Fact]
    public void Without_anything_the_folders_are_corpus_and_index()
    {
        var options = Read("", []);

        Assert.Equal(("corpus", "index"), (options.CorpusPath, options.IndexPath));
    }

    [Fact]
    public void The_settings_file_may_have_comments_and_other_sections()
    {
        var options = Read("""
            // of the whole application
            { "Logging": {}, "CitySearch": { "CorpusPath": "资料", "IndexPath": "/var/索引", "ConceptsPath": null, } }
            """, []);

        Assert.Equal(("资料", "/var/索引", null), (options.CorpusPath, options.IndexPath, options.ConceptsPath));
    }

    [Fact]
    public void The_environment_wins_over_the_settings_file_and_an_empty_variable_is_none()
    {
        var options = Read(
            """{ "CitySearch": { "CorpusPath": "a", "IndexPath": "b", "ConceptsPath": "c" } }""", [],
            ("CITYSEARCH_CORPUS", "x"), ("CITYSEARCH_INDEX", ""), ("CITYSEARCH_CONCEPTS", "z"));

        Assert.Equal(("x", "b", "z"), (options.CorpusPath, options.IndexPath, options.ConceptsPath));
    }

    [Fact]
    public void The_command_line_wins_over_all_before_and_after_the_command()
    {
        var options = Read(
            """{ "CitySearch": { "CorpusPath": "a", "IndexPath": "b" } }""", ["--corpus", "one", "stats", "--index", "two"],
            ("CITYSEARCH_CORPUS", "x"), ("CITYSEARCH_INDEX", "y"));

        Assert.Equal(("one", "two"), (options.CorpusPath, options.IndexPath));
    }

    [Theory]
    [InlineData("{\n\"CitySearch\": {\n", "appsettings.json: line 3 is not valid JSON; mend it or remove the file")]
    [InlineData("""{ "CitySearch": { "IndexPath": 5 } }""", "appsettings.json: CitySearch.IndexPath must be a text; mend it or remove it")]
    [InlineData("""{ "CitySearch": { "IndexPath": "" } }""", "appsettings.json: CitySearch.IndexPath must be a text; mend it or remove it")]
    public void A_settings_file_that_cannot_be_read_is_said_so(string file, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Read(file, [])).Message);

    private static CitySearchOptions Read(string file, string[] args, params (string Name, string Value)[] variables)
    {
        using var workspace = new Workspace();
        if (file.Length > 0)
        {
            workspace.Write("appsettings.json", file);
        }

        var settings = new Settings(new Terminal(TextWriter.Null, TextWriter.Null, Language.English)
        {
            Folder = workspace["."],
            Variable = name => variables.FirstOrDefault(v => v.Name == name).Value,
        });
        return settings.Read(CommandLine.CreateRoot(settings).Parse(args));
    }
}
