using System.Text.RegularExpressions;
using CitySearch.Text;

namespace CitySearch.Corpus.References;

/// <summary>Tells the names of bodies that write and of media that publish from titles.</summary>
/// <remarks>GB/T 7714-2015, 8.1.4: a body stands as author under its full name. It is told by the word it ends in.</remarks>
internal static partial class Organisations
{
    private const int LongestChinese = 40;
    private const int LongestLatin = 90;

    private static readonly string[] BodyEndings =
    [
        "国务院", "人民政府", "市政府", "省政府", "区政府", "县政府", "办公厅", "办公室", "委员会", "常委会", "党委", "省委", "市委", "区委", "县委", "改革委", "发改委", "健康委", "计生委", "卫健委", "国资委", "科工委", "网信办", "中央", "中办", "国办",
        "全国人大", "人大常委会", "政协", "法院", "检察院", "总局", "管理局", "数据局", "统计局", "监管局", "电影局", "能源局", "档案局", "标准局", "规划局", "大数据局", "经信局", "科技局", "公安局", "教育局", "财政局", "民政局", "建设局", "城管局", "信息化局", "税务局", "监督局", "资源局", "发展局", "服务局", "建设厅", "经信厅", "信息化厅",
        "科技厅", "财政厅", "公安厅", "教育厅", "民政厅", "商务厅", "资源厅", "环境厅", "旅游厅", "卫生厅", "司法厅", "教育部", "财政部", "科技部", "公安部", "民政部", "司法部", "商务部", "水利部", "住建部", "工信部", "建设部", "信息化部", "运输部", "资源部", "环境部", "农村部", "旅游部", "保障部", "技术部", "农业部", "外交部", "国防部",
        "铁道部", "卫生部", "文化部", "宣传部", "组织部", "统战部", "指挥部", "国土部", "环保部", "人社部", "交通部", "研究院", "科学院", "工程院", "信通院", "设计院", "规划院", "行政学院", "党校", "研究所", "研究中心", "研究会", "信息中心", "数据中心", "服务中心", "指导中心", "推进中心", "管理中心", "网络中心", "发展中心", "评估中心", "大学", "学院",
        "协会", "学会", "联合会", "联盟", "理事会", "公司", "集团", "银行", "实验室", "基金会", "编写组", "课题组", "编委会", "项目组", "专家组", "工作组", "领导小组", "智库", "咨询", "事务所", "图书馆", "档案馆", "博物馆", "联合国", "世卫组织", "欧盟委员会", "评论员", "记者", "通讯员", "部委", "标准委", "标委会", "编辑部", "人民银行", "编办",
    ];

    // What titles that end in a body's name say of it.
    private static readonly string[] Deeds =
    [
        "推进", "加快", "打造", "走进", "助推", "推动", "成立", "揭牌", "启动", "出台", "关于", "解读", "如何", "什么", "亮相", "入选", "走向", "迈向", "落户", "的", "了", "印发", "发布", "探索", "构建", "支撑", "赋能", "为何", "访", "看", "让", "建成", "牵手", "携手", "签约", "转发", "批转",
    ];

    private static readonly string[] MediaEndings =
    [
        "日报", "晚报", "早报", "晨报", "时报", "商报", "周报", "学报", "快报", "导报", "青年报", "建设报", "科技报", "电子报", "信息报", "经济报", "法制报", "法治报", "工人报", "教育报", "政府报", "文汇报", "参考报", "观察报", "邮电报", "交通报", "证券报", "周刊", "月刊", "季刊", "双月刊", "半月刊", "杂志", "期刊", "学刊", "网", "在线", "新闻网",
        "新华社", "中新社", "通讯社", "报社", "电视台", "广播电台", "客户端", "公众号", "微信", "微博", "头条", "头条号", "出版社", "出版集团", "书局", "书店", "印书馆", "出版公司", "百科", "论坛", "频道", "博客", "知乎", "搜狐", "新浪", "网易", "腾讯", "凤凰网", "澎湃新闻", "求是", "半月谈",
    ];

    // These end in 网 and are no sites.
    private static readonly string[] Networks =
        ["联网", "外网", "内网", "专网", "张网", "电网", "管网", "路网", "物联网", "车联网", "域网", "天网", "光网", "入网", "上网", "组网", "触网", "千兆网", "一网"];

    // Words that begin or make up titles of works in this field, in Latin letters.
    private static readonly HashSet<string> TitleWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "how", "why", "what", "towards", "toward", "building", "understanding", "against", "smart", "digital", "urban", "city", "cities", "big", "data", "smarter", "intelligent", "sustainable", "internet", "governing", "planning", "introduction", "handbook", "review",
        "guide", "report", "strategy", "plan", "vision", "framework", "beyond", "from", "on", "is", "are", "artificial", "machine", "cloud", "open", "platform", "things",
    };

    /// <summary>Whether a text names a body, or several parted by 、, commas and spaces.</summary>
    public static bool AreBodies(string text)
    {
        var parts = text.Split(['、', ',', '，', ' ', '\u3000', ';', '；'], StringSplitOptions.RemoveEmptyEntries);
        return IsLatinBody(text)
            || (parts.Length is > 0 and <= 12 && Array.Exists(parts, IsBody) && Array.TrueForAll(parts, part => IsBody(part) || (parts.Length > 1 && IsOffice(part))));
    }

    /// <summary>Whether a text names one body in Chinese.</summary>
    public static bool IsBody(string text)
    {
        if (text.Length is < 2 or > LongestChinese)
        {
            return false;
        }

        var folded = TextFolding.Fold(WithoutOthers(text)).Trim();
        return folded.Length >= 2
            && folded.All(c => EntryText.IsHan(c) || char.IsAsciiLetterOrDigit(c) || c is '(' or ')' or '·')
            && EntryText.IsHan(folded[^1])
            && !(folded.StartsWith("建设", StringComparison.Ordinal) && !folded.StartsWith("建设部", StringComparison.Ordinal))
            && Array.Exists(BodyEndings, ending => folded.EndsWith(ending, StringComparison.Ordinal))
            && !Array.Exists(Deeds, deed => folded.Contains(deed, StringComparison.Ordinal));
    }

    // Beside a body in a list: 中央网信办秘书局.
    private static bool IsOffice(string part) =>
        part.Length is > 3 and <= 20 && part.All(EntryText.IsHan) && part[^1] is '局' or '部' or '厅' or '廳' or '委' or '办' or '辦' or '处' or '處' or '院' or '所' or '会' or '會' or '组' or '組'
        && !Array.Exists(Deeds, deed => TextFolding.Fold(part).Contains(deed, StringComparison.Ordinal));

    /// <summary>
    /// Whether a text names one body in Latin letters: capitalised words, one of them what bodies are called, or capitals
    /// alone (WHO).
    /// </summary>
    public static bool IsLatinBody(string text) => text.Length is >= 2 and <= LongestLatin && LatinBody().IsMatch(text) && !StartsLikeTitle(text);

    /// <summary>Whether a text in Latin letters can be a name: capitalised words that begin no title of this field.</summary>
    public static bool IsLatinName(string text) => text.Length is >= 2 and <= LongestLatin && LatinName().IsMatch(text) && !StartsLikeTitle(text);

    /// <summary>Whether a text names a newspaper, journal, site, publisher or the like.</summary>
    public static bool IsMedium(string text)
    {
        if (text.Length is < 2 or > LongestLatin)
        {
            return false;
        }

        var folded = TextFolding.Fold(text.Trim('《', '》', ' '));
        return folded.Length <= 25 && folded is not ("在线" or "论坛" or "期刊" or "杂志") && Array.Exists(MediaEndings, ending => folded.EndsWith(ending, StringComparison.Ordinal))
            ? !Array.Exists(Networks, network => folded.EndsWith(network, StringComparison.Ordinal)) && !folded.Contains('的', StringComparison.Ordinal)
            : LatinMedium().IsMatch(folded);
    }

    /// <summary>A body's name without «and others»: 国家发展改革委等八部委 is 国家发展改革委 and seven more.</summary>
    public static string WithoutOthers(string text)
    {
        var match = Others().Match(text);
        return match.Success && match.Index > 1 ? text[..match.Index] : text;
    }

    private static bool StartsLikeTitle(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && (TitleWords.Contains(words[0]) || TitleWords.Contains(words[^1]));

    [GeneratedRegex("等(?:[0-9一二三四五六七八九十百]{1,3})?(?:个)?(?:部委|部门|部門|单位|單位|机构|機構|部|委|家)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(
        @"^(?=(?:[\p{Lu}&][\p{L}.'’&-]{0,30}|of|for|and|the|on|in|de|des)(?: (?:[\p{Lu}&][\p{L}.,'’&-]{0,30}|of|for|and|the|on|in|de|des)){1,11}$)(?:.{0,90}\b)?(?:Organi[sz]ation|University|Institute|Department|Ministry|Commission|Bank|Council|Agency|Committee|Association|Foundation|Union|Nations|Group|Inc|Ltd|Corporation|Company|Cent(?:er|re)|Laborator(?:y|ies)|Office|Government|Academy|Society|Administration|Authority|Forum|Consortium|Parliament|Bureau|Secretariat|Programme|College|School|Alliance|Board|Team|Habitat)\b"
        + @"|^(?:IBM|WHO|OECD|ITU|ISO|IEC|IEEE|BSI|UN|UNESCO|UNDP|NIST|ETSI|SAP|HUD|GSMA|IDC|CISCO|EU|WEF|ITU-T|UN-Habitat|Gartner|McKinsey(?: & Company)?|Deloitte|Cisco|Siemens|Huawei|Alibaba|Tencent|Arup|Accenture|Forrester|PwC|KPMG)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LatinBody();

    [GeneratedRegex(@"^[\p{Lu}][\p{L}.'’&-]{0,30}(?: (?:[\p{Lu}&][\p{L}.'’&-]{0,30}|of|for|and|the|on|de)){0,7}$", RegexOptions.CultureInvariant)]
    private static partial Regex LatinName();

    [GeneratedRegex(@"^(?:the )?(?:[a-z]{2,20} ){0,4}(?:journal|proceedings|transactions|annals|bulletin) (?:of|on) |^(?:ieee|acm) |(?:^|[ -])(?:press|journal|times|news|daily|publishers?|publishing|magazine|wikipedia)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LatinMedium();
}
