namespace CitySearch.Hosting;

/// <summary>What the failures of the engine are in Chinese; in English an exception's message says it.</summary>
internal static class FailureTexts
{
    /// <summary>The line for a failure: the exception's own message in English, and in Chinese where no other words are known.</summary>
    public static string Say(Exception exception, bool inChinese) =>
        inChinese && exception is IFailure failure ? Chinese(failure) ?? exception.Message : exception.Message;

    /// <summary>The line in Chinese; <see langword="null"/> for a failure that has no words of its own.</summary>
    public static string? Chinese(IFailure failure)
    {
        var values = failure.Values;
        return failure.Kind switch
        {
            FailureKind.CorpusMissing => $"资料文件夹 {values[0]} 不存在，请用 --corpus 指定存在的文件夹",
            FailureKind.CorpusUnreadable => $"资料文件夹 {values[0]} 无法读取：{values[1]}",
            FailureKind.IndexMissing => $"{values[0]} 中还没有索引，请先运行：citysearch index",
            FailureKind.IndexOutdated => $"{values[0]} 中的索引由其他版本建立，请先更新：citysearch index",
            FailureKind.IndexAnalyzerAbsent => $"{values[0]} 中的索引以分析器 {values[1]} 建立，而此处没有该分析器，请换一个重新建立：citysearch index --analyzer NAME",
            FailureKind.IndexDamaged => $"{values[0]} 中的索引已损坏（{values[1]}），请重新建立：citysearch index",
            FailureKind.IndexBusy => $"另一个进程正在更新索引 {values[0]}，请等它结束后再试",
            FailureKind.IndexFolderForeign => $"{values[0]} 中的 {values[1]} 不属于 CitySearch 索引，请用 --index 指定空文件夹或新文件夹",
            FailureKind.IndexFolderIsNone => $"{values[0]} 不是文件夹，请用 --index 指定空文件夹或新文件夹",
            FailureKind.IndexFolderIsCorpus => $"{values[0]} 是资料文件夹，请用 --index 为索引另指定文件夹",
            FailureKind.IndexUnreadable => $"索引文件夹 {values[0]} 无法读取：{values[1]}",
            FailureKind.IndexUnwritable => $"索引文件夹 {values[0]} 无法写入：{values[1]}",
            FailureKind.TopOutOfRange => $"每页结果数须在 1 到 {values[0]} 之间",
            FailureKind.PageOutOfRange => $"页码须从 1 开始，且页码乘以每页结果数不超过 {values[0]}",
            FailureKind.ContextOutOfRange => $"摘要长度须在 {values[0]} 到 {values[1]} 字之间",
            FailureKind.FilterUnknown => $"没有名为 {values[0]} 的筛选条件，可用：{values[1]}",
            FailureKind.IdUnknown => $"索引中没有 {values[0]}，检索结果的标识可用 search --json 查看",
            FailureKind.IdUnlike => $"索引中没有 {values[0]}，相近的有：{values[1]}",
            FailureKind.FilterValueUnknown => $"筛选条件 {values[0]} 不能是 {values[1]}，年份或日期请写成 2019、2016..2019、>=2018-12 或 2019-06-10",
            FailureKind.AnalyzerUnknown => $"没有名为 {values[0]} 的分析器，可用：{values[1]}，或 Lucene 分析器的类型全名（命名空间.类型, 程序集）",
            FailureKind.AnalyzerAbsent => $"分析器 {values[0]} 需要程序包 {values[1]}：请以 -p:UseSmartCn=true 构建，或在自己的程序中引用该包",
            FailureKind.AnalyzerUnusable => $"{values[0]} 不能用作分析器：{values[1]}",
            _ => null,
        };
    }
}
