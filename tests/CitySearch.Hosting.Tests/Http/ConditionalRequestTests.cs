using System.IO.Compression;
using System.Net;
using CitySearch.Searching;

namespace CitySearch.Hosting.Tests.Http;

public class ConditionalRequestTests(SampleIndex sample)
{
    [Theory]
    [InlineData("/api/search?q=城市大脑")]
    [InlineData("/api/concepts")]
    [InlineData("/")]
    public async Task What_has_not_changed_is_not_sent_again(string address)
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        using var first = await server.GetAsync(address);
        var tag = first.Headers.ETag!;
        using var again = await server.GetAsync(address, ("If-None-Match", tag.ToString()));
        using var among = await server.GetAsync(address, ("If-None-Match", $"\"another\", {tag.Tag}"));
        using var other = await server.GetAsync(address, ("If-None-Match", "\"another\""));

        Assert.True(tag.IsWeak, "two answers with the same hits differ in their time");
        Assert.Equal((HttpStatusCode.OK, "no-cache"), (first.StatusCode, first.Headers.CacheControl?.ToString()));
        Assert.Equal((HttpStatusCode.NotModified, tag, ""), (again.StatusCode, again.Headers.ETag, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (among.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task A_request_that_is_wrong_is_refused_whatever_the_client_holds()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        using var response = await server.GetAsync("/api/search?q=a&top=0", ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_tag_changes_with_a_commit_of_another_process_and_with_the_thesaurus_and_with_nothing_else()
    {
        const string Address = "/api/search?q=大脑";
        using var workspace = new Workspace(("a.md", "# 大脑\n\n城市大脑。\n"), ("concepts.yaml", Thesaurus("城市大脑")));
        await workspace.UpdateAsync();
        await using var server = await TestServer.StartAsync(workspace.Options);
        var held = await TagAsync(server);
        Assert.Equal(held, await TagAsync(server));
        await using (var another = await TestServer.StartAsync(workspace.Options))
        {
            Assert.Equal(held, await TagAsync(another));
        }

        workspace.Write("corpus/b.md", "# 第二篇\n\n大脑。\n");
        await workspace.UpdateAsync();
        var committed = await ChangeAsync(held);
        Assert.Contains("第二篇", await server.TextAsync(Address));

        workspace.Write("corpus/concepts.yaml", Thesaurus("智慧大脑"));
        var edited = await ChangeAsync(committed);

        workspace.Write("corpus/concepts.yaml", "brain: [");
        var broken = await ChangeAsync(edited);
        Assert.Contains("\"warning\":", await server.TextAsync(Address));

        workspace.Write("corpus/concepts.yaml", Thesaurus("智慧大脑"));
        var mended = await ChangeAsync(broken);
        Assert.Equal(edited, mended);

        static string Thesaurus(string label) => $"brain:\n  prefLabel: {{zh: {label}}}\n";

        async Task<string> TagAsync(TestServer from)
        {
            using var response = await from.GetAsync(Address);
            return response.Headers.ETag!.ToString();
        }

        // Changes are seen within half a second; the test waits as long as it takes.
        async Task<string> ChangeAsync(string before)
        {
            while (true)
            {
                using var response = await server.GetAsync(Address, ("If-None-Match", before));
                if (response.StatusCode == HttpStatusCode.OK && response.Headers.ETag is { } tag)
                {
                    return tag.ToString();
                }

                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Answers_are_compressed_for_those_who_can_unpack_them(string encoding)
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        foreach (var address in (string[])["/api/concepts", "/", "/page.js"])
        {
            using var plain = await server.GetAsync(address);
            using var packed = await server.GetAsync(address, ("Accept-Encoding", encoding));
            var bytes = await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            Assert.Empty(plain.Content.Headers.ContentEncoding);
            Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", packed.Headers.Vary);
            Assert.Equal(plain.Headers.ETag, packed.Headers.ETag);
            var stream = await packed.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            using var unpacked = new MemoryStream();
            await using Stream unpacker = encoding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
            await unpacker.CopyToAsync(unpacked, TestContext.Current.CancellationToken);
            Assert.Equal(bytes, unpacked.ToArray());
        }
    }

    [Fact]
    public async Task The_headers_alone_can_be_asked_for()
    {
        await using var server = await TestServer.StartAsync(sample.Options);

        using var whole = await server.GetAsync("/api/concepts");
        using var head = await server.SendAsync(HttpMethod.Head, "/api/concepts");

        Assert.Equal((whole.StatusCode, whole.Headers.ETag, whole.Content.Headers.ContentLength), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Equal("", await head.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
