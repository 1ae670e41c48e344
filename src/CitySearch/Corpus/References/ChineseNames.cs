using System.Buffers;
using CitySearch.Text;

namespace CitySearch.Corpus.References;

/// <summary>Tells Chinese names of persons from other short words.</summary>
/// <remarks>
/// A name is a surname of the common ones and one or two characters more. Words that look like it (云计算, 白皮书, 江苏) are
/// told apart by what no given name holds, and by a list.
/// </remarks>
internal static class ChineseNames
{
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔"
        + "向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍庞申尤毕聂焦齐梅邢左岳骆庄辛管祝柴梁游包蓝柳成欧阳喻符冉谷靳辜凌迟耿牟詹关欧柯盛丛房霍桂司宁滕应艾缪边娄卜屈路车凤霞褚涂单景裴甘卫冀费郎苗项卞简邬巫古时佟"
        + "华麻阮祁全纪晏蒲米来隋舒娄桑鲍池沙阿穆明解仇党席支连宫富郁原元戚卓敖闵习晋匡商国楼苑束鹿匙苟茅尚杭臧訾桑幸占师亓仲竺居步冼揭巩苍粟植揣母隗鄢蔚谌佘修占";

    private static readonly HashSet<string> LongSurnames = new(StringComparer.Ordinal)
    {
        "欧阳", "司马", "诸葛", "上官", "司徒", "东方", "独孤", "南宫", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "轩辕", "申屠", "端木", "呼延", "钟离", "西门", "司空", "濮阳",
    };

    // What no given name holds: particles, and the last characters of the words for things.
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("的了是在和与及或被把从对为等个这那市区县省镇乡街厅局院部委网报刊社所站馆厂店票械机脑据码线路图表书件案例法规则令款项类型式层端口器库池板屏灯桩杆管车站桥港房业务费税价值率度量级款股币债险诉");

    private static readonly SearchValues<char> Particles = SearchValues.Create("的了是在和与及或被把从对为");

    // Words of this field that begin with a surname and are no names.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "江苏", "云南", "安徽", "宁夏", "温州", "常州", "金华", "成都", "武汉", "常熟", "余杭", "萧山", "吴江", "徐州", "郑州", "兰州", "石家庄", "马鞍山", "黄山", "黄石", "安阳", "安庆", "钟祥", "章丘", "龙岩", "梅州", "柳州", "桂林", "桂平",
        "万州", "万宁", "东方", "高雄", "台湾", "南宁", "宁波", "广东", "雄安", "华为", "华东", "华南", "华中", "华北", "金融", "金砖", "金山", "元宇宙", "云计算", "云平台", "云服务", "云原生", "车联网", "居民", "时代", "时评", "时事", "简报", "简介", "简述",
        "解读", "解码", "解析", "向未来", "应急", "应用", "应对", "方案", "方法", "方向", "文化", "文明", "文献", "文件", "文旅", "文物", "成果", "成效", "成长", "明天", "高铁", "高质量", "高校", "高新", "高端", "高峰", "万物", "万象", "全文", "全国", "全球", "全景", "全民", "国务院", "国家", "国外", "国内",
        "国际", "国标", "国网", "国办", "国企", "国资", "国土", "商务", "商业", "关于", "关键", "关注", "常态", "常识", "于都", "任务", "任重道远", "原则", "原理", "原创", "连接", "连通", "支付", "支持", "支撑", "支点", "修订", "尚未", "尚书", "安全", "安防", "安居", "安心", "康养", "温暖", "温度", "白皮书", "白领", "项目", "管理", "管道", "管控", "管廊",
        "石油", "路径", "路由", "路线图", "明确", "明细", "包容", "游戏", "游客", "施工", "施行", "章程", "程序", "沙盘", "米兰", "舒适", "富裕", "师资", "步行", "步伐", "师生", "习惯", "来源", "来信", "都市", "母亲", "房产", "古城", "古镇", "古建", "左右", "边缘计算", "边界", "边疆", "景区", "景观", "易地", "甘肃", "单位", "单元", "单元网格", "支部", "党建", "党务",
        "牛津", "卫星", "卫生", "卫健委", "费用", "祝贺", "何为", "何时", "何处", "何以", "何去何从", "何谓", "凌晨", "钱塘", "西门子", "欧盟", "欧洲", "欧美", "田园", "田野", "林业", "林草", "水利", "海洋", "海绵", "雷达", "龙头", "龙江", "毛利", "顾客", "顾问", "华数", "符号", "谷歌", "宫殿", "索引",
        "武警", "孔雀", "夏季", "夏令营", "冬奥", "秦皇岛", "秦岭", "鲁班", "晋城", "晋江", "冀中", "苏州", "辛集", "幸福", "占比", "莫斯科", "马德里", "巴黎", "罗马", "高德", "高通", "许可", "许可证", "程控", "计划", "申请", "申报", "申城", "谢谢", "和谐", "党史", "史记", "殷墟", "阿里", "阿里云", "穆斯林", "师范",
    };

    /// <summary>Whether a folded text is a name: two to four Han characters, the first or the first two a surname.</summary>
    public static bool IsName(string folded)
    {
        if (!IsShort(folded) || Words.Contains(folded))
        {
            return false;
        }

        var given = folded.Length > 2 && LongSurnames.Contains(folded[..2]) ? 2 : Surnames.Contains(folded[0], StringComparison.Ordinal) && folded.Length <= 3 ? 1 : 0;
        return given > 0 && !folded.AsSpan(given).ContainsAny(NeverInNames);
    }

    /// <summary>Whether a folded text could be a name by its length: two to four Han characters.</summary>
    public static bool IsShort(string folded) => folded.Length is >= 2 and <= 4 && folded.All(EntryText.IsHan) && !Words.Contains(folded);

    /// <summary>Whether a folded text is a name in parts, as foreign and minority names are: 简·雅各布斯, 安东尼·M. 汤森.</summary>
    public static bool IsNameInParts(string folded)
    {
        if (folded.Length is < 3 or > 30 || !folded.Contains('·', StringComparison.Ordinal))
        {
            return false;
        }

        return folded.All(c => EntryText.IsHan(c) || c is '·' or '.' or '-' or ' ' || char.IsAsciiLetter(c))
            && EntryText.IsHan(folded[0])
            && !folded.AsSpan().ContainsAny(Particles)
            && !Array.Exists(folded.Split('·'), part => part.Trim().Length == 0);
    }

    /// <summary>The folded form in which a name is looked at.</summary>
    public static string Fold(string name) => TextFolding.Fold(name);
}
