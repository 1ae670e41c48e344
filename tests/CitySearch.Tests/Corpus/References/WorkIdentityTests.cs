using CitySearch.Corpus;
using CitySearch.Corpus.References;

namespace CitySearch.Tests.Corpus.References;

public sealed class WorkIdentityTests
{
    [Theory]
    [InlineData("浙数办发〔2019〕13号", "浙数办发〔2019〕13号.《浙江省“城市大脑”建设应用行动方案》.2019.6.10")]
    [InlineData("浙数办发〔2019〕13号.《浙江省“城市大脑”建设应用行动方案》.2019.6.10", "浙数办发[2019]013号.浙江城市大脑行动方案")]
    [InlineData("国发〔2015〕50号.《促进大数据发展行动纲要》.国务院.2015.8", "国务院.关于印发促进大数据发展行动纲要的通知.国发〔2015〕50号.2015年9月")]
    [InlineData("国务院令第711号.政府信息公开条例", "中华人民共和国国务院令第711号.中华人民共和国政府信息公开条例.2019.4.3")]
    [InlineData("GB/T 33356-2022 新型智慧城市评价指标[S].", "ＧＢ／Ｔ３３３５６—２０２２《新型智慧城市评价指标》")]
    [InlineData("GB/T 33356-2022 新型智慧城市评价指标[S].", "GB/T 33356 新型智慧城市评价指标")]
    [InlineData("DB3301/T 0273-2018 城市数据大脑建设管理规范.2018.12.30", "DB3301/T 0273-2018 城市数据大脑建设管理规范[S].")]
    [InlineData("王坚.《在线》.中信出版社", "王坚.在线[M].北京:中信出版社,2016.")]
    [InlineData("单志广.智慧社会的美好愿景.人民日报.2018.12.02", "单志广：《智慧社会的美好愿景》，《人民日报》2018年12月2日")]
    [InlineData("單志廣.智慧社會的美好願景.人民日報.2018.12.02", "《智慧社会的美好愿景》.2018.12")]
    [InlineData("《智慧的中国智慧的城市》白皮书.IBM.2009.8", "智慧的中国智慧的城市白皮书.2009")]
    [InlineData("Kitchin R. The real-time city? Big data and smart urbanism[J]. GeoJournal, 2014, 79: 1-14.", "Rob Kitchin. The real-time city? Big data and smart urbanism. GeoJournal 79, 2014.")]
    [InlineData("Caragliu A, Del Bo C, Nijkamp P. Smart Cities in Europe[J]. Journal of Urban Technology, 2011, 18(2): 65-82.", "Caragliu, A., Del Bo, C., & Nijkamp, P. (2011). Smart cities in Europe. Journal of Urban Technology, 18(2), 65–82.")]
    [InlineData("Hollands R G. Will the real smart city please stand up?[J]. City, 2008, 12(3): 303-320.", "Hollands R. G. (2008). Will the real smart city please stand up? City, 12(3), 303-320.")]
    [InlineData("涂子沛.数据之巅[M].北京:中信出版社,2014.", "涂子沛.数据之巅：大数据革命，历史、现实与未来[M].北京:中信出版社,2014.")]
    [InlineData("王坚.《在线》.中信出版社", "王坚.在线：数据改变商业本质，计算重塑经济未来.中信出版社")]
    [InlineData("《中华人民共和国个人信息保护法》.2021.11.1施行", "中华人民共和国个人信息保护法. 2021年8月20日通过, 2021年11月1日施行.")]
    [InlineData("国务院.关于加强数字政府建设的指导意见.2022.6", "《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）")]
    [InlineData("http://www.qianjia.com/zhike/html/2020-05/9_23582.html", "https://qianjia.com/zhike/html/2020-05/9_23582.html/")]
    [InlineData("https://mp.weixin.qq.com/s/abc123", "看懂城市大脑. https://mp.weixin.qq.com/s/abc123#rd")]
    [InlineData("参见王坚的演讲。", "参见 王坚 的演讲")]
    public void These_are_one_work(string first, string second) => Assert.Single(Works(first, second));

    [Theory]
    [InlineData("GB/T 33356-2016 新型智慧城市评价指标[S].", "GB/T 33356-2022 新型智慧城市评价指标[S].")]
    [InlineData("国务院令第492号.政府信息公开条例.2007.4", "国务院令第711号.政府信息公开条例.2019.4")]
    [InlineData("浙政办发〔2019〕13号", "鲁政办发〔2019〕13号")]
    [InlineData("王坚.城市大脑.人民日报.2019.5.6", "单志广.城市大脑.人民日报.2019.5.6")]
    [InlineData("Wang J. City brain[J]. Cities, 2019.", "Wang L. City brain[J]. Cities, 2019.")]
    [InlineData("城市大脑的实践与思考.人民网.2019.9.8", "城市大脑的实践与思考.人民网.2019.10.8")]
    [InlineData("《杭州市城市大脑建设条例》.2021.3.1施行", "《杭州市城市大脑建设条例》.2008.3.1施行")]
    [InlineData("城市大脑.人民日报.2019", "城市大脑.科技日报.2019")]
    [InlineData("北京市人民政府关于印发智慧城市行动纲要的通知.2012", "上海市人民政府关于印发智慧城市行动纲要的通知.2012")]
    [InlineData("城市大脑的实践. https://www.gov.cn/", "数字政府的探索. https://www.gov.cn/")]
    [InlineData("http://a.cn/1.html", "http://a.cn/2.html")]
    public void These_are_two_works(string first, string second) => Assert.Equal(2, Works(first, second).Count);

    [Fact]
    public void What_fits_several_works_joins_none()
    {
        var works = Works(
            "GB/T 33356-2016 新型智慧城市评价指标[S].",
            "GB/T 33356-2022 新型智慧城市评价指标[S].",
            "GB/T 33356 新型智慧城市评价指标",
            "GB/T 33356-2022",
            "新型智慧城市评价指标");

        Assert.Equal([[0], [1, 3], [2], [4]], works.OrderBy(work => work[0]));
    }

    [Fact]
    public void A_vague_date_joins_the_one_date_it_fits()
    {
        string[] entries = ["陈卫强.城市大脑的实践与思考.人民网.2019.9.8", "陈卫强.城市大脑的实践与思考.人民网.2019", "陈卫强.城市大脑的实践与思考.人民网.2019.9"];

        Assert.Single(Works(entries));
        Assert.Equal(3, Works([.. entries.Take(2), "陈卫强.城市大脑的实践与思考.学习时报.2019.10.1"]).Count);
    }

    [Fact]
    public void Entries_meet_through_one_that_knows_both() =>
        Assert.Single(Works("国发〔2022〕14号", "国务院.关于加强数字政府建设的指导意见.2022.6", "国务院.关于加强数字政府建设的指导意见.国发〔2022〕14号.2022.6"));

    [Fact]
    public void The_record_of_a_work_is_the_fullest_completed_from_the_others()
    {
        var merged = Merged(
            "Giffinger R, et al. Smart cities: Ranking of European medium-sized cities. 2007",
            "Giffinger R, Fertner C, Kramar H. Smart cities: Ranking of European medium-sized cities[R]. Vienna University of Technology, 2007.",
            "Giffinger R, et al. Smart cities: Ranking of European medium-sized cities. Vienna University of Technology, 2007-10. http://www.smart-cities.eu/download/1.pdf");

        Assert.Equal(
            "authors: Giffinger R, Fertner C, Kramar H; title: Smart cities: Ranking of European medium-sized cities; source: Vienna University of Technology; "
            + "date: 2007-10; type: R; url: http://www.smart-cities.eu/download/1.pdf",
            ReferenceFields.Of(merged));
        Assert.Equal("Giffinger R, et al. Smart cities: Ranking of European medium-sized cities. Vienna University of Technology, 2007-10. http://www.smart-cities.eu/download/1.pdf", merged.Text);
    }

    [Fact]
    public void Numbering_is_taken_over_only_with_its_serial()
    {
        var merged = Merged(
            "单志广.智慧社会的美好愿景.人民日报.2018.12.02",
            "单志广.智慧社会的美好愿景[J].信息化建设,2018(12):20-21.");

        Assert.Equal("authors: 单志广; title: 智慧社会的美好愿景; source: 信息化建设; date: 2018; type: J; issue: 12; pages: 20-21", ReferenceFields.Of(merged));

        merged = Merged("单志广.智慧社会的美好愿景[N].人民日报,2018-12-02.", "单志广.智慧社会的美好愿景.信息化建设.2018(12)");

        Assert.Equal("authors: 单志广; title: 智慧社会的美好愿景; source: 人民日报; date: 2018-12-02; type: N", ReferenceFields.Of(merged));
    }

    [Fact]
    public void A_number_keeps_its_id_whatever_else_becomes_known()
    {
        var alone = WorkIdentity.Id(ReferenceParser.Parse("浙数办发〔2019〕13号"));

        Assert.Equal(alone, WorkIdentity.Id(Merged("浙数办发〔2019〕13号", "浙数办发【2019】013号.《浙江省“城市大脑”建设应用行动方案》.2019.6.10")));
        Assert.Matches("^[a-z2-7]{16}$", alone);
        Assert.NotEqual(alone, WorkIdentity.Id(ReferenceParser.Parse("浙数办发〔2019〕14号")));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("a/b\\c?d=e&f#g%00")]
    [InlineData("")]
    [InlineData("《》")]
    public void An_id_is_safe_in_addresses_and_file_names_whatever_the_entry(string entry) =>
        Assert.Matches("^[a-z2-7]{16}$", WorkIdentity.Id(ReferenceParser.Parse(entry)));

    private static List<IReadOnlyList<int>> Works(params string[] entries) => [.. WorkIdentity.Cluster([.. entries.Select(ReferenceParser.Parse)])];

    private static Reference Merged(params string[] entries)
    {
        var references = entries.Select(ReferenceParser.Parse).ToList();
        Assert.Single(WorkIdentity.Cluster(references));
        return WorkIdentity.Merge(references);
    }
}
