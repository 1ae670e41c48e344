using CitySearch.Concepts;
using CitySearch.Searching;
using CitySearch.Searching.Language;

namespace CitySearch.Tests.Searching.Language;

/// <summary>Every operator and field over a few articles whose hits can be told by reading them.</summary>
public sealed class OperatorsTests(OperatorsTests.Corpus corpus) : IClassFixture<OperatorsTests.Corpus>
{
    private const string Law = "ref:关于促进智慧城市健康发展的指导意见";
    private const string Practice = "ref:城市大脑的实践与思考";
    private const string Standard = "ref:城市数据大脑建设管理规范";
    private const string Brain = "ref:Smart brain of the city";

    /// <summary>Queries and what they find: the names of articles, and references by title.</summary>
    public static TheoryData<string, string[]> Found => new()
    {
        // Both anywhere in the article, either, and not.
        { "招商 AND 公司", ["securities", "invest"] },
        { "招商 -公司", ["port"] },
        { "招商 NOT 公司", ["port"] },
        { "招商 AND NOT 公司", ["port"] },
        { "+招商 -公司", ["port"] },
        { "招商 OR 红绿灯", ["securities", "invest", "port", "brain"] },
        { "招商 AND (港口 OR 证券)", ["securities", "port"] },
        { "招商 AND 港口 OR 红绿灯", ["port", "brain"] },
        { "(招商 证券) AND 港口", ["port"] },
        { "-招商 kind:article", ["brain", "guide", "survey"] },
        { "-(招商 OR 城市大脑) kind:article", ["survey"] },
        { "+招商 +港口", ["port"] },
        { "+港口 招商", ["port"] },
        { "港口 OR 没有这个词", ["port"] },
        { "招商 AND 没有这个词", [] },

        // A phrase stands literally, or a little apart, in any section.
        { "\"招商证券\"", ["securities"] },
        { "\"证券招商\"", [] },
        { "\"招商 公司\"", [] },
        { "\"招商 公司\"~6", ["securities", "invest"] },
        { "\"招商\" \"公司\"", ["securities", "invest"] },
        { "「招商证券」", ["securities"] },
        { "-\"招商证券\" 招商", ["invest", "port"] },

        // Fields of text.
        { "title:城市大脑", ["brain", Practice] },
        { "标题：城市", ["brain", "guide", Law, Practice, Standard] },
        { "标题：城市 类型：文章", ["brain", "guide"] },
        { "title:\"智慧城市建设\"", ["guide"] },
        { "title:(城市 指南)", ["guide"] },
        { "title:(港口 OR 指南)", ["port", "guide"] },
        { "title:指*", ["guide", Law] },
        { "title:smart*", [Brain] },
        { "heading:评价", ["guide"] },
        { "章节：红绿灯", ["brain"] },
        { "heading:城市大脑", [] },

        // Fields of values: exactly, folded, or a part.
        { "author:单志广", ["guide"] },
        { "author:單志廣", ["guide"] },
        { "author:单", ["guide", "survey"] },
        { "作者：单* ", ["guide", "survey"] },
        { "author:单志光~1", ["guide"] },
        { "author:mattern", ["brain"] },
        { "author:matt", [] },
        { "author:matt*", ["brain"] },
        { "source:人民网", ["guide", Practice] },
        { "source:人民", ["guide", "survey", Practice] },
        { "tag:城市大脑", ["brain"] },
        { "标签:城市", ["brain", "guide"] },
        { "tag:智慧城市 -author:单志广", [] },

        // Time.
        { "year:2019", ["guide", Practice] },
        { "年份：2018..2019", ["guide", "survey", Practice, Standard] },
        { "year:2020..", ["brain", "securities"] },
        { "year:..2014", [Law] },
        { "year:<2018", ["port", Law] },
        { "date:2019-06", ["guide"] },
        { "date:>=2018-12", ["brain", "guide", "securities", "survey", Practice, Standard] },
        { "date:2018-12-30", ["survey", Standard] },
        { "日期：>2019-06-10", ["brain", "securities", Practice] },
        { "date:2017", ["port"] },
        { "-year:1900.. kind:article", ["invest"] },

        // Numbers in all spellings, whole and in part.
        { "no:DB3301/T0273-2018", ["brain", Standard] },
        { "no:\"DB3301/T 0273—2018\"", ["brain", Standard] },
        { "no:DB3301/T0273", ["brain", Standard] },
        { "文号：0273", ["brain", Standard] },
        { "文号：273", [] },
        { "文号：浙数办发〔2019〕13号", ["guide"] },
        { "no:浙数办发[2019]13号", ["guide"] },
        { "no:浙数办发", ["guide"] },
        { "no:GB/T36333-2018", [] },

        // What is cited, and who cites it.
        { "cites:城市大脑的实践与思考", ["brain", "guide", Practice] },
        { "引用：实践", ["brain", "guide", Practice] },
        { "cites:DB3301/T0273-2018", ["brain"] },
        { "cites:健康发展", ["guide", Law] },
        { "cites:港口", [] },

        // Kind, path and folder.
        { "kind:reference", [Law, Practice, Standard, Brain] },
        { "类型：文献 城市大脑", [Practice, Standard] },
        { "path:notes/", ["port", "survey"] },
        { "path:notes/2017", ["port"] },
        { "路径：*/sur*.md", ["survey"] },
        { "path:*ar*", ["brain", "guide", "invest", "securities"] },
        { "folder:notes", ["port", "survey"] },
        { "folder:2017", ["port"] },
        { "文件夹：notes/2017", ["port"] },

        // Beginnings and fuzzy words.
        { "红绿*", ["brain"] },
        { "sma*", [Brain] },
        { "sma* kind:article", [] },
        { "brian~", [Brain] },
        { "brian~1", [Brain] },
        { "brxxn~1", [] },
        { "brxxn~2", [Brain] },
        { "招商证卷~", ["securities"] },
        { "红路灯~", ["brain"] },
        { "红灯绿~", ["brain"] },

        // All together, and what asks for nothing.
        { "智慧城市 year:2019 -kind:reference", ["guide"] },
        { "城市大脑 author:单", ["guide"] },
        { "招商 \"，\"", ["securities", "invest", "port"] },
        { "招商 AND ，", ["securities", "invest", "port"] },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public async Task A_query_finds_exactly_what_it_asks_for(string query, string[] found)
    {
        var response = await corpus.SearchAsync(query);

        Assert.Equal(found.Order(StringComparer.Ordinal), response.Hits.Select(Name).Order(StringComparer.Ordinal));
        Assert.Equal(found.Length, response.Total);
        Assert.Equal(QueryLanguage.Parse(query), response.Understood!.Tree);
        Assert.Equal(response.Hits.Select(Name), (await corpus.SearchAsync(response.Understood.Text)).Hits.Select(Name));
    }

    /// <summary>Filters and what they leave of everything.</summary>
    public static TheoryData<string, string, string[]> Filtered => new()
    {
        { "year", "2018..2019", ["guide", "survey", Practice, Standard] },
        { "年份", ">=2020", ["brain", "securities"] },
        { "date", ">=2018-12", ["brain", "guide", "securities", "survey", Practice, Standard] },
        { "日期", "2019-06", ["guide"] },
        { "author", "单", ["guide", "survey"] },
        { "作者", "单志广", ["guide"] },
        { "AUTHOR", "單志廣", ["guide"] },
        { "source", "人民网", ["guide", Practice] },
        { "来源", "人民*", ["guide", "survey", Practice] },
        { "tag", "城市大脑", ["brain"] },
        { "title", "城市大脑", ["brain", Practice] },
        { "heading", "评价", ["guide"] },
        { "no", "DB3301/T 0273-2018", ["brain", Standard] },
        { "cites", "城市大脑的实践与思考", ["brain", "guide", Practice] },
        { "kind", "文献", [Law, Practice, Standard, Brain] },
        { "path", "notes/*", ["port", "survey"] },
        { "folder", "notes", ["port", "survey"] },
        { "tag", "没有", [] },
    };

    [Theory]
    [MemberData(nameof(Filtered))]
    public async Task A_filter_by_any_field_keeps_exactly_its_hits_and_their_scores(string name, string value, string[] kept)
    {
        var all = await corpus.SearchAsync("城市 OR 招商 OR 港口 OR 调查 OR smart");
        var filtered = await corpus.SearchAsync(new SearchRequest("城市 OR 招商 OR 港口 OR 调查 OR smart") { Top = 1000, Filters = [new(name, value)] });

        Assert.Equal(10, all.Total);
        Assert.Equal(kept.Order(StringComparer.Ordinal), filtered.Hits.Select(Name).Order(StringComparer.Ordinal));
        Assert.Equal(all.Hits.Where(h => kept.Contains(Name(h))).Select(h => (h.Id, h.Score)), filtered.Hits.Select(h => (h.Id, h.Score)));
    }

    [Theory]
    [InlineData("colour", "red", "there is no filter colour; use one of kind, year, tag, author, source, folder, title, heading, date, no, cites, path, concept")]
    [InlineData("year", "soon", "the filter year cannot be soon; write a year or date as 2019, 2016..2019, >=2018-12 or 2019-06-10")]
    [InlineData("日期", "昨天", "the filter 日期 cannot be 昨天; write a year or date as 2019, 2016..2019, >=2018-12 or 2019-06-10")]
    public async Task A_filter_that_there_is_not_says_what_there_is(string name, string value, string message)
    {
        var refused = await Assert.ThrowsAsync<SearchRequestException>(() => corpus.SearchAsync(new SearchRequest("城市") { Filters = [new(name, value)] }));

        Assert.Equal(message, refused.Message);
    }

    [Theory]
    [InlineData("智慧城市 author:单志广", "智慧城市", "author", "单志广")]
    [InlineData("智慧城市 year:2018..2019", "智慧城市", "year", "2018..2019")]
    [InlineData("城市大脑 -kind:reference", "城市大脑", "kind", "article")]
    public async Task A_field_restricts_as_a_filter_does_and_leaves_the_scores_of_the_words(string query, string words, string name, string value)
    {
        var restricted = await corpus.SearchAsync(query);
        var filtered = await corpus.SearchAsync(new SearchRequest(words) { Top = 1000, Filters = [new(name, value)] });

        Assert.NotEmpty(filtered.Hits);
        Assert.Equal(filtered.Hits.Select(h => (h.Id, h.Score)), restricted.Hits.Select(h => (h.Id, h.Score)));
    }

    [Fact]
    public async Task A_query_of_filters_alone_shows_the_latest_first_where_nothing_is_cited_more()
    {
        using var dated = new TestCorpus();
        foreach (var (name, date) in new[] { ("b", "2019-06-10"), ("a", "2019-06-11"), ("d", "2017"), ("c", "2018-01-31") })
        {
            dated.Write($"{name}.md", $"---\ndate: {date}\nauthor: 单志广\n---\n\n# 第{name}篇\n\n正文。\n");
        }

        dated.Write("none.md", "---\nauthor: 单志广\n---\n\n# 没有日期\n\n正文。\n");
        await dated.IndexAsync();

        var response = await dated.SearchAsync("author:单志广");

        Assert.Equal(["a.md", "b.md", "c.md", "d.md", "none.md"], response.Hits.Select(h => h.Id));
        Assert.All(response.Hits.OfType<ArticleHit>(), hit => Assert.Equal("正文。", TestCorpus.Marked(Assert.Single(hit.Sections).Snippets[0])));
    }

    /// <summary>Queries and what they highlight in an article's shown sections.</summary>
    public static TheoryData<string, string, string[]> Highlighted => new()
    {
        // The sections shown are those that hold most of what is asked.
        { "招商 AND 公司", "invest", ["«招商»引资，成立«公司»。"] },
        { "招商 AND 公司", "securities", ["«招商»证券股份有限«公司»。"] },
        { "+码头 招商", "port", ["证券与«码头»。"] },
        { "\"招商证券\" 公司", "securities", ["«招商证券»股份有限«公司»。"] },
        { "heading:评价", "guide", ["指标与方法。"] },

        // What is excluded is never highlighted; a phrase only as a whole.
        { "码头 -公司", "port", ["证券与«码头»。"] },
        { "\"招商引资\"", "invest", ["«招商引资»，成立公司。"] },
        { "\"招商 公司\"~6", "invest", ["«招商»引资，成立«公司»。"] },

        // A beginning and a fuzzy word mark what stands there.
        { "红绿*", "brain", ["«红绿»灯由城市大脑指挥。"] },
        { "红路灯~", "brain", ["«红绿灯»由城市大脑指挥。"] },
        { "红绿登~", "brain", ["«红绿灯»由城市大脑指挥。"] },
        { "文号：DB3301/T0273", "brain", ["依据«DB3301/T 0273»-2018。"] },
    };

    [Theory]
    [MemberData(nameof(Highlighted))]
    public async Task The_sections_and_highlights_are_those_of_what_was_asked(string query, string article, string[] marked)
    {
        var response = await corpus.SearchAsync(query);

        var hit = Assert.Single(response.Hits.OfType<ArticleHit>(), h => Name(h) == article);
        Assert.Equal(marked, hit.Sections.Select(s => TestCorpus.Marked(s.Snippets[0])));
    }

    [Theory]
    [InlineData("招商")]
    [InlineData("智慧城市 评价")]
    public async Task Plain_words_are_understood_as_such(string query) => Assert.Null((await corpus.SearchAsync(query)).Understood);

    [Theory]
    [InlineData("\"，\" -！")]
    [InlineData("（） AND 。")]
    [InlineData("\"…\"")]
    public async Task Operators_over_marks_alone_ask_for_nothing(string query)
    {
        var response = await corpus.SearchAsync(query);

        Assert.Equal((0, "there is nothing to search for: the query has no word, number or Chinese character"), (response.Total, response.Message));
    }

    [Fact]
    public async Task A_word_that_an_operator_asks_for_may_stand_under_its_other_labels_and_a_quoted_or_excluded_one_may_not()
    {
        using var trips = new TestCorpus();
        trips.Write("concepts.yaml", "day-trip:\n  prefLabel: {zh: 一日游}\n  altLabel: [1日游]\n")
            .Write("a.md", "# 甲\n\n西湖一日游攻略。\n").Write("b.md", "# 乙\n\n西湖1日游攻略。\n").Write("c.md", "# 丙\n\n西湖夜景。\n");
        await trips.IndexAsync();
        Assert.Null(trips.Services.GetService(typeof(ThesaurusFile)) is ThesaurusFile file ? file.LastError : null);

        Assert.Equal(["a.md", "b.md"], await Ids("西湖 AND 1日游"));
        Assert.Equal(["a.md"], await Ids("西湖 AND \"一日游\""));
        Assert.Equal(["b.md", "c.md"], await Ids("西湖 -一日游"));

        async Task<IEnumerable<string>> Ids(string query) => (await trips.SearchAsync(query)).Hits.Select(h => h.Id).Order(StringComparer.Ordinal);
    }

    private static string Name(SearchHit hit) => hit is ArticleHit article ? Path.GetFileNameWithoutExtension(article.Path) : $"ref:{hit.Title}";

    /// <summary>The articles.</summary>
    public sealed class Corpus : IAsyncLifetime
    {
        private readonly TestCorpus _corpus = new();

        /// <summary>Searches.</summary>
        public Task<SearchResponse> SearchAsync(string query) => _corpus.SearchAsync(query);

        /// <summary>Searches.</summary>
        public Task<SearchResponse> SearchAsync(SearchRequest request) => _corpus.SearchAsync(request);

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            _corpus
                .Write("articles/securities.md", "---\ntitle: 券商\ndate: 2021-03-01\n---\n\n# 券商\n\n招商证券股份有限公司。\n\n## 其他\n\n招商的消息。\n")
                .Write("articles/invest.md", "---\ntitle: 引资\n---\n\n# 引资\n\n## 做法\n\n招商引资，成立公司。\n\n## 后来\n\n公司的后来。\n")
                .Write("notes/2017/port.md", "---\ntitle: 港口\ndate: 2017\n---\n\n# 港口\n\n港口的招商。\n\n## 别处\n\n证券与码头。\n")
                .Write("articles/brain.md", "---\ntitle: 城市大脑\ndate: 2020-01-05\nauthors: [Mattern S]\ntags: [城市大脑]\n---\n\n# 城市大脑\n\n## 红绿灯\n\n红绿灯由城市大脑指挥。\n\n## 标准\n\n依据DB3301/T 0273-2018。\n\n## 参考文献\n\n[1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8\n[2] DB3301/T 0273-2018 城市数据大脑建设管理规范.2018.12.30\n[3] Kitchin R. Smart brain of the city[J]. Journal of Cities.\n")
                .Write("articles/guide.md", "---\ntitle: 智慧城市建设指南\ndate: 2019-06-10\nauthors: [单志广]\ntags: [智慧城市]\nsource: 人民网\n---\n\n# 智慧城市建设指南\n\n智慧城市与城市大脑。印发浙数办发〔2019〕13号。\n\n## 评价\n\n指标与方法。\n\n## 参考文献\n\n[1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8\n[2] 国家发展改革委.关于促进智慧城市健康发展的指导意见.2014.8.27\n")
                .Write("notes/survey.md", "---\ntitle: 调查\ndate: 2018-12-30\nauthors: [单某]\nsource: 人民网研究院\n---\n\n# 调查\n\n调查的结果。\n");
            Assert.Equal((6, 4), (await _corpus.IndexAsync()) is var report ? (report.Articles, report.References) : default);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            _corpus.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
