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
    public void Patterns_come_from_the_settings_file_as_lists()
    {
        var options = Read("""{ "CitySearch": { "Include": ["*.md", "政策/"], "Exclude": ["drafts/"] } }""", []);

        Assert.Equal(["*.md", "政策/"], options.Include);
        Assert.Equal(["drafts/"], options.Exclude);
        Assert.Equal(
            "appsettings.json: CitySearch.Exclude must be a list of texts, like [\"*.md\"]; mend it or remove it",
            Assert.Throws<UsageException>(() => Read("""{ "CitySearch": { "Exclude": "drafts/" } }""", [])).Message);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "0.1", 0.1)]
    [InlineData("""{ "CitySearch": { "Freshness": 0.2 } }""", "", 0.2)]
    [InlineData("""{ "CitySearch": { "Freshness": "0.2" } }""", "1", 1)]
    public void Freshness_is_a_share(string file, string variable, double freshness) =>
        Assert.Equal(freshness, Read(file, [], ("CITYSEARCH_FRESHNESS", variable)).Freshness);

    [Theory]
    [InlineData("much")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("0,1")]
    public void A_freshness_that_is_no_share_is_said_so(string variable) => Assert.Equal(
        $"CITYSEARCH_FRESHNESS {variable}: write a number from 0 to 1", Assert.Throws<UsageException>(() => Read("", [], ("CITYSEARCH_FRESHNESS", variable))).Message);

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
    [InlineData("""{ "CitySearch": { "IndexPath": true } }""", "appsettings.json: CitySearch.IndexPath must be a text or a number; mend it or remove it")]
    [InlineData("""{ "CitySearch": { "IndexPath": "" } }""", "appsettings.json: CitySearch.IndexPath must be a text or a number; mend it or remove it")]
    [InlineData("""{ "CitySearch": { "Freshness": 1.5 } }""", "appsettings.json: CitySearch.Freshness 1.5: write a number from 0 to 1")]
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
