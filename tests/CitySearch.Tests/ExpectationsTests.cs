using System.Globalization;
using CitySearch.Searching;
using CitySearch.Searching.Suggestions;
using CitySearch.Snippets;
using CitySearch.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests;

/// <summary>
/// What users of other search tools complain about, and what a reader of Chinese expects instead: one table, indexed and
/// searched as an application does it. All texts of the table are one corpus, so each is found among the others.
/// </summary>
public sealed class ExpectationsTests(ExpectationsTests.Corpus corpus) : IClassFixture<ExpectationsTests.Corpus>
{
    /// <summary>
    /// A query and a text, in which «» enclose exactly what must be highlighted. A text without «» must not be found.
    /// </summary>
    public static TheoryData<string, string> Texts => new()
    {
        // Words are found inside longer words, across word borders, and as single characters.
        { "简单", "安装«简单»，没有复杂的配置" },
        { "处理；工程", "待«处理»；在建«工程»" },
        { "测试", "«测试»工具箱" },
        { "工具", "测试«工具»箱" },
        { "工具箱", "测试«工具箱»" },
        { "段简", "这是一«段简»单的测试文本" },
        { "是一段", "这«是一段»简单的测试文本" },
        { "清华", "«清华»大学" },
        { "花", "河边的«花»开了，桥头的«花»也开了" },
        { "起诉", "检察院提«起诉»讼，也可以不«起诉»" },

        // A phrase in quotes is the literal text only.
        { "\"小化妆\"", "一只«小化妆»包" },
        { "\"工具箱\"", "测试«工具箱»" },
        { "“金砖国家”", "«金砖国家»领导人会晤" },
        { "“金砖国家”", "金砖铺地的国家" },
        { "\"发行费用概算\"", "本次«发行费用概算»如下" },
        { "\"发行费用概算\"", "发行的费用与概算" },
        { "\"中国医学影像技术\"", "中国医学教育技术" },
        { "中国医学影像技术", "«中国医学»教育«技术»" },
        { "\"5G网络\"", "部署«5G网络»" },
        { "\"网络5G\"", "部署5G网络" },
        { "\"国标2019版\"", "采用«国标2019版»" },

        // A question in any order of its words.
        { "告诉我如何写周报", "如何«写周报»：先写结论" },
        { "周报如何写，告诉我", "如何写«周报»：先写结论" },


        // Operators judge the whole text.
        { "招商 AND 公司", "«招商»证券股份有限«公司»" },
        { "招商 -公司", "招商证券股份有限公司" },
        { "招商 -公司", "«招商»与投资" },

        // Never by sound, nor for a shared character.
        { "景点", "这是一部经典" },
        { "本田", "«本田»汽车" },
        { "本田", "本地特产" },

        // What is highlighted is what matched: whole, once a place, and nothing beside it.
        { "大卫", "«大卫»用的虚拟机 a : a : a" },
        { "虚拟机", "大卫用的«虚拟机» a : a : a" },
        { "城市大脑", "杭州的«城市大脑»让城市更聪明，«城市大脑»不是大屏" },
        { "香港", "«香港»貿發局«香港»國際春季燈飾展" },
        { "智慧城市 评价", "《«智慧城市» «评价»模型》" },

        // Script, width and case: the original is highlighted.
        { "國際論壇", "第二届«国际论坛»" },
        { "国际论坛", "第三屆«國際論壇»" },
        { "cim平台", "建设«ＣＩＭ平台»与«CIM平台»" },
        { "ルール", "半角の«ﾙｰﾙ»" },
        { "ガイド", "半角の«ｶﾞｲﾄﾞ»" },
        { "cafe", "街角的«Cafe\u0301»" },
        { "办公室", "市委«辦\uFE00公室»" },
        { "平方", "一百«平方»㎡" },
        { "干燥", "«乾燥»箱" },
        { "𨨏", "元素«𨨏»的符号是Bh" },
        { "恭弘", "作者«恭弘»" },
        { "株式会社", "東京«㍿»" },
        { "大脑", "👨‍👩‍👧‍👦«大脑»🧠" },

        // Numbers in every way of writing them; a name is no number.
        { "2019年", "«二〇一九年»六月印发" },
        { "２０１９年", "«二○一九年»七月印发" },
        { "二〇一九年", "«2019年»八月印发" },
        { "二零一九年", "«２０１９年»九月印发" },
        { "2019", "«二〇一九»年六月印发" },
        { "第36次", "«第三十六次»发展状况统计报告" },
        { "第三十六次", "«第36次»发展状况统计公报" },
        { "第三十六次", "«第 36 次»发展状况统计月报" },
        { "十三五", "“«十三五»”规划纲要" },
        { "13", "“十三五”规划纲要" },
        { "20", "二十大报告" },
        { "2020", "«2020»0101" },

        // Dates in every way of writing them.
        { "二〇一七年四月一日", "«2017年4月1日»设立" },
        { "2017-04-01", "自«二〇一七年四月一日»起施行" },
        { "2017年4月1日", "«2017-04-01»施行" },
        { "2021.11.1", "«２０２１年１１月１日»起施行" },
        { "2017年4月", "«2017年4月»1日设立" },

        // Mixed tokens, whole and by their parts.
        { "t200", "abc-«t200»" },
        { "CCTV-高清", "«CCTV-高清»频道" },
        { "5g", "部署«5G»网络" },
        { "CIM+", "建设«CIM+»应用" },
        { "IPv6", "推进«IPv6»部署" },
        { "IPv6+", "推进«IPv6+»演进" },
        { "C++", "用«C++»编写" },
        { "AI+", "推动«AI+»制造" },
        { "T/CECA-G 0123", "依据«T/CECA-G 0123»评价" },

        // Document and standard numbers: what says the number is highlighted, and no other number.
        { "浙数办发[2019]13号", "印发«浙数办发〔2019〕13号»文件" },
        { "浙数办发〔2019〕13号", "转发«浙数办发（２０１９）013号»文件" },
        { "〔2022〕14号", "贯彻国发«〔2022〕14号»精神" },
        { "国务院令第711号", "公布«国务院令第711号»" },
        { "711号", "公布国务院令第«711号»" },
        { "2019年第12号公告", "见«2019年第12号公告»" },
        { "GB/T 36333—2018", "符合«GB/T 36333-2018»的要求" },
        { "GB/T36333", "符合«GB/T 36333»-2018的要求" },
        { "36333", "符合GB/T «36333»-2018的要求" },
        { "DB3301/T 0273", "发布«DB3301/T0273»-2018" },
        { "0273", "发布DB3301/T«0273»-2018" },
    };

    /// <summary>Spellings of one number, each of which finds all, and what else finds all of them.</summary>
    public static TheoryData<string, string> Numbers => new()
    {
        { "二〇一九年 | 2019年 | ２０１９年 | 二零一九年 | 二○一九年 | 2019 年", "2019" },
        { "二〇一七年四月一日 | 2017年4月1日 | 2017-04-01 | 2017/4/1 | 2017.04.01 | 20170401 | 2017 年 4 月 1 日", "2017年4月" },
        { "第三十六次 | 第36次 | 第 36 次 | 第３６次", "36" },
        { "浙数办发〔2019〕13号 | 浙数办发[2019]13号 | 浙数办发(2019)13号 | 浙数办发（2019）13号 | 浙数办发【2019】13号 | 浙数办发字〔2019〕第13号 | 浙數辦發〔2019〕013號 | 浙数办发〔 2019 〕 13 号", "浙数办发 | 〔2019〕13号" },
        { "国务院令第711号 | 国务院令 第711号 | 国务院令（第711号） | 国务院第711号令 | 國務院令第711號", "711" },
        { "2019年第12号公告 | ２０１９年第１２号公告 | 2019 年第 12 号公告 | 2019年第012号公告", "公告 2019" },
        { "GB 50314-2015 | GB50314-2015 | GB 50314—2015 | GB 50314", "50314" },
        { "GB/T 33356-2016 | GB/T33356-2016 | GB/T 33356—2016 | GB/T 33356–2016 | GB/T 33356－2016 | GB/T 33356‑2016 | GB/T 33356——2016 | GB / T 33356 - 2016 | ＧＢ／Ｔ　３３３５６－２０１６ | gb/t 33356-2016 | GBT 33356-2016 | GB∕T 33356-2016 | GB/T 33356 | GB 33356", "33356" },
        { "GB/T 36625.1-2018 | GB/T36625.1—2018 | GB/T 36625.1 | GB 36625.1", "36625 | 36625.1" },
        { "GB/Z 38649-2020 | GB/Z38649-2020 | GB/Z 38649", "38649" },
        { "DB3301/T 0273-2018 | DB3301/T0273-2018 | DB3301/T 0273—2018 | DB 3301/T 0273-2018 | DB3301/T 0273 | DB3301T 0273-2018", "0273" },
        { "DB31/T 1146-2019 | DB31/T1146-2019 | DB31/T 1146", "1146" },
        { "DB11 1066-2014 | DB11 1066—2014 | DB11 1066", "1066" },
        { "CJJ/T 315-2022 | CJJ/T315-2022 | CJJ/T 315 | CJJ/T 315－2022", "315" },
        { "YD/T 3533-2019 | YD/T3533—2019 | YD/T 3533", "3533" },
        { "JGJ 16-2008 | JGJ16-2008 | JGJ 16—2008", "16" },
        { "T/CECA-G 0123-2021 | T/CECA-G0123-2021 | T/CECA-G 0123—2021 | T/CECA-G 0123 | T / CECA-G 0123-2021", "0123" },
        { "T/CIIA 020-2022 | T/CIIA020—2022 | T/CIIA 020", "020" },
        { "Q/GDW 11612.1-2018 | Q/GDW11612.1-2018 | Q/GDW 11612.1", "11612 | 11612.1" },
        { "ISO 37120:2018 | ISO 37120-2018 | ISO37120:2018 | ISO 37120", "37120" },
        { "ISO/IEC 30182:2017 | ISO/IEC30182-2017 | ISO/IEC 30182", "30182" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_found_and_highlighted_as_a_reader_expects(string query, string marked)
    {
        var response = await corpus.SearchAsync(query);

        var hit = response.Hits.OfType<ArticleHit>().SingleOrDefault(h => h.Path == corpus.PathOf(Plain(marked)));
        var found = hit is null ? Plain(marked) : TestCorpus.Marked(Assert.Single(Assert.Single(hit.Sections).Snippets));
        Assert.Equal(marked, found);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_number_in_any_spelling_finds_it_in_every_spelling(string spellings, string others)
    {
        var texts = spellings.Split(" | ");
        foreach (var query in texts.Concat(others.Split(" | ")))
        {
            var response = await corpus.SearchAsync(query);

            var paths = response.Hits.OfType<ArticleHit>().Select(h => h.Path).ToHashSet();
            Assert.Empty(texts.Where(text => !paths.Contains(corpus.PathOf(Sentence(text)))).Select(text => $"{query} does not find {text}"));
        }
    }

    [Theory]
    [InlineData("本田", "本田汽车")]
    [InlineData("这是一段简单的测试文本", "这是一段简单的测试文本")]
    public async Task The_text_that_holds_all_of_a_query_is_first(string query, string text)
    {
        var response = await corpus.SearchAsync(query);

        Assert.Contains(query, Assert.IsType<ArticleHit>(response.Hits[0]).Sections[0].Snippets[0].Text, StringComparison.Ordinal);
        Assert.Contains(response.Hits.OfType<ArticleHit>(), hit => hit.Path == corpus.PathOf(text));
    }

    [Theory]
    [InlineData("！？……")]
    [InlineData("《》、。")]
    [InlineData("+ - * /")]
    [InlineData("🧠👨‍👩‍👧‍👦")]
    [InlineData("\"\"")]
    [InlineData("   ")]
    public async Task Punctuation_alone_matches_nothing_and_a_message_says_so(string query)
    {
        var response = await corpus.SearchAsync(query);

        Assert.Equal((0, 0), (response.Total, response.Hits.Count));
        Assert.Equal("there is nothing to search for: the query has no word, number or Chinese character", response.Message);
    }

    [Theory]
    [InlineData("迴圈", "循环执行", "迴圈執行", "回圈")]
    [InlineData("檔案", "打开檔案", "檔案夾", "档案馆", "文件")]
    [InlineData("函式", "函式庫", "呼叫函式", "函数")]
    [InlineData("产品", "产品经理", "新产品", "生产品种", "產品", "产量")]
    [InlineData("起诉", "起诉书", "不起诉", "提起诉讼", "起訴", "上诉")]
    public async Task As_many_sections_are_found_as_a_plain_scan_of_the_text_finds(string query, params string[] texts)
    {
        using var sections = new TestCorpus();
        for (var i = 0; i < texts.Length; i++)
        {
            sections.Write($"{(char)('a' + i)}.md", $"{texts[i]}。\n");
        }

        await sections.IndexAsync();
        var response = await sections.SearchAsync(query);

        Assert.Equal(texts.Count(text => TextFolding.Fold(text).Contains(TextFolding.Fold(query), StringComparison.Ordinal)), response.Total);
    }

    [Theory]
    [InlineData("1日游")]
    [InlineData("一日游")]
    public async Task Both_spellings_that_the_thesaurus_joins_are_found_by_either(string query)
    {
        using var trips = new TestCorpus()
            .Write("concepts.yaml", "day-trip:\n  prefLabel: {zh: 一日游}\n  altLabel: [1日游]\n")
            .Write("a.md", "西湖一日游攻略。\n").Write("b.md", "西湖1日游攻略。\n").Write("c.md", "西湖日出。\n");
        await trips.IndexAsync();

        var response = await trips.SearchAsync(query);

        Assert.Equal(["西湖«1日游»攻略。", "西湖«一日游»攻略。"], response.Hits.Cast<ArticleHit>().Select(h => TestCorpus.Marked(h.Sections[0].Snippets[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_phrase_does_not_run_from_a_title_into_the_text()
    {
        using var pages = new TestCorpus().Write("a.md", "# Smart\n\nCity life\n").Write("b.md", "# Town\n\nSmart city\n");
        await pages.IndexAsync();

        Assert.Equal("b.md", Assert.IsType<ArticleHit>(Assert.Single((await pages.SearchAsync("\"smart city\"")).Hits)).Path);
    }

    [Fact]
    public async Task Text_before_the_first_heading_and_pages_without_any_are_found()
    {
        using var pages = new TestCorpus()
            .Write("before.md", "标题之前的序言。\n\n## 第一节\n\n正文。\n")
            .Write("plain.md", "没有标题的一页。\n");
        await pages.IndexAsync();

        var before = Assert.IsType<ArticleHit>(Assert.Single((await pages.SearchAsync("序言")).Hits));
        var plain = Assert.IsType<ArticleHit>(Assert.Single((await pages.SearchAsync("一页")).Hits));

        Assert.Equal(("before.md", 1, "标题之前的«序言»。"), (before.Path, before.Sections[0].Line, TestCorpus.Marked(before.Sections[0].Snippets[0])));
        Assert.Equal(("plain.md", 1, "没有标题的«一页»。"), (plain.Path, plain.Sections[0].Line, TestCorpus.Marked(plain.Sections[0].Snippets[0])));
    }

    [Fact]
    public async Task What_is_returned_is_the_text_as_it_stands()
    {
        const string Text = "ＣＩＭ平台  與「數位孿生」—— 𠮷野家、ｶﾞｲﾄﾞ ﬁne Cafe\u0301 👨‍👩‍👧‍👦 二〇一九年。";
        using var page = new TestCorpus().Write("a.md", Text + "\n");
        await page.IndexAsync();

        foreach (var query in new[] { "数位孪生", "cim", "吉野家", "𠮷野家", "fine", "2019年", "ガイド" })
        {
            foreach (var hit in (await page.SearchAsync(query)).Hits.OfType<ArticleHit>())
            {
                Assert.Equal(Text, hit.Sections[0].Snippets[0].Text);
            }
        }
    }

    [Fact]
    public async Task A_shared_character_alone_is_no_hit_even_where_nothing_better_is()
    {
        using var page = new TestCorpus().Write("a.md", "本地特产，经典景色。\n");
        await page.IndexAsync();

        foreach (var query in new[] { "本田", "景点", "田地" })
        {
            Assert.Empty((await page.SearchAsync(query)).Hits);
        }

        Assert.Single((await page.SearchAsync("本")).Hits);
    }

    /// <summary>A name, what was typed, and the name with «» around what must be marked; without «» it must not be suggested.</summary>
    [Theory]
    [InlineData("王超超", "tt", "王超超")]
    [InlineData("王超超", "wcc", "«王超超»")]
    [InlineData("王超超", "wangchaoch", "«王超超»")]
    [InlineData("排队", "b", "排队")]
    [InlineData("排队", "ai", "排队")]
    [InlineData("排队", "p", "«排»队")]
    [InlineData("周杰伦", "zhoujielun", "«周杰伦»")]
    [InlineData("重庆", "chongqing", "«重庆»")]
    [InlineData("中国银行", "zhongguoyinhang", "«中国银行»")]
    [InlineData("长沙", "changsha", "«长沙»")]
    [InlineData("厦门", "xiam", "«厦门»")]
    [InlineData("会计", "kuaiji", "«会计»")]
    [InlineData("西安", "xi'an", "«西安»")]
    [InlineData("先生", "xi'an", "先生")]
    [InlineData("CCTV-高清", "cctvgq", "«CCTV-高清»")]
    [InlineData("CCTV-高清", "-高清", "CCTV-«高清»")]
    [InlineData("-《高清》", "gao", "-《«高»清》")]
    [InlineData("$$高清", "$$g", "$$«高»清")]
    [InlineData("经典", "景点", "经典")]
    public async Task A_name_is_suggested_by_how_it_is_commonly_read(string name, string typed, string marked)
    {
        using var names = new TestCorpus().Write("a.md", $"---\ntitle: \"{name}\"\n---\n\n正文。\n");
        await names.IndexAsync();

        var suggested = (await names.Services.GetRequiredService<ISuggestionService>().SuggestAsync(typed, 10, TestContext.Current.CancellationToken)).Suggestions;

        Assert.Equal(marked, suggested.Count == 0 ? name : TestCorpus.Marked(new Snippet(suggested[0].Text, suggested[0].Highlights)));
    }

    [Theory]
    [InlineData("景点", "经典")]
    [InlineData("jingdian", "经典")]
    [InlineData("城市大恼", "城市大脑")]
    public async Task Nothing_is_found_by_its_sound(string query, string text)
    {
        using var page = new TestCorpus().Write("a.md", $"无题。\n\n{text}\n");
        await page.IndexAsync();

        Assert.DoesNotContain((await page.SearchAsync(query)).Hits.OfType<ArticleHit>().SelectMany(h => h.Sections).SelectMany(s => s.Snippets), s => TestCorpus.Marked(s).Contains($"«{text}»", StringComparison.Ordinal));
    }

    /// <summary>The texts of both tables, an article each.</summary>
    public sealed class Corpus : IAsyncLifetime
    {
        private readonly TestCorpus _corpus = new();
        private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

        /// <summary>The path of the article that holds a text.</summary>
        public string PathOf(string text) => _paths[text];

        /// <summary>Searches.</summary>
        public Task<SearchResponse> SearchAsync(string query) => _corpus.SearchAsync(query);

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            var texts = Texts.Select(row => Plain(row.Data.Item2)).Concat(Numbers.SelectMany(row => row.Data.Item1.Split(" | ").Select(Sentence)));
            foreach (var text in texts.Distinct(StringComparer.Ordinal))
            {
                // A title that shares no character with any query.
                var path = $"{string.Concat((_paths.Count + 1000).ToString(CultureInfo.InvariantCulture).Select(digit => (char)('k' + digit - '0')))}.md";
                _paths.Add(text, path);
                _corpus.Write(path, text.Replace("+", "\\+", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal) + "\n");
            }

            var report = await _corpus.IndexAsync();
            Assert.Equal(_paths.Count, report.Articles);
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync()
        {
            _corpus.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private static string Plain(string marked) => marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

    private static string Sentence(string number) => $"其中：{number}。";
}
