using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CitySearch.Searching;

namespace CitySearch.Tests.Searching.Materials;

/// <summary>A whole article and a whole reference, as callers read them in JSON.</summary>
public sealed class MaterialJsonTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions ForReading = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Library _library = new(
    [
        ("notes/brain.md", """
            ---
            title: 城市大脑笔记
            date: 2019-06
            author: 林知远
            tags: [城市大脑]
            source: 城市观察
            description: 一页笔记。
            ---

            # 城市大脑笔记

            先读《治堵札记》，再读条例[2]。

            ## 条例

            为信息系统立法[2][10]。

            ## 参考文献

            [2] 杭州城市大脑赋能城市治理促进条例[Z]. 2021.
            [10] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8
            """),
        ("notes/traffic.md", """
            # 治堵札记

            治堵不是全部，见[城市大脑笔记](brain.md)。

            ## 参考文献

            [1] 陈卫强. 城市大脑的实践与思考[EB/OL]. 人民网, 2019-09-08.
            [2] 林知远. 城市大脑笔记[J]. 城市观察, 2019(6).
            """),
    ]);

    public async ValueTask InitializeAsync() => await _library.UpdateAsync();

    public ValueTask DisposeAsync()
    {
        _library.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_article()
    {
        var article = await _library.Search.GetArticleAsync("notes/brain.md", TestContext.Current.CancellationToken);

        Approval.Verify("article.json", Indented(article, SearchJson.Article));
    }

    [Fact]
    public async Task A_reference_and_the_article_that_is_the_work_itself()
    {
        var article = await _library.Search.GetArticleAsync("notes/traffic.md", TestContext.Current.CancellationToken);
        var shared = await _library.Search.GetReferenceAsync(article.References[0].Id, TestContext.Current.CancellationToken);
        var held = await _library.Search.GetReferenceAsync(article.References[1].Id, TestContext.Current.CancellationToken);

        Approval.Verify("references.json", Indented(shared, SearchJson.Reference) + "\n" + Indented(held, SearchJson.Reference));
    }

    private static string Indented<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(JsonSerializer.SerializeToElement(value, type), ForReading);
}
