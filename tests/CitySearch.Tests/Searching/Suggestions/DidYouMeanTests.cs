using CitySearch.Evaluation;
using CitySearch.Searching;

namespace CitySearch.Tests.Searching.Suggestions;

public sealed class DidYouMeanTests(SampleSuggestions sample)
{
    /// <summary>What was typed, and what was meant.</summary>
    public static TheoryData<string, string> Misspelt => new()
    {
        // Characters that are read the same.
        { "城市大恼", "城市大脑" },
        { "成市大脑", "城市大脑" },
        { "城市大闹", "城市大脑" },
        { "成是大脑", "城市大脑" },
        { "智惠城市", "智慧城市" },
        { "只会城市", "智慧城市" },
        { "数子政府", "数字政府" },
        { "树字政府", "数字政府" },
        { "数字正府", "数字政府" },
        { "数据智理", "数据治理" },
        { "数据要诉", "数据要素" },
        { "顶层设记", "顶层设计" },
        { "丁层设计", "顶层设计" },
        { "一网同管", "一网统管" },
        { "一网通半", "一网通办" },
        { "一往统管", "一网统管" },
        { "网格花管理", "网格化管理" },
        { "电子正务", "电子政务" },
        { "信息孤到", "信息孤岛" },
        { "数字栾生", "数字孪生" },
        { "数字孪声城市", "数字孪生城市" },
        { "新型智会城市", "新型智慧城市" },
        { "雄安新取", "雄安新区" },
        { "公众参于", "公众参与" },
        { "云记算", "云计算" },
        { "物连网", "物联网" },
        { "雪亮公程", "雪亮工程" },
        { "区块连", "区块链" },
        { "人工只能", "人工智能" },
        { "人脸时别", "人脸识别" },

        // Characters that look alike.
        { "城市大垴", "城市大脑" },
        { "城巾大脑", "城市大脑" },
        { "智彗城市", "智慧城市" },
        { "数字政俯", "数字政府" },
        { "数宇政府", "数字政府" },
        { "数据冶理", "数据治理" },
        { "一冈统管", "一网统管" },
        { "顶层没计", "顶层设计" },
        { "智能文通", "智能交通" },
        { "电子玫务", "电子政务" },
        { "信息弧岛", "信息孤岛" },
        { "信息孤鸟", "信息孤岛" },
        { "人工智熊", "人工智能" },

        // Near sounds.
        { "智慧层市", "智慧城市" },
        { "智会设区", "智慧社区" },

        // Missing, doubled and swapped characters.
        { "城市脑", "城市大脑" },
        { "城大市脑", "城市大脑" },
        { "城市大大脑", "城市大脑" },
        { "智慧市城", "智慧城市" },
        { "智慧慧城市", "智慧城市" },
        { "数字府政", "数字政府" },
        { "网格管化理", "网格化管理" },
        { "新智型慧城市", "新型智慧城市" },

        // Pinyin in the place of characters, with and without an error.
        { "zhihuichengshi", "智慧城市" },
        { "zhi hui cheng shi", "智慧城市" },
        { "chengshidanao", "城市大脑" },
        { "chengshidano", "城市大脑" },
        { "chengshidanoa", "城市大脑" },
        { "shuzizhengfu", "数字政府" },
        { "shuzizhenfu", "数字政府" },
        { "dingcengsheji", "顶层设计" },
        { "yiwangtongguan", "一网统管" },
        { "xionganxinqu", "雄安新区" },
        { "xiong'anxinqu", "雄安新区" },
        { "shanzhiguang", "单志广" },

        // English.
        { "smrat city", "smart city" },
        { "smart citty", "smart city" },
        { "digtal twin", "digital twin" },
        { "digital governmnet", "digital government" },
        { "smartcity", "Smart City" },
        { "against the smart ciyt", "against the smart city" },

        // Among other words.
        { "杭州 城市大恼", "杭州 城市大脑" },
        { "城市大恼的建设", "城市大脑的建设" },
        { "杭州 chengshidanao", "杭州 城市大脑" },
        { "什么是智惠城市", "什么是智慧城市" },
        { "數字政俯", "數字政府" },
        { "数字栾生城市", "数字孪生城市" },
        { "杭州城市大恼", "杭州城市大脑" },
        { "网格化管里", "网格化管理" },
        { "城市生命安全工程", "城市生命线安全工程" },
        { "新型智慧城市平价指标", "新型智慧城市评价指标" },
        { "Kitchen 实时城市 全景监狱", "Kitchin 实时城市 全景监狱" },
    };

    /// <summary>Right queries beside the judged ones: of what the corpus holds, of what it does not, questions, numbers, names, foreign words.</summary>
    private static readonly string[] Right =
    [
        "量子计算", "经典", "景点", "本田汽车", "火锅", "足球比赛", "天气预报", "机器翻译", "航空母舰", "新能源汽车补贴", "房价走势", "高考志愿填报",
        "城市更新", "老旧小区改造", "共享单车", "垃圾分类", "城中村", "地铁规划", "轨道交通", "公交优先", "步行友好", "十五分钟生活圈", "城市绿道",
        "智慧公厕", "智慧国家", "智慧机场", "智慧法院", "智慧图书馆", "数字货币", "数字货架", "数字档案", "数据科学", "数据库设计", "数据新闻",
        "云原生", "大模型", "深度学习框架", "知识图谱", "推荐算法", "芯片短缺", "操作系统", "开源软件", "软件定义网络", "量化交易",
        "怎么写年终总结", "如何评价一座城市", "为什么要有红绿灯", "谁提出了智慧地球", "深圳和广州哪个更大", "什么时候发布的", "有哪些城市入选",
        "王国维", "李白", "鲁迅全集", "Jane Jacobs", "Barcelona", "Helsinki", "Toronto Sidewalk", "machine learning", "GDPR", "LoRaWAN", "NB-IoT", "5G", "O2O",
        "GB/T 22239", "国发〔2023〕1号", "第711号", "2035年", "十四五", "ISO 9001", "COVID-19", "C++", "http", "citysearch",
        "城市", "智慧", "大脑", "政府", "数", "网", "a", "IBM", "城市大脑", "城市大脑 杭州", "數字政府", "ＣＩＭ平台",
    ];

    /// <summary>The judged queries of the sample corpus, but for those that are misspelt on purpose, and those above.</summary>
    public static TheoryData<string> Spelt => new(Right.Concat(JudgedDataset.Read(Path.Combine(SampleSuggestions.CorpusPath, "judgements")).Queries.Select(q => q.Text).Except(Misspelt.Select(row => row.Data.Item1))));

    [Theory]
    [MemberData(nameof(Spelt))]
    public async Task A_right_query_is_not_corrected(string query)
    {
        var response = await sample.Corpus.SearchAsync(new SearchRequest(query));

        Assert.Null(response.Suggestion);
    }

    [Fact]
    public void There_are_enough_of_both() => Assert.True(Misspelt.Count >= 60 && Spelt.Count >= 200);

    [Theory]
    [MemberData(nameof(Misspelt))]
    public async Task A_misspelt_query_is_told_what_was_meant(string typed, string meant)
    {
        var response = await sample.Corpus.SearchAsync(new SearchRequest(typed));

        Assert.Equal(meant, response.Suggestion);
    }
}
