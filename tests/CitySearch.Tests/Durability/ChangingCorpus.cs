using System.Globalization;
using System.Text;

namespace CitySearch.Tests.Durability;

/// <summary>A corpus of a few small articles with references, that changes by seeded steps.</summary>
internal sealed class ChangingCorpus(string path, int seed)
{
    private static readonly string[] Works =
    [
        "陈卫强.城市大脑的实践与思考.人民网.2019.9.8",
        "GB/T 33356-2022 新型智慧城市评价指标[S].",
        "浙江省人民政府办公厅.浙数办发〔2019〕13号.浙江省“城市大脑”建设应用行动方案.2019",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Adds, changes or deletes one to three files.</summary>
    public void Change()
    {
        Directory.CreateDirectory(path);
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var file = Path.Combine(path, $"{_random.Next(7)}.md");
            if (_random.Next(4) == 0 && Directory.EnumerateFiles(path).Skip(1).Any())
            {
                File.Delete(file);
            }
            else
            {
                File.WriteAllText(file, Article());
            }
        }
    }

    private string Article()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# 城市治理观察{_random.Next(1000)}\n\n城市大脑从治堵起步[1]。\n\n");
        for (var i = _random.Next(4); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"## 第{i}节\n\n一网通办第{_random.Next(100_000)}号，参见[另一篇](/{_random.Next(7)}.md)。\n\n");
        }

        return text.Append("## 参考文献\n\n[1] ").Append(Works[_random.Next(Works.Length)]).Append('\n').ToString();
    }
}
