using CitySearch.Corpus.References;

namespace CitySearch.Tests.Corpus.References;

/// <summary>Entries after GB/T 7714, in the order of its clauses, with the liberties that writers take.</summary>
public sealed class Gbt7714Tests
{
    [Theory]
    [InlineData("陈登原. 国史旧闻: 第1卷[M]. 北京: 中华书局, 2000: 29.", "authors: 陈登原; title: 国史旧闻: 第1卷; source: 中华书局; date: 2000; type: M; pages: 29")]
    [InlineData("昂温 G, 昂温 P S. 外国出版史[M]. 陈生铮, 译. 北京: 中国书籍出版社, 1988.", "authors: 昂温 G, 昂温 P S; title: 外国出版史; source: 中国书籍出版社; date: 1988; type: M")]
    [InlineData("KINCHY A. Seeds, science, and struggle: the global politics of transgenic crops[M/OL]. Cambridge, Mass.: MIT Press, 2012: 50[2013-07-14]. http://lib.myilibrary.com?ID=381443.", "authors: KINCHY A; title: Seeds, science, and struggle: the global politics of transgenic crops; source: MIT Press; date: 2012; type: M/OL; pages: 50; url: http://lib.myilibrary.com?ID=381443")]
    [InlineData("严蔚敏，吴伟民. 数据结构[M]. 北京：清华大学出版社，1997.", "authors: 严蔚敏, 吴伟民; title: 数据结构; source: 清华大学出版社; date: 1997; type: M")]
    [InlineData("徐继华,冯启娜,陈贞汝.智慧政府:大数据治国时代的来临[M].中信出版社,2014.", "authors: 徐继华, 冯启娜, 陈贞汝; title: 智慧政府:大数据治国时代的来临; source: 中信出版社; date: 2014; type: M")]
    [InlineData("[美]安东尼·汤森.智慧城市[M].赛迪研究院专家组译.北京:中信出版社,2014.", "authors: 安东尼·汤森; title: 智慧城市; source: 中信出版社; date: 2014; type: M")]
    [InlineData("刘易斯·芒福德.城市发展史[M].宋俊岭,倪文彦,译.2版.北京:中国建筑工业出版社,2005.", "authors: 刘易斯·芒福德; title: 城市发展史; source: 中国建筑工业出版社; date: 2005; type: M")]
    [InlineData("王 坚. 在线[M]. 北京: 中信出版社, 2016.", "authors: 王坚; title: 在线; source: 中信出版社; date: 2016; type: M")]
    [InlineData("程根伟. 1998年长江洪水的成因与减灾对策[M]//许厚泽, 赵其国. 长江流域洪涝灾害与科技对策. 北京: 科学出版社, 1999: 32-36.", "authors: 程根伟; title: 1998年长江洪水的成因与减灾对策; source: 长江流域洪涝灾害与科技对策; date: 1999; type: M; pages: 32-36")]
    [InlineData("贾东琴, 柯平. 面向数字素养的高校图书馆数字服务体系研究[C]//中国图书馆学会. 中国图书馆学会年会论文集: 2011年卷. 北京: 国家图书馆出版社, 2011: 45-52.", "authors: 贾东琴, 柯平; title: 面向数字素养的高校图书馆数字服务体系研究; source: 中国图书馆学会年会论文集: 2011年卷; date: 2011; type: C; pages: 45-52")]
    [InlineData("Cocchia A. Smart and Digital City: A Systematic Literature Review[M]//Dameri R P, Rosenthal-Sabroux C. Smart City. Cham: Springer, 2014: 13-43.", "authors: Cocchia A; title: Smart and Digital City: A Systematic Literature Review; source: Smart City; date: 2014; type: M; pages: 13-43")]
    [InlineData("WEINSTEIN L, SWERTZ M N. Pathogenic properties of invading microorganism[M]//SODEMAN W A, Jr. Pathologic physiology: mechanisms of disease. Philadelphia: Saunders, 1974: 745-772.", "authors: WEINSTEIN L, SWERTZ M N; title: Pathogenic properties of invading microorganism; source: Pathologic physiology: mechanisms of disease; date: 1974; type: M; pages: 745-772")]
    [InlineData("Nam T, Pardo T A. Conceptualizing smart city with dimensions of technology, people, and institutions[C]. dg.o 2011.", "authors: Nam T, Pardo T A; title: Conceptualizing smart city with dimensions of technology, people, and institutions; source: dg.o; date: 2011; type: C")]
    [InlineData("雷光春. 综合湿地管理[C]. 北京: 海洋出版社, 2012.", "authors: 雷光春; title: 综合湿地管理; source: 海洋出版社; date: 2012; type: C")]
    public void Books_and_their_parts_are_read(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("袁训来, 陈哲, 肖书海, 等. 蓝田生物群: 一个认识多细胞生物起源和早期演化的新窗口[J]. 科学通报, 2012, 55(34): 3219.", "authors: 袁训来, 陈哲, 肖书海; title: 蓝田生物群: 一个认识多细胞生物起源和早期演化的新窗口; source: 科学通报; date: 2012; type: J; volume: 55; issue: 34; pages: 3219")]
    [InlineData("李炳穆. 韩国图书馆法[J/OL]. 图书情报工作, 2008, 52(6): 6-12[2013-10-25]. http://www.docin.com/p-400265742.html.", "authors: 李炳穆; title: 韩国图书馆法; source: 图书情报工作; date: 2008; type: J/OL; volume: 52; issue: 6; pages: 6-12; url: http://www.docin.com/p-400265742.html")]
    [InlineData("DES MARAIS D J, STRAUSS H, SUMMONS R E, et al. Carbon isotope evidence for the stepwise oxidation of the Proterozoic environment[J]. Nature, 1992, 359: 605-609.", "authors: DES MARAIS D J, STRAUSS H, SUMMONS R E; title: Carbon isotope evidence for the stepwise oxidation of the Proterozoic environment; source: Nature; date: 1992; type: J; volume: 359; pages: 605-609")]
    [InlineData("Albino V, Berardi U, Dangelico R M. Smart Cities: Definitions, Dimensions, Performance, and Initiatives[J]. Journal of Urban Technology, 2015, 22(1): 3-21.", "authors: Albino V, Berardi U, Dangelico R M; title: Smart Cities: Definitions, Dimensions, Performance, and Initiatives; source: Journal of Urban Technology; date: 2015; type: J; volume: 22; issue: 1; pages: 3-21")]
    [InlineData("Kitchin R, et al. The real-time city? Big data and smart urbanism[J]. GeoJournal, 2014, 79(1): 1-14. DOI: 10.1007/s10708-013-9516-8.", "authors: Kitchin R; title: The real-time city? Big data and smart urbanism; source: GeoJournal; date: 2014; type: J; volume: 79; issue: 1; pages: 1-14; url: https://doi.org/10.1007/s10708-013-9516-8")]
    [InlineData("Batty M, et al. Smart cities of the future[J]. Eur. Phys. J. Special Topics, 2012, 214: 481-518.", "authors: Batty M; title: Smart cities of the future; source: Eur. Phys. J. Special Topics; date: 2012; type: J; volume: 214; pages: 481-518")]
    [InlineData("WANG Jian, LI Qiang. City brain: a new infrastructure[J]. Urban Studies, 2019, 56(S1): e12.", "authors: WANG Jian, LI Qiang; title: City brain: a new infrastructure; source: Urban Studies; date: 2019; type: J; volume: 56; issue: S1; pages: e12")]
    [InlineData("李强 王伟. 城市大脑[J]. 计算机学报, 2019, 42(增刊1): 1-8.", "authors: 李强, 王伟; title: 城市大脑; source: 计算机学报; date: 2019; type: J; volume: 42; issue: 增刊1; pages: 1-8")]
    [InlineData("陈弘毅, 等. 广义拟变分[J]. 数学学报, 2012, 510(2/3): 3-8.", "authors: 陈弘毅; title: 广义拟变分; source: 数学学报; date: 2012; type: J; volume: 510; issue: 2/3; pages: 3-8")]
    [InlineData("宋刚，邬伦. 创新2.0视野下的智慧城市[J]. 城市发展研究，2012，19(9)：53-60.", "authors: 宋刚, 邬伦; title: 创新2.0视野下的智慧城市; source: 城市发展研究; date: 2012; type: J; volume: 19; issue: 9; pages: 53-60")]
    [InlineData("宋刚, 邬伦. 创新2.0视野下的智慧城市[J]. 北京邮电大学学报(社会科学版), 2012, 14(4): 1-8.", "authors: 宋刚, 邬伦; title: 创新2.0视野下的智慧城市; source: 北京邮电大学学报(社会科学版); date: 2012; type: J; volume: 14; issue: 4; pages: 1-8")]
    [InlineData("中国图书馆学会. 图书馆学通讯[J]. 1957(1)-1990(4). 北京: 北京图书馆, 1957-1990.", "authors: 中国图书馆学会; title: 图书馆学通讯; source: 北京图书馆; date: 1957; type: J")]
    [InlineData("丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).", "authors: 丁文详; title: 数字革命与竞争国际化; source: 中国青年报; date: 2000-11-20; type: N; pages: 15")]
    [InlineData("余建斌. 我们的科技一直在追赶: 访中国工程院院长周济[N/OL]. 人民日报, 2013-01-12(2)[2013-03-20]. http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm.", "authors: 余建斌; title: 我们的科技一直在追赶: 访中国工程院院长周济; source: 人民日报; date: 2013-01-12; type: N/OL; pages: 2; url: http://paper.people.com.cn/rmrb/html/2013-01/12/nw.D110000renmrb_20130112_5-02.htm")]
    [InlineData("王坚. 城市大脑[N]. 人民日报, 2019年5月6日, 第9版.", "authors: 王坚; title: 城市大脑; source: 人民日报; date: 2019-05-06; type: N; pages: 9")]
    public void Articles_of_journals_and_newspapers_are_read(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("张志祥. 间断动力系统的随机扰动及其在守恒律方程中的应用[D]. 北京: 北京大学, 1998.", "authors: 张志祥; title: 间断动力系统的随机扰动及其在守恒律方程中的应用; source: 北京大学; date: 1998; type: D")]
    [InlineData("CALMS R B. Infrared spectroscopic studies on solid oxygen[D]. Berkeley: Univ. of California, 1965.", "authors: CALMS R B; title: Infrared spectroscopic studies on solid oxygen; source: Univ. of California; date: 1965; type: D")]
    [InlineData("李明.城市大脑架构研究[D].浙江大学,2020.", "authors: 李明; title: 城市大脑架构研究; source: 浙江大学; date: 2020; type: D")]
    [InlineData("World Health Organization. Factors regulating the immune response: report of WHO Scientific Group[R]. Geneva: WHO, 1970.", "authors: World Health Organization; title: Factors regulating the immune response: report of WHO Scientific Group; source: WHO; date: 1970; type: R")]
    [InlineData("U.S. Department of Transportation Federal Highway Administration. Guidelines for handling excavated acid-producing materials: PB 91-194001[R]. Springfield: U.S. Department of Commerce National Information Service, 1990.", "authors: U.S. Department of Transportation Federal Highway Administration; title: Guidelines for handling excavated acid-producing materials: PB 91-194001; source: U.S. Department of Commerce National Information Service; date: 1990; type: R")]
    [InlineData("中国互联网络信息中心. 第29次中国互联网络发展现状统计报告[R/OL]. (2012-01-16)[2013-03-26]. http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680.pdf.", "authors: 中国互联网络信息中心; title: 第29次中国互联网络发展现状统计报告; date: 2012-01-16; type: R/OL; url: http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680.pdf")]
    [InlineData("杭州市数据资源管理局. 杭州城市大脑建设报告［R］．杭州：杭州市数据资源管理局，2019．", "authors: 杭州市数据资源管理局; title: 杭州城市大脑建设报告; source: 杭州市数据资源管理局; date: 2019; type: R")]
    [InlineData("全国信息与文献标准化技术委员会. 文献著录: 第4部分 非书资料: GB/T 3792.4-2009[S]. 北京: 中国标准出版社, 2010: 3.", "authors: 全国信息与文献标准化技术委员会; title: 文献著录: 第4部分 非书资料; source: 中国标准出版社; date: 2010; type: S; pages: 3; standard: GB/T 3792.4-2009")]
    [InlineData("国家市场监督管理总局, 国家标准化管理委员会. 新型智慧城市评价指标: GB/T 33356—2022[S]. 北京: 中国标准出版社, 2022.", "authors: 国家市场监督管理总局, 国家标准化管理委员会; title: 新型智慧城市评价指标; source: 中国标准出版社; date: 2022; type: S; standard: GB/T 33356—2022")]
    [InlineData("西安电子科技大学. 光折变自适应光外差探测方法: 01128777.2[P/OL]. 2002-03-06[2002-05-28]. http://211.152.9.47/sipoasp/zljs/hyjs-yx-new.asp?recid=01128777.2&leixin=0.", "authors: 西安电子科技大学; title: 光折变自适应光外差探测方法; date: 2002-03-06; type: P/OL; url: http://211.152.9.47/sipoasp/zljs/hyjs-yx-new.asp?recid=01128777.2&leixin=0")]
    [InlineData("北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知: 京政办发[2005]37号[A/OL]. (2005-07-12)[2011-07-12]. http://china.findlaw.cn/fagui/p_1/39934.html.", "authors: 北京市人民政府办公厅; title: 关于转发北京市企业投资项目核准暂行实施办法的通知; date: 2005-07-12; type: A/OL; document: 京政办发[2005]37号; url: http://china.findlaw.cn/fagui/p_1/39934.html")]
    public void Theses_reports_standards_patents_and_archives_are_read(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));

    [Theory]
    [InlineData("萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.", "authors: 萧钰; title: 出版业信息化迈入快车道; date: 2001-12-19; type: EB/OL; url: http://www.creader.com/news/20011219/200112190019.html")]
    [InlineData("杭州市人民政府. 城市大脑白皮书[EB/OL]. [2020-05-01]. https://www.hangzhou.gov.cn/a/b.html.", "authors: 杭州市人民政府; title: 城市大脑白皮书; type: EB/OL; url: https://www.hangzhou.gov.cn/a/b.html")]
    [InlineData("国家统计局. 中国统计年鉴[DB/OL]. 北京: 国家统计局, 2019[2020-01-02]. http://www.stats.gov.cn.", "authors: 国家统计局; title: 中国统计年鉴; source: 国家统计局; date: 2019; type: DB/OL; url: http://www.stats.gov.cn")]
    [InlineData("张三, 李四. 面向城市大脑的数据集[DS/OL]. V1. Science Data Bank, 2021(2021-03-02)[2022-01-01]. https://doi.org/10.11922/sciencedb.1.", "authors: 张三, 李四; title: 面向城市大脑的数据集; source: Science Data Bank; date: 2021-03-02; type: DS/OL; url: https://doi.org/10.11922/sciencedb.1")]
    [InlineData("DEEPSEEK-AI. DeepSeek technical report[PP/OL]. V2. arXiv (2025-01-05)[2025-05-06]. https://arxiv.org/abs/2401.02954.", "authors: DEEPSEEK-AI; title: DeepSeek technical report; source: arXiv; date: 2025-01-05; type: PP/OL; url: https://arxiv.org/abs/2401.02954")]
    [InlineData("佚名. 城市大脑问答[EB/OL]. 2019-05-06. https://example.com/a/1.", "title: 城市大脑问答; date: 2019-05-06; type: EB/OL; url: https://example.com/a/1")]
    [InlineData("王坚. 在线[m]. 北京: 中信出版社, 2016.", "authors: 王坚; title: 在线; source: 中信出版社; date: 2016; type: M")]
    public void Electronic_works_are_dated_by_their_change_not_by_the_access(string entry, string fields) => Assert.Equal(fields, ReferenceFields.Of(ReferenceParser.Parse(entry)));
}
