namespace CitySearch.Text;

/// <summary>
/// The characters that are read in more than one common way, with the readings beside the one that <c>pinyin.txt</c> has: 重 of 重庆,
/// 行 of 银行, 单 of the surname. Readings that only dictionaries know are left out on purpose: by them people would find what they did
/// not ask for. A syllable, then its characters.
/// </summary>
internal static class Heteronyms
{
    /// <summary>The table, a syllable a word, its characters in the word behind it.</summary>
    public const string Table =
        "bai 柏 bao 剥薄曝 bei 背 beng 蚌 bi 秘 bian 扁便 bo 泊薄柏剥 can 参 cang 藏 ceng 曾 cha 差刹 chai 差 chang 长厂 chao 朝嘲 che 车 chen 称 cheng 盛乘 "
        + "chi 匙 chong 重冲 chu 畜处 chuan 传 chuang 幢 ci 伺 da 大 dai 待 dan 弹石担 dao 倒 de 地得 dei 得 di 地的 diao 调 dou 都 du 都 dun 囤 duo 度 "
        + "e 阿恶 fan 番 fei 费 fo 佛 fu 服佛 gan 干 ge 葛 gei 给 geng 更 gu 贾 guan 观 gui 龟柜 hai 还 han 汗 hang 行巷 he 和 hua 华划 huan 还 hui 会 huo 和 "
        + "ji 给系几 jia 贾 jian 间见 jiang 降 jiao 校觉角教 jie 解 jin 劲 jing 劲 jue 觉角 juan 圈 ka 卡 ke 壳 kuai 会 la 落 le 乐勒 lei 勒 liao 了 "
        + "ling 令 lou 露 lu 露 lv 率 mai 脉埋 mei 没 meng 蒙 mi 秘 mo 没脉模 mu 模 na 娜那 nan 难 nian 粘 ning 宁 nong 弄 nuo 娜 "
        + "pan 番 pian 便片 piao 漂 po 迫泊 pu 堡曝 qi 奇 qia 卡 qian 纤 qiang 强 qiao 壳 qie 切 qiu 仇 qu 曲 quan 圈 sai 塞 se 塞 sha 刹厦 shan 单 "
        + "shao 少 shei 谁 shen 参什 sheng 盛省乘 shi 似什 shu 数 shui 谁 shuai 率 si 伺 tan 弹 tiao 调 tun 囤 wei 尉 xia 厦吓 xian 纤 xiang 降相巷 "
        + "xiao 校削 xie 血 xing 行省兴 xu 畜 xue 削血 ya 轧 yao 钥要 ye 叶 yin 殷 ying 应 yu 尉 yuan 员 yue 乐约 za 扎 zai 仔载 zang 藏 zeng 曾 "
        + "zha 轧扎 zhan 粘 zhang 长 zhao 着朝 zhe 着 zhong 重种 zhu 着 zhuan 传 zhuang 幢 zhuo 着 zi 仔 zong 综";
}
