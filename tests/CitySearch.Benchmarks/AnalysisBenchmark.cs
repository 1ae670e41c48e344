using BenchmarkDotNet.Attributes;
using CitySearch.Analysis;
using CitySearch.Searching;
using CitySearch.Searching.Scoring;
using Lucene.Net.Analysis;

namespace CitySearch.Benchmarks;

/// <summary>How fast each analyzer makes tokens of Chinese text of 100,000 characters.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmark
{
    private const int Length = 100_000;
    private const string Sentence = "城市大脑是运用大数据、云计算、人工智能等技术构建的城市数字化运行的基础设施，见DB3301/T 0273-2018和浙数办发〔2019〕13号；IoT 平台于二〇一九年接入36个部门。";

    private string _text = "";
    private Analyzer _analyzer = null!;

    /// <summary>The analyzer by name.</summary>
    [Params("default", "words", "cjk", "standard")]
    public string Name { get; set; } = "";

    /// <summary>Makes the text.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _text = string.Concat(Enumerable.Repeat(Sentence, (Length / Sentence.Length) + 1))[..Length];
        _analyzer = AnalyzerCatalog.Get(Name).Index;
    }

    /// <summary>Makes the tokens.</summary>
    [Benchmark]
    public int Analyse() => QueryAnalysis.Tokens(_analyzer, _text).Count;
}
