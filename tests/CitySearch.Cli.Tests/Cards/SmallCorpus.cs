namespace CitySearch.Cli.Tests.Cards;

/// <summary>Three articles with what makes cards hard: long titles, both languages, shared references, a table, tags without end.</summary>
internal static class SmallCorpus
{
    public static (string Path, string Text)[] Files { get; } =
    [
        ("articles/city-brain.md", """
            ---
            title: 城市大脑：从“数字治堵”到“数字治城”——一座城市的试验与全国的回声
            date: 2019-06-10
            authors: [陈数, 何思源, 欧阳知远]
            tags: [城市大脑, 数字治理, 地方实践, 交通, 人工智能, 数据共享, 政务服务, 城市运营, 条例, 公共数据]
            source: 城市观察
            ---

            # 城市大脑：从“数字治堵”到“数字治城”——一座城市的试验与全国的回声

            ## 一、从红绿灯开始

            城市大脑最早做的事很小：把路口的红绿灯与摄像头连起来，让信号灯自己看车流。半年以后，试点路段的通行时间减少了一成多（见《交通信号优化试验报告（2017）》），于是有人提出“城市大脑”不该只管交通[1]。

            ## 二、谁来建，谁来用

            | 年份 | 事件 | 备注 |
            | --- | --- | --- |
            | 2016 | 城市大脑项目启动 | 只有交通一个场景 |
            | 2018 | 综合版发布 | City Brain 2.0 |

            浙数办发〔2019〕13号要求各设区市推进城市大脑的建设应用[2]。

            ## 参考文献

            [1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8
            [2] 浙江省人民政府办公厅. 浙江省“城市大脑”建设应用行动方案: 浙数办发〔2019〕13号[Z]. 2019.
            [3] Zhang J, Hua X S, Huang J, et al. City brain: practice of large-scale artificial intelligence in the real world[J]. IET Smart Cities, 2019, 1(1): 28-37. https://doi.org/10.1049/iet-smc.2019.0034
            """),
        ("articles/wuzhen.md", """
            ---
            title: 小城镇要不要大脑
            date: 2021
            authors: 沈一川
            tags: [城市大脑, 县域]
            source: 县域观察
            ---

            # 小城镇要不要大脑

            几万人口的镇，也有人来推销城市大脑。先问一句：堵车吗？不堵。那么要大脑做什么？

            ## 参考文献

            [1] 陈卫强.城市大脑的实践与思考.人民网.2019.9.8
            """),
        ("notes/glossary.md", """
            # Glossary

            City Brain (城市大脑): a platform that joins the data of a city's departments; the term was coined in Hangzhou in 2016.
            """),
    ];
}
