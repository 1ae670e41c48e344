using CitySearch.Corpus.References;

namespace CitySearch.Tests.Corpus.References;

/// <summary>Entries as people write them, without the marks of the standard.</summary>
public sealed class LooseFormTests
{
    [Theory]
    [InlineData("浙数办发〔2019〕13号.《浙江省“城市大脑”建设应用行动方案》. 浙江省经济和信息化厅办公室.2019.6.10", "title: 浙江省“城市大脑”建设应用行动方案; source: 浙江省经济和信息化厅办公室; date: 2019-06-10; document: 浙数办发〔2019〕13号")]
    [InlineData("DB3301/T 0273-2018 城市数据大脑建设管理规范.2018.12.30", "title: 城市数据大脑建设管理规范; date: 2018-12-30; standard: DB3301/T 0273-2018")]
    [InlineData("神码推福州市民服务平台 成首个智慧城市样板.腾讯科技.2012.12.06", "title: 神码推福州市民服务平台 成首个智慧城市样板; source: 腾讯科技; date: 2012-12-06")]
    [InlineData("新一代信息技术与创新2.0：智慧城市的两大基因.移动政务实验室.2012.12.6", "title: 新一代信息技术与创新2.0：智慧城市的两大基因; source: 移动政务实验室; date: 2012-12-06")]
    [InlineData("《智慧的中国智慧的城市》白皮书.IBM.2009.8", "title: 《智慧的中国智慧的城市》白皮书; source: IBM; date: 2009-08")]
    [InlineData("单志广.深化认识推进新型智慧城市建设.求是网.2016.10.17", "authors: 单志广; title: 深化认识推进新型智慧城市建设; source: 求是网; date: 2016-10-17")]
    [InlineData("单志广.推进新型智慧城市建设 构建粤港澳智慧大湾区.国家信息中心.2017.11.02", "authors: 单志广; title: 推进新型智慧城市建设 构建粤港澳智慧大湾区; source: 国家信息中心; date: 2017-11-02")]
    [InlineData("单志广.新型智慧城市的核心与重点，不是“用信息化做武装”.泰伯网.2019.10.24", "authors: 单志广; title: 新型智慧城市的核心与重点，不是“用信息化做武装”; source: 泰伯网; date: 2019-10-24")]
    [InlineData("单志广.新型智慧城市，是创新型智慧城市.中国人工智能学会.2019.08.12", "authors: 单志广; title: 新型智慧城市，是创新型智慧城市; source: 中国人工智能学会; date: 2019-08-12")]
    [InlineData("《广东省“数字政府”建设总体规划（2018-2020年）》.广东省人民政府办公厅.2018.10.26", "title: 广东省“数字政府”建设总体规划（2018-2020年）; source: 广东省人民政府办公厅; date: 2018-10-26")]
    [InlineData("广东：研究部署“数字政府”改革建设.南方日报.2017.11.10", "title: 广东：研究部署“数字政府”改革建设; source: 南方日报; date: 2017-11-10")]
    [InlineData("卢向东.加快推进全国一体化政务服务平台建设.《学习时报》.2020.01.03", "authors: 卢向东; title: 加快推进全国一体化政务服务平台建设; source: 学习时报; date: 2020-01-03")]
    [InlineData("陈卫强.城市大脑的实践与思考.人民网.2019.9.8", "authors: 陈卫强; title: 城市大脑的实践与思考; source: 人民网; date: 2019-09-08")]
    [InlineData("王晶.“数字中国”助推国家治理现代化.学习时报.2019.11.22", "authors: 王晶; title: “数字中国”助推国家治理现代化; source: 学习时报; date: 2019-11-22")]
    [InlineData("贾开,张会平,汤志伟.智慧社会的概念演进、内涵构建与制度框架创新[J].电子政务,2019(04)2-8.", "authors: 贾开, 张会平, 汤志伟; title: 智慧社会的概念演进、内涵构建与制度框架创新; source: 电子政务; date: 2019; type: J; issue: 4; pages: 2-8")]
    [InlineData("[15].贾开,张会平,汤志伟.智慧社会的概念演进、内涵构建与制度框架创新[J].电子政务,2019(04)2-8.", "authors: 贾开, 张会平, 汤志伟; title: 智慧社会的概念演进、内涵构建与制度框架创新; source: 电子政务; date: 2019; type: J; issue: 4; pages: 2-8")]
    [InlineData("单志广.智慧社会的美好愿景.人民日报.2018.12.02", "authors: 单志广; title: 智慧社会的美好愿景; source: 人民日报; date: 2018-12-02")]
    [InlineData("http://www.qianjia.com/zhike/html/2020-05/9_23582.html", "url: http://www.qianjia.com/zhike/html/2020-05/9_23582.html")]
    public void The_list_of_a_real_article_is_read(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("单志广：《智慧社会的美好愿景》，《人民日报》2018年12月2日，第5版。", "authors: 单志广; title: 智慧社会的美好愿景; source: 人民日报; date: 2018-12-02; pages: 5")]
    [InlineData("黄璜：《数字政府：政策、特征与概念》，《治理研究》2020年第3期，第6-15页。", "authors: 黄璜; title: 数字政府：政策、特征与概念; source: 治理研究; date: 2020; issue: 3; pages: 6-15")]
    [InlineData("王坚：《在线》，北京：中信出版社，2016年，第15页。", "authors: 王坚; title: 在线; source: 中信出版社; date: 2016; pages: 15")]
    [InlineData("费孝通：《乡土中国》，1948年初版", "authors: 费孝通; title: 乡土中国; date: 1948")]
    [InlineData("黃某仁（2019）。智慧城市之研究。公共行政學報，36（2），1-20。", "authors: 黃某仁; title: 智慧城市之研究; source: 公共行政學報; date: 2019; volume: 36; issue: 2; pages: 1-20")]
    [InlineData("周文彰.数字政府和国家治理现代化.行政管理改革.2020年第2期", "authors: 周文彰; title: 数字政府和国家治理现代化; source: 行政管理改革; date: 2020; issue: 2")]
    [InlineData("Hollands R. G. (2008). Will the real smart city please stand up? City, 12(3), 303-320.", "authors: Hollands R G; title: Will the real smart city please stand up?; source: City; date: 2008; volume: 12; issue: 3; pages: 303-320")]
    [InlineData("Caragliu, A., Del Bo, C., & Nijkamp, P. (2011). Smart cities in Europe. Journal of Urban Technology, 18(2), 65–82. https://doi.org/10.1080/10630732.2011.601117", "authors: Caragliu A, Del Bo C, Nijkamp P; title: Smart cities in Europe; source: Journal of Urban Technology; date: 2011; volume: 18; issue: 2; pages: 65-82; url: https://doi.org/10.1080/10630732.2011.601117")]
    [InlineData("Kitchin R (2014) The real-time city? Big data and smart urbanism. GeoJournal 79(1):1–14", "authors: Kitchin R; title: The real-time city? Big data and smart urbanism; source: GeoJournal; date: 2014; volume: 79; issue: 1; pages: 1-14")]
    public void Chinese_notes_and_author_year_styles_are_read(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("Townsend, Anthony M., and Stephen Goldsmith. Smart Cities. New York: W.W. Norton, 2013.", "authors: Townsend Anthony M, Stephen Goldsmith; title: Smart Cities; source: W.W. Norton; date: 2013")]
    [InlineData("Stephen Goldsmith, Susan Crawford. The Responsive City: Engaging Communities Through Data-Smart Governance. Jossey-Bass, 2014.", "authors: Stephen Goldsmith, Susan Crawford; title: The Responsive City: Engaging Communities Through Data-Smart Governance; source: Jossey-Bass; date: 2014")]
    [InlineData("Batty M, et al. Smart cities of the future. Eur. Phys. J. Special Topics, 2012, 214: 481-518.", "authors: Batty M; title: Smart cities of the future; source: Eur. Phys. J. Special Topics; date: 2012; volume: 214; pages: 481-518")]
    [InlineData("Chourabi H, et al. Understanding Smart Cities: An Integrative Framework. HICSS 2012.", "authors: Chourabi H; title: Understanding Smart Cities: An Integrative Framework; source: HICSS; date: 2012")]
    [InlineData("Townsend A M. Smart Cities: Big Data, Civic Hackers, and the Quest for a New Utopia. W. W. Norton, 2013.", "authors: Townsend A M; title: Smart Cities: Big Data, Civic Hackers, and the Quest for a New Utopia; source: W. W. Norton; date: 2013")]
    [InlineData("World Health Organization. Global Age-friendly Cities: A Guide. Geneva: WHO, 2007.", "authors: World Health Organization; title: Global Age-friendly Cities: A Guide; source: WHO; date: 2007")]
    [InlineData("O'Reilly T. Government as a Platform. Innovations, 2011, 6(1): 13-40.", "authors: O'Reilly T; title: Government as a Platform; source: Innovations; date: 2011; volume: 6; issue: 1; pages: 13-40")]
    [InlineData("简·雅各布斯. 美国大城市的死与生. 金衡山译. 译林出版社.", "authors: 简·雅各布斯; title: 美国大城市的死与生; source: 译林出版社")]
    [InlineData("王坚.《在线》.中信出版社", "authors: 王坚; title: 在线; source: 中信出版社")]
    [InlineData("甄峰、秦萧.智慧城市.商务印书馆.2015", "authors: 甄峰, 秦萧; title: 智慧城市; source: 商务印书馆; date: 2015")]
    [InlineData("单志广 等.智慧城市评价.电子政务.2017.3", "authors: 单志广; title: 智慧城市评价; source: 电子政务; date: 2017-03")]
    [InlineData("辜胜阻，杨建武，刘江日.当前我国智慧城市建设中的问题与对策.中国软科学.2013(1)", "authors: 辜胜阻, 杨建武, 刘江日; title: 当前我国智慧城市建设中的问题与对策; source: 中国软科学; date: 2013; issue: 1")]
    [InlineData("顾城南. 智慧社区为什么总是停在门禁上. 见本集 smart-community.md", "authors: 顾城南; title: 智慧社区为什么总是停在门禁上")]
    public void Authors_come_first_where_they_are_names(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("《杭州城市大脑赋能城市治理促进条例》.2021.3.1施行", "title: 杭州城市大脑赋能城市治理促进条例; date: 2021-03-01")]
    [InlineData("《深圳经济特区数据条例》，2022年1月1日起施行。", "title: 深圳经济特区数据条例; date: 2022-01-01")]
    [InlineData("《中华人民共和国个人信息保护法》（2021年11月1日起施行）.", "title: 中华人民共和国个人信息保护法; date: 2021-11-01")]
    [InlineData("全国人民代表大会常务委员会. 中华人民共和国个人信息保护法. 自2021年11月1日起施行.", "authors: 全国人民代表大会常务委员会; title: 中华人民共和国个人信息保护法; date: 2021-11-01")]
    [InlineData("中华人民共和国数据安全法. 2021年6月10日通过, 2021年9月1日施行.", "title: 中华人民共和国数据安全法; date: 2021-06-10")]
    [InlineData("浙江省公共数据条例.2022年3月1日施行.", "title: 浙江省公共数据条例; date: 2022-03-01")]
    [InlineData("《国家新型城镇化规划（2014—2020年）》.2014.3", "title: 国家新型城镇化规划（2014—2020年）; date: 2014-03")]
    [InlineData("中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要. 2021.3. https://www.gov.cn/", "title: 中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要; date: 2021-03; url: https://www.gov.cn/")]
    public void Laws_and_plans_are_read(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("2014年中国智慧城市发展报告.国脉互联.2015.1", "title: 2014年中国智慧城市发展报告; source: 国脉互联; date: 2015-01")]
    [InlineData("杭州城市大脑2.0发布.搜狐网.2018-12-29", "title: 杭州城市大脑2.0发布; source: 搜狐网; date: 2018-12-29")]
    [InlineData("“城市大脑”是什么？.科技日报.2018.5.4", "title: “城市大脑”是什么？; source: 科技日报; date: 2018-05-04")]
    [InlineData("杭州成立数据资源管理局.新华社.2017.1", "title: 杭州成立数据资源管理局; source: 新华社; date: 2017-01")]
    [InlineData("中共中央、国务院印发《数字中国建设整体布局规划》.新华社.2023-02-27", "title: 中共中央、国务院印发《数字中国建设整体布局规划》; source: 新华社; date: 2023-02-27")]
    public void A_first_field_that_is_a_title_is_no_author(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("中共中央 国务院.关于构建数据基础制度更好发挥数据要素作用的意见（“数据二十条”）.2022年12月.", "authors: 中共中央, 国务院; title: 关于构建数据基础制度更好发挥数据要素作用的意见; date: 2022-12")]
    [InlineData("中共中央办公厅 国务院办公厅《数字乡村发展战略纲要》，2019年5月", "authors: 中共中央办公厅, 国务院办公厅; title: 数字乡村发展战略纲要; date: 2019-05")]
    [InlineData("中央网信办等十部门《数字乡村发展行动计划（2022—2025年）》，2022年1月", "authors: 中央网信办; title: 数字乡村发展行动计划（2022—2025年）; date: 2022-01")]
    [InlineData("国家发展改革委等八部委.关于促进智慧城市健康发展的指导意见.发改高技〔2014〕1770号.2014.8", "authors: 国家发展改革委; title: 关于促进智慧城市健康发展的指导意见; date: 2014-08; document: 发改高技〔2014〕1770号")]
    [InlineData("国务院.关于加强数字政府建设的指导意见[Z].国发〔2022〕14号,2022.6.", "authors: 国务院; title: 关于加强数字政府建设的指导意见; date: 2022-06; type: Z; document: 国发〔2022〕14号")]
    [InlineData("国务院.促进大数据发展行动纲要（国发〔2015〕50号）.2015年8月.", "authors: 国务院; title: 促进大数据发展行动纲要; date: 2015-08; document: 国发〔2015〕50号")]
    [InlineData("国务院.关于加快推进“互联网+政务服务”工作的指导意见:国发〔2016〕55号[A].2016-09.", "authors: 国务院; title: 关于加快推进“互联网+政务服务”工作的指导意见; date: 2016-09; type: A; document: 国发〔2016〕55号")]
    [InlineData("国务院关于在线政务服务的若干规定（国务院令第716号）.2019-04.", "title: 国务院关于在线政务服务的若干规定; date: 2019-04; document: 国务院令第716号")]
    [InlineData("中华人民共和国政府信息公开条例（2019年修订，国务院令第711号）.", "title: 中华人民共和国政府信息公开条例; document: 国务院令第711号")]
    [InlineData("建办科〔2012〕42号.《关于开展国家智慧城市试点工作的通知》（附《国家智慧城市试点暂行管理办法》）.住房城乡建设部办公厅.2012", "title: 关于开展国家智慧城市试点工作的通知; source: 住房城乡建设部办公厅; date: 2012; document: 建办科〔2012〕42号")]
    [InlineData("发改高技〔2021〕709号, 《全国一体化大数据中心协同创新体系算力枢纽实施方案》, 2021年5月", "title: 全国一体化大数据中心协同创新体系算力枢纽实施方案; date: 2021-05; document: 发改高技〔2021〕709号")]
    [InlineData("《“十四五”数字经济发展规划》, 国发〔2021〕29号", "title: “十四五”数字经济发展规划; document: 国发〔2021〕29号")]
    public void Documents_keep_agency_number_and_title_apart(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("GB/T 33356-2016 新型智慧城市评价指标[S].（已被2022年版代替）", "title: 新型智慧城市评价指标; date: 2016; type: S; standard: GB/T 33356-2016")]
    [InlineData("GB/T 36333《智慧城市 顶层设计指南》", "title: 智慧城市 顶层设计指南; standard: GB/T 36333")]
    [InlineData("智慧城市 技术参考模型 GB/T 34678-2017", "title: 智慧城市 技术参考模型; date: 2017; standard: GB/T 34678-2017")]
    [InlineData("《建筑信息模型应用统一标准》GB/T 51212-2016", "title: 建筑信息模型应用统一标准; date: 2016; standard: GB/T 51212-2016")]
    [InlineData("ISO 37122:2019 Sustainable cities and communities — Indicators for smart cities. https://www.iso.org/", "title: Sustainable cities and communities — Indicators for smart cities; date: 2019; standard: ISO 37122:2019; url: https://www.iso.org/")]
    [InlineData("ISO/IEC 30182:2017, Smart city concept model — Guidance for establishing a model for data interoperability.", "title: Smart city concept model — Guidance for establishing a model for data interoperability; date: 2017; standard: ISO/IEC 30182:2017")]
    [InlineData("看懂城市大脑. https://mp.weixin.qq.com/s/abc123", "title: 看懂城市大脑; url: https://mp.weixin.qq.com/s/abc123")]
    [InlineData("城市大脑 https://baike.baidu.com/item/%E5%9F%8E%E5%B8%82%E5%A4%A7%E8%84%91/19891054", "title: 城市大脑; url: https://baike.baidu.com/item/%E5%9F%8E%E5%B8%82%E5%A4%A7%E8%84%91/19891054")]
    [InlineData("城市大脑白皮书.杭州市人民政府.2018.12，访问日期：2020-05-01", "title: 城市大脑白皮书; source: 杭州市人民政府; date: 2018-12")]
    public void Standards_and_links_are_read(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("浙数办发〔2019〕13号.《浙江省“城市大脑”建设应用行动方案》.2019.6.10", "title: 浙江省“城市大脑”建设应用行动方案; date: 2019-06-10; document: 浙数办发〔2019〕13号")]
    [InlineData("浙数办发[2019]13号.《浙江省“城市大脑”建设应用行动方案》.2019.6.10", "title: 浙江省“城市大脑”建设应用行动方案; date: 2019-06-10; document: 浙数办发[2019]13号")]
    [InlineData("浙数办发【2019】13号.《浙江省“城市大脑”建设应用行动方案》.2019.6.10", "title: 浙江省“城市大脑”建设应用行动方案; date: 2019-06-10; document: 浙数办发【2019】13号")]
    [InlineData("浙数办发（2019）013号．《浙江省“城市大脑”建设应用行动方案》．２０１９．６．１０", "title: 浙江省“城市大脑”建设应用行动方案; date: 2019-06-10; document: 浙数办发（2019）013号")]
    [InlineData("【文号】浙数办发【2019】13号 《浙江省“城市大脑”建设应用行动方案》2019年6月10日", "title: 浙江省“城市大脑”建设应用行动方案; date: 2019-06-10; document: 浙数办发【2019】13号")]
    [InlineData("浙數辦發〔2019〕13號.《浙江省「城市大腦」建設應用行動方案》.2019/6/10", "title: 浙江省「城市大腦」建設應用行動方案; date: 2019-06-10; document: 浙數辦發〔2019〕13號")]
    [InlineData("《浙江省“城市大脑”建设应用行动方案》（浙数办发〔2019〕13号）。二〇一九年六月十日", "title: 浙江省“城市大脑”建设应用行动方案; date: 2019-06-10; document: 浙数办发〔2019〕13号")]
    [InlineData("GB／T ３３３５６－２０２２　新型智慧城市评价指标［Ｓ］", "title: 新型智慧城市评价指标; date: 2022; type: S; standard: GB／T ３３３５６－２０２２")]
    [InlineData("GB/T33356—2022《新型智慧城市评价指标》【S】", "title: 新型智慧城市评价指标; date: 2022; type: S; standard: GB/T33356—2022")]
    [InlineData("中华人民共和国国务院令第711号.中华人民共和国政府信息公开条例.2019.4.3", "title: 中华人民共和国政府信息公开条例; date: 2019-04-03; document: 中华人民共和国国务院令第711号")]
    public void Every_spelling_of_numbers_and_dates_is_read(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));
}
