using System.Collections.Frozen;

namespace CitySearch.Searching.Suggestions;

/// <summary>
/// Characters that are mistaken for one another by their shape, whether by hand, by the eye or by a scanner: 己 for 已, 末 for 未. Folded
/// characters alone. The groups name what is common in Chinese writing; they are not meant to be complete.
/// </summary>
internal static class SimilarShapes
{
    private const string Groups =
        "临监 乌鸟 交文 能熊 买卖 予矛 五互 亘互 亨享 享亭 人入 今令 仓仑 仔仟 仟什 仰迎 优忧 伦论 伴件 伸申 依衣 侯候 信住佳 俭检 倦卷 "
        + "停亭 僚缭 元完 元无 八入 兵乓乒 兹磁 军库 农衣 冻炼 凭赁 划刘 初衣 券卷 刺剌 办协 劵券 势热 势趋 募墓 募幕 勾句 匠医 "
        + "匹区 医匹 千干于 卖实 南喃 南献 博搏 卧臣 卯卵 印卯 即郎 卸御 卿乡 历厂 历厉 厉励 压厌 厩既 只职 台合 各名 君群 呕区 "
        + "命令 和合 咬较 哀衰衷 哪那 唇辰 唾睡 商摘 喇刺 喧宣 噪燥 圈卷 土士 坂板 坊防 坏环还 坯坏 垄笼 垣恒 域城 堀掘 壁璧臂 "
        + "处外 备条 复夏 夏厦 大太犬 天夫 奄电 妨防 娇轿 娜那 嫡滴 孑孓子 字宇学 孤狐弧 宁字 宁宇 完宗 宗崇 宙由 宛官 实买 宠庞 "
        + "客各 宣宜 宦官 宫官 容客 容溶 宾兵 密蜜 察蔡 寮僚 导异 寿筹 尤优 层屡 履复 岖驱 岛鸟 崇祟 崛掘 川州 巨区 己已巳 币市 "
        + "市巾布 帛棉 帮邦 平乎手 幼幻 幽幼 广厂 庄压 庆厌 序予 库车 应庄 底低抵 店占 府俯 庞龙 庭廷 庵俺 廊郎 延廷 建健 建律 "
        + "弟第 弦玄 彻撤 征证 待侍持特 律津 徒徙 循偱 徵微 徵徽 德得 徽微 心必 忌志 忘志 忠志 怀坏 怀环 态志 怔征 恃侍 恒桓 恣志 "
        + "恨很 息思 恼脑 惩征 愎复 感咸 感惑 慈磁 慧彗 戊戌戍成 戎戒 或咸 战占 房放 执势 扰忧 扳板 技枝 抑仰 抓爪 抗杭航坑 抠枢 "
        + "抡轮 抢枪 报服 押甲 抽油 拆折析 拌伴 拒巨 拢龙 拣捡检险 拣炼 拨拔 拳卷 挚执 挪那 振震 挺廷 据剧锯居 掐陷 掘倔 掩俺 搔骚 "
        + "摘滴 摩磨魔 摸模漠 撒撤 撤散 撩僚 擦察 支肢 收牧 改攻 攻收 放防 政改 政玫 政证 效郊 敌故 敢散 散撒 数教 整征 斥斤 无天 "
        + "旡无 既即 日曰目 晓烧 晨辰 智知 暨既 暮幕墓慕 木本术 末未 条务 杯怀 杼予 板版 极板 析柝 枚牧 枳职 柔矛 柳抑 栈钱 栋冻 "
        + "栋炼 校效 样羊 根跟 栽载裁戴 桥侨骄 桥轿 梁粱 梯弟 棉绵 棺管 概慨溉 概既 榕溶 欧殴 残线 沁心 沟购构 沦论轮 沧抢 治冶 "
        + "洋样 洲州 浅线 浅钱 浇翘 浓农 涛寿 淙综 深探 淹俺 清情请 渊深 湖糊 溉既 溢益 滋磁 滥监 滨宾 潦僚 炫弦 炬巨 点店 炼练 "
        + "炽织 烧浇 焰陷 熔溶 燥躁操澡 爪瓜 爵即 牢宇 物勿 犹优 狠很 狼狠 狼郎 玄幻 王玉主 理埋 琛深 瓦互 由田甲申 畜蓄 症证 "
        + "白自百 益盆 盏盘 盐盘 监坚 盗盔 盘盗 盘般 盛威 盟监 看着 眩炫 睛晴情 睡捶 瞭撩 矛茅 矩距 神伸 祥样 秘密 稳隐 竖坚 竖紧 "
        + "站占 竞竟 竪竖 竭揭渴 笼拢 等筹 管宫 管菅官 篮监 籍藉 粘站 粟栗 粮粱 粽综 糍磁 紧坚 级极 纪级 线钱 绊拌 绑帮 绕挠 "
        + "络洛骆 绞胶 综棕 缚博 缷卸 网冈纲刚 群郡 职织识积帜 联取 股服 胡湖 胶校 脸险 腱建 腹复 膜模 臣巨 舒予 航般 般服 舰般 "
        + "船般 艇挺 芯蕊 苏办 菜采 蓉容 蓝监 蓝篮 薄簿 虫虽 融隔 行街 衔衍 街衔 衡衔 表衣 表衷 袖抽 裁截 裙群 覆复 规视 计汁 "
        + "训圳 训川 记纪 设没役 诗侍 诞延 详样 谊宜 败收 货贷贸 贫贪 贱线 贱践 贵责 贷代 赖懒 赢羸嬴 赴赵 起赶 趁起 超起 超趋 "
        + "趋趁 距巨 践线栈 跷翘 踪综 蹈踏 轨执 轴抽 较校 辟僻 辨辩辫瓣 辱辰 辽疗 迎迥 返板 进近 远运 违连 迪由 迫追 逐遂 遁循 "
        + "遣遗 避壁 那邦 郊交 郎朗 酬州 采彩 采釆 锦棉 键健 镣僚 门们 闪问 问向 问间闲 阅阔 阮院 防仿访纺 阴阳 际标 陆陈 陈阵 "
        + "降隆 陡徒 院完 陷馅 隐急 隧遂 零雪 震晨 顶项 顺倾 饭板 馆官 驱枢 验检 鬲融 鲜样 鸥欧 鸭押 麻磨 龙尤";

    private static readonly FrozenDictionary<char, string> Similar = Build();

    /// <summary>The characters that a character is mistaken for.</summary>
    public static string Of(char c) => Similar.GetValueOrDefault(c, "");

    private static FrozenDictionary<char, string> Build()
    {
        var similar = new Dictionary<char, string>();
        foreach (var group in Groups.Split(' '))
        {
            foreach (var c in group)
            {
                similar[c] = new string([.. similar.GetValueOrDefault(c, "").Union(group).Where(other => other != c)]);
            }
        }

        return similar.ToFrozenDictionary();
    }
}
