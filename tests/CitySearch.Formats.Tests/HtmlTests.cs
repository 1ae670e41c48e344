namespace CitySearch.Formats.Tests;

/// <summary>What of a web page is the article.</summary>
public sealed class HtmlTests
{
    [Fact]
    public void What_a_site_puts_around_an_article_is_dropped()
    {
        var article = Fixture.ReadText(
            """
            <html lang="zh"><head><title>夜市的灯 - 街巷网</title>
            <meta property="og:title" content="夜市的灯"><meta property="article:published_time" content="2020-05-06T08:00:00+08:00">
            <meta name="author" content="白露"><link rel="canonical" href="https://www.example.org/yeshi"></head>
            <body><header class="site-header"><a href="/">街巷网</a></header>
            <nav><ul><li><a href="/a">新闻</a></li><li><a href="/b">论坛</a></li></ul></nav>
            <div class="breadcrumb">首页 &gt; 夜市</div>
            <main><article><h1>夜市的灯</h1>
            <p>夜市的灯要亮到十二点，电费由摊主分摊，
            谁家亮得久，谁家多出一点。</p>
            <section id="rules"><h2>规矩</h2><p>十点以后音响要关，炉子可以不熄。<a href="rules.html">全文</a></p></section>
            <h2><a name="lamp"></a>灯</h2><p>灯是街道统一装的，每隔六米一盏。</p>
            <div style="display: none">不该看见的字</div><div class="share-box">分享到：微博 微信</div>
            <script>document.write("广告")</script></article></main>
            <aside><h3>相关阅读</h3><ul><li><a href="/1">早市的秤</a></li></ul></aside>
            <footer>版权所有 街巷网</footer></body></html>
            """,
            "a.html");
        Assert.Equal(
            """
            title: 夜市的灯
            date: 2020-05-06
            authors: 白露
            permalink: https://www.example.org/yeshi
            links: rules.html

            == 夜市的灯
            夜市的灯要亮到十二点，电费由摊主分摊，谁家亮得久，谁家多出一点。

            == 夜市的灯 > 规矩 #rules
            十点以后音响要关，炉子可以不熄。全文

            == 夜市的灯 > 灯 #lamp
            灯是街道统一装的，每隔六米一盏。

            == references

            """,
            Fixture.Print(article),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Without_any_mark_of_the_article_the_place_with_the_paragraphs_is_it()
    {
        var links = string.Concat(Enumerable.Range(1, 30).Select(i => $"<li><a href='{i}.html'>第{i}条相关的新闻标题放在这里</a></li>"));
        var article = Fixture.ReadText(
            $"""
            <body><div class="c1"><ul>{links}</ul></div><div class="c2"><div class="t">河埠头的灯</div><div class="c3">
            <p>旧城沿河有埠头十七处，每处一石阶，阶上有棚，棚下有人下棋。</p><p>去年整治河道，有人主张拆棚，说碍眼；也有人主张留棚，说遮雨。</p>
            <p>街道请两边的人坐下来谈了三次，最后留下十一处，拆去六处。</p></div></div><div class="c4">Copyright 街巷网 ICP备00000000号</div></body>
            """,
            "a.html");
        Assert.Equal(
            "旧城沿河有埠头十七处，每处一石阶，阶上有棚，棚下有人下棋。\n去年整治河道，有人主张拆棚，说碍眼；也有人主张留棚，说遮雨。\n街道请两边的人坐下来谈了三次，最后留下十一处，拆去六处。",
            Assert.Single(article.Sections).Text);
        Assert.Equal(["河埠头的灯"], article.Sections[0].Headings);
    }

    [Fact]
    public void A_short_page_is_read_whole() =>
        Assert.Equal("通知\n今晚停水。", string.Join('\n', Fixture.ReadText("<body><div>通知</div><p>今晚停水。</p></body>", "a.html").Sections.SelectMany(section => section.Headings.Append(section.Text))));

    [Fact]
    public void Lists_tables_and_preformatted_text_keep_their_lines()
    {
        var article = Fixture.ReadText(
            "<h1>表</h1><ol start=3><li>三<li>四</ol><table><tr><th>甲<th>乙<tr><td>1<td>2</table><pre>a  b\n  c</pre><p>一<br>二<br><br>三",
            "a.html");
        Assert.Equal("3. 三\n4. 四\n甲\t乙\n1\t2\na  b\nc\n一\n二\n三", Assert.Single(article.Sections).Text);
    }

    [Fact]
    public void Notes_of_an_encyclopedia_are_references_and_their_marks_citations()
    {
        var article = Fixture.ReadText(
            """
            <body><h1>北关水厂</h1><p>水厂建于一九五八年<sup class="reference"><a href="#cite_note-1">[1]</a></sup>，后来三次扩建<sup><a href="#cite_note-2">[2]</a></sup>。</p>
            <div class="reflist"><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink">^</span> 北关镇志编纂委员会. 北关镇志[M]. 北关: 北关印刷厂, 1991: 57.</li>
            <li id="cite_note-2">此说出自水厂老职工的口述。</li></ol></div></body>
            """,
            "a.html");
        Assert.Equal("水厂建于一九五八年[1]，后来三次扩建[2]。\n[2] 此说出自水厂老职工的口述。", Assert.Single(article.Sections).Text);
        Assert.Equal(["1"], article.Sections[0].CitedLabels);
        Assert.Equal("北关镇志编纂委员会. 北关镇志[M]. 北关: 北关印刷厂, 1991: 57.", Assert.Single(article.References).Reference.Text);
    }

    [Fact]
    public void A_page_that_a_browser_saved_knows_where_it_came_from() =>
        Assert.Equal("https://www.example.org/a.html", Fixture.ReadText("<!DOCTYPE html>\n<!-- saved from url=(0030)https://www.example.org/a.html -->\n<p>正文。", "a.html").Permalink);
}
