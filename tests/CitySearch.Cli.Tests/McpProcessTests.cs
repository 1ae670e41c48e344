using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace CitySearch.Cli.Tests;

/// <summary>The MCP server as assistants start it: a process that speaks on its standard input and output.</summary>
public class McpProcessTests(SampleIndex sample)
{
    [Fact]
    public async Task The_official_client_searches_and_reads_through_standard_input_and_output()
    {
        await using var client = await McpClient.CreateAsync(
            CommandProcess.Mcp("--no-index", "--corpus", SampleIndex.Corpus, "--index", sample.Index), cancellationToken: TestContext.Current.CancellationToken);

        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        var found = await client.CallToolAsync("search", new Dictionary<string, object?> { ["query"] = "城市大脑", ["kind"] = "article" }, cancellationToken: TestContext.Current.CancellationToken);
        var passage = JsonNode.Parse(found.StructuredContent!.Value.GetRawText())!["passages"]![0]!;
        var read = await client.CallToolAsync("read_article", new Dictionary<string, object?> { ["id"] = passage["id"]!.ToString() }, cancellationToken: TestContext.Current.CancellationToken);
        var resources = await client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("citysearch", client.ServerInfo?.Name);
        Assert.Equal(["find_references", "list_concepts", "read_article", "search"], tools.Select(tool => tool.Name).Order());
        Assert.Contains("城市大脑", passage["text"]!.ToString());
        Assert.Contains("城市大脑", Assert.IsType<TextContentBlock>(Assert.Single(read.Content)).Text);
        Assert.Contains("articles/city-brain.md", resources.Select(resource => resource.Name));
        Assert.Equal(resources.Count, resources.DistinctBy(resource => resource.Uri).Count());
    }

    [Fact]
    public async Task Started_over_a_folder_without_an_index_it_builds_one_and_then_finds()
    {
        using var workspace = new Workspace(("articles/brain.md", "# 城市大脑\n\n城市大脑是什么？\n"));
        await using var client = await McpClient.CreateAsync(CommandProcess.Mcp("--corpus", workspace.Corpus, "--index", workspace.Index), cancellationToken: TestContext.Current.CancellationToken);

        CallToolResult found;
        do
        {
            found = await client.CallToolAsync("search", new Dictionary<string, object?> { ["query"] = "城市大脑" }, cancellationToken: TestContext.Current.CancellationToken);
        }
        while (found.IsError == true);

        Assert.Contains("articles/brain.md:3", Assert.IsType<TextContentBlock>(Assert.Single(found.Content)).Text);
    }
}
