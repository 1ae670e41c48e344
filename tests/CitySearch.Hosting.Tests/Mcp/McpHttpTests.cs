using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CitySearch.Hosting.Mcp;
using CitySearch.Searching;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace CitySearch.Hosting.Tests.Mcp;

public class McpHttpTests(SampleIndex sample)
{
    [Fact]
    public async Task The_tools_are_described_with_their_schemas()
    {
        await using var session = await Session.StartAsync(sample.Options);

        var tools = await session.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["find_references", "list_concepts", "read_article", "search"], tools.Select(tool => tool.Name).Order());
        Assert.All(tools, tool =>
        {
            Assert.NotEmpty(tool.Description);
            Assert.NotNull(tool.ProtocolTool.OutputSchema);
            Assert.True(tool.ProtocolTool.Annotations?.ReadOnlyHint);
            var properties = JsonNode.Parse(tool.JsonSchema.GetRawText())!["properties"]!.AsObject();
            Assert.All(properties, property => Assert.NotNull(property.Value!["description"]));
        });
        var search = JsonNode.Parse(tools.Single(tool => tool.Name == "search").JsonSchema.GetRawText())!;
        Assert.Equal(["query"], search["required"]!.AsArray().Select(name => name!.ToString()));
        Assert.Equal(["all", "article", "reference"], search["properties"]!["kind"]!["enum"]!.AsArray().Select(name => name!.ToString()));
        Assert.Equal((1, 20), (search["properties"]!["top"]!["minimum"]!.GetValue<int>(), search["properties"]!["top"]!["maximum"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_search_gives_passages_with_their_place_and_a_citation_and_the_article_reads_on_from_there()
    {
        await using var session = await Session.StartAsync(sample.Options);

        var found = await session.CallAsync("search", new() { ["query"] = "城市大脑的定义", ["top"] = 3, ["filters"] = new[] { "kind:article" } });
        var passage = found["passages"]![0]!;
        Assert.Equal("article", passage["kind"]!.ToString());
        Assert.Contains($"{passage["path"]}:{passage["line"]}", passage["citation"]!.ToString());
        Assert.Contains(passage["title"]!.ToString(), passage["citation"]!.ToString());
        Assert.InRange(passage["text"]!.ToString().Length, 1, 601);

        var read = await session.CallAsync("read_article", new() { ["id"] = passage["id"]!.ToString() });
        var part = read["sections"]!.AsArray();
        Assert.Equal(1, part[0]!["number"]!.GetValue<int>());
        Assert.Equal(passage["title"]!.ToString(), read["title"]!.ToString());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(777)]
    [InlineData(20_000)]
    public async Task An_article_read_part_by_part_is_the_whole_article(int maxCharacters)
    {
        const string Id = "articles/city-brain.md";
        await using var session = await Session.StartAsync(sample.Options);
        var texts = new SortedDictionary<int, StringBuilder>();
        JsonNode? next = new JsonObject { ["section"] = 1, ["offset"] = 0 };
        while (next is not null)
        {
            var part = await session.CallAsync("read_article", new()
            {
                ["id"] = Id, ["section"] = next["section"]!.GetValue<int>(), ["offset"] = next["offset"]!.GetValue<int>(), ["maxCharacters"] = maxCharacters,
            });
            Assert.InRange(part["sections"]!.AsArray().Sum(s => s!["text"]!.ToString().Length), 0, maxCharacters);
            foreach (var section in part["sections"]!.AsArray())
            {
                var number = section!["number"]!.GetValue<int>();
                texts.TryAdd(number, new StringBuilder());
                texts[number].Append(section["text"]);
            }

            next = part["next"];
        }

        await using var library = await TestServer.StartAsync(sample.Options);
        var whole = JsonNode.Parse(await library.TextAsync($"/api/articles/{Id}"))!;
        Assert.Equal(whole["sections"]!.AsArray().Select(s => s!["text"]!.ToString()), texts.Values.Select(t => t.ToString()));
    }

    [Fact]
    public async Task References_are_found_by_words_by_author_and_by_number_with_those_who_cite_them()
    {
        await using var session = await Session.StartAsync(sample.Options);

        var byWords = (await session.CallAsync("find_references", new() { ["query"] = "城市大脑" }))["references"]!.AsArray();
        var first = byWords.First(r => r!["authors"]!.AsArray().Count > 0)!;
        var author = first["authors"]![0]!.ToString();
        var byAuthor = (await session.CallAsync("find_references", new() { ["query"] = first["title"]!.ToString(), ["author"] = author }))["references"]!.AsArray();
        var byNumber = (await session.CallAsync("find_references", new() { ["query"] = "浙数办发〔2019〕13号" }))["references"]!.AsArray();

        Assert.All(byWords, r => Assert.NotEqual(0, r!["citedByCount"]!.GetValue<int>()));
        Assert.Contains(byAuthor, r => r!["id"]!.ToString() == first["id"]!.ToString());
        Assert.All(byAuthor, r => Assert.Contains(author, r!["authors"]!.AsArray().Select(a => a!.ToString())));
        Assert.Contains("〔2019〕13号", byNumber[0]!["citation"]!.ToString());
    }

    [Fact]
    public async Task Concepts_come_with_their_relations()
    {
        await using var session = await Session.StartAsync(sample.Options);

        var concept = (await session.CallAsync("list_concepts", new() { ["query"] = "城市大脑", ["top"] = 1 }))["concepts"]![0]!;

        Assert.Equal("""["城市大脑","City Brain"]""", concept["names"]!.ToJsonString(new JsonSerializerOptions { Encoder = SearchJson.Encoder }));
        Assert.Contains("智慧城市", concept["broader"]!.AsArray().Select(name => name!.ToString()));
        Assert.True(concept["articles"]!.GetValue<int>() > 0);
    }

    [Theory]
    [InlineData("search", """{"query":"a","top":21}""", "top is 21; it must be from 1 to 20")]
    [InlineData("search", """{"query":"a","kind":"book"}""", "kind is book; use all, article or reference")]
    [InlineData("search", """{"query":"a","filters":["2019"]}""", "filters holds 2019; write name:value, for example year:2019")]
    [InlineData("search", """{"query":"a","filters":["colour:red"]}""", "there is no filter colour; use one of kind, year")]
    [InlineData("search", """{"top":3}""", "the arguments do not fit the tool's schema")]
    [InlineData("search", """{"query":{"a":1}}""", "the arguments do not fit the tool's schema")]
    [InlineData("read_article", """{"id":"articles/city-brian.md"}""", "there is articles/city-brain.md")]
    [InlineData("read_article", """{"id":"../../etc/passwd"}""", "nothing in the index has the id ../../etc/passwd")]
    [InlineData("read_article", """{"id":"articles/city-brain.md","section":999}""", "section is 999; articles/city-brain.md has sections 1 to")]
    [InlineData("read_article", """{"id":"articles/city-brain.md","offset":-1}""", "offset is -1; section 1 has")]
    [InlineData("list_concepts", """{"top":0}""", "top is 0; it must be from 1 to 50")]
    public async Task A_mistake_is_a_tools_error_that_says_what_to_do(string tool, string arguments, string message)
    {
        await using var session = await Session.StartAsync(sample.Options);

        var result = await session.Client.CallToolAsync(
            tool, JsonNode.Parse(arguments)!.AsObject().ToDictionary(a => a.Key, a => (object?)a.Value?.DeepClone()), cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Contains(message, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public async Task Without_an_index_the_tools_say_so()
    {
        using var workspace = new Workspace();
        await using var session = await Session.StartAsync(workspace.Options);

        var result = await session.Client.CallToolAsync("search", new Dictionary<string, object?> { ["query"] = "城市" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.EndsWith("the index cannot be searched yet; the host's log says why", Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text);
    }

    [Fact]
    public async Task Articles_are_resources_listed_a_hundred_at_a_time()
    {
        using var workspace = new Workspace([.. Enumerable.Range(0, 130).Select(i => ($"文章/{i:000}.md", $"# 第{i}篇\n\n城市。\n"))]);
        await workspace.UpdateAsync();
        await using var session = await Session.StartAsync(workspace.Options);

        var first = await session.Client.ListResourcesAsync(new ListResourcesRequestParams(), TestContext.Current.CancellationToken);
        var second = await session.Client.ListResourcesAsync(new ListResourcesRequestParams { Cursor = first.NextCursor }, TestContext.Current.CancellationToken);
        var read = await session.Client.ReadResourceAsync(first.Resources[7].Uri, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((100, 30, null), (first.Resources.Count, second.Resources.Count, second.NextCursor));
        Assert.Equal(Enumerable.Range(0, 130).Select(i => $"文章/{i:000}.md"), first.Resources.Concat(second.Resources).Select(r => r.Name));
        Assert.Equal("第7篇. 文章/007.md\n\n# 第7篇\n\n城市。\n\n", Assert.IsType<TextResourceContents>(Assert.Single(read.Contents)).Text);
        await Assert.ThrowsAsync<McpProtocolException>(async () => await session.Client.ReadResourceAsync("citysearch://articles/..%2F..%2Fetc%2Fpasswd", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_endpoint_asks_for_a_key_like_the_rest_and_refuses_foreign_pages()
    {
        var key = ApiKey.New();
        await using var server = await TestServer.StartAsync(sample.Options, [("ApiKeys:assistant", ApiKey.Hash(key))]);
        using var body = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Encoding.UTF8, "application/json");

        using var refused = await server.Client.PostAsync("/mcp", body, TestContext.Current.CancellationToken);
        using var foreign = await server.SendAsync(HttpMethod.Post, "/mcp", ("Origin", "https://evil.example"), ("Authorization", $"Bearer {key}"));
        await using var session = await Session.ConnectAsync(server, key);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (refused.StatusCode, foreign.StatusCode));
        Assert.NotEmpty(await session.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_cut_of_an_article_is_bounded_and_goes_on_where_it_ended()
    {
        var article = new WholeArticle
        {
            Id = "a.md", Title = "甲", Path = "a.md", References = [], Cites = [], CitedBy = [],
            Sections = [.. new[] { "", "𨨏𨨏𨨏", "一\n二\n三\n四\n五", "" }.Select(text => new ArticleSection { Headings = [], Anchor = "", Line = 1, Text = text, CitedLabels = [] })],
        };
        for (var most = 2; most < 20; most++)
        {
            var texts = new string[4];
            var next = new ReadNext(1, 0);
            while (next is not null)
            {
                var part = ArticleParts.Read(article, next.Section, next.Offset, int.MaxValue, most, 10);
                Assert.InRange(part.Sections.Sum(s => s.Text.Length), 0, most);
                Assert.All(part.Sections, s => Assert.False(s.Text.Length > 0 && char.IsLowSurrogate(s.Text[0]), "half a character"));
                foreach (var section in part.Sections)
                {
                    texts[section.Number - 1] += section.Text;
                }

                Assert.NotEqual(next, part.Next);
                next = part.Next;
            }

            Assert.Equal(article.Sections.Select(s => s.Text), texts);
        }
    }

    /// <summary>A host and the official client connected to it.</summary>
    private sealed class Session(TestServer? server, McpClient client) : IAsyncDisposable
    {
        public McpClient Client { get; } = client;

        public static async Task<Session> StartAsync(CitySearchOptions options)
        {
            var server = await TestServer.StartAsync(options);
            return new Session(server, (await ConnectAsync(server, null)).Client);
        }

        public static async Task<Session> ConnectAsync(TestServer server, string? key)
        {
            var transport = new HttpClientTransport(new HttpClientTransportOptions
            {
                Endpoint = new Uri(server.Address, "/mcp"),
                TransportMode = HttpTransportMode.StreamableHttp,
                AdditionalHeaders = key is null ? null : new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}" },
            });
            return new Session(null, await McpClient.CreateAsync(transport, cancellationToken: TestContext.Current.CancellationToken));
        }

        public async Task<JsonNode> CallAsync(string tool, Dictionary<string, object?> arguments)
        {
            var result = await Client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
            Assert.NotEqual(true, result.IsError);
            var structured = JsonNode.Parse(result.StructuredContent!.Value.GetRawText())!;
            // The text says the same, with Chinese unescaped, for clients that read no structure.
            Assert.True(JsonNode.DeepEquals(structured, JsonNode.Parse(Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text)));
            Assert.DoesNotContain("\\u4e", Assert.IsType<TextContentBlock>(result.Content[0]).Text, StringComparison.OrdinalIgnoreCase);
            return structured;
        }

        public async ValueTask DisposeAsync()
        {
            await Client.DisposeAsync();
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }
    }
}
