namespace CitySearch.Cli.Tests;

public class MisuseTests
{
    [Theory]
    [InlineData("", "name a command: search, console, suggest, related, index, watch, serve, mcp, stats, check, eval (try --help)", "请指定命令：search、console、suggest、related、index、watch、serve、mcp、stats、check、eval（用法见 --help）")]
    [InlineData("find 城市", "there is no command find; use search, console, suggest, related, index, watch, serve, mcp, stats, check, eval (try --help)", "没有命令 find；可用的命令：search、console、suggest、related、index、watch、serve、mcp、stats、check、eval（用法见 --help）")]
    [InlineData("--josn", "there is no option --josn (try --help)", "没有选项 --josn（用法见 --help）")]
    [InlineData("search", "QUERY is missing: citysearch search QUERY (try --help)", "缺少 QUERY：citysearch search QUERY（用法见 --help）")]
    [InlineData("eval", "DATASET is missing: citysearch eval DATASET (try --help)", "缺少 DATASET：citysearch eval DATASET（用法见 --help）")]
    [InlineData("search 城市 --josn", "there is no option --josn; to search for it as text, write -- before the query (try --help)", "没有选项 --josn；如要按文字检索，请在查询前加 --（用法见 --help）")]
    [InlineData("search 城市 --top=3 --pages=2", "there is no option --pages=2; to search for it as text, write -- before the query (try --help)", "没有选项 --pages=2；如要按文字检索，请在查询前加 --（用法见 --help）")]
    [InlineData("stats --josn", "there is no option --josn (try --help)", "没有选项 --josn（用法见 --help）")]
    [InlineData("stats all", "stats does not take all (try --help)", "stats 不接受 all（用法见 --help）")]
    [InlineData("search 城市 --top", "--top lacks its value: --top N (try --help)", "--top 缺少值：--top N（用法见 --help）")]
    [InlineData("search 城市 --top 1 --top 2", "--top may be given once only (try --help)", "--top 只能给出一次（用法见 --help）")]
    [InlineData("search 城市 --index", "--index lacks its value: --index DIR (try --help)", "--index 缺少值：--index DIR（用法见 --help）")]
    [InlineData("search 城市 --index --json", "--index lacks its value: --index DIR (try --help)", "--index 缺少值：--index DIR（用法见 --help）")]
    [InlineData("--corpus --verbose stats", "--corpus lacks its value: --corpus DIR (try --help)", "--corpus 缺少值：--corpus DIR（用法见 --help）")]
    [InlineData("search 城市 --top ten", "--top ten: write a whole number from 1 to 1000", "--top ten：请写 1 到 1000 之间的整数")]
    [InlineData("search 城市 --top 0", "--top 0: write a whole number from 1 to 1000", "--top 0：请写 1 到 1000 之间的整数")]
    [InlineData("search 城市 --top 99999999999999999999", "--top 99999999999999999999: write a whole number from 1 to 1000", "--top 99999999999999999999：请写 1 到 1000 之间的整数")]
    [InlineData("search 城市 --page -1", "--page -1: write a whole number from 1 to 1000", "--page -1：请写 1 到 1000 之间的整数")]
    [InlineData("search 城市 --top 1000 --page 11", "--page 11: write a whole number from 1 to 10", "--page 11：请写 1 到 10 之间的整数")]
    [InlineData("search 城市 --kind book", "--kind book: write one of all, article, reference", "--kind book：请从 all、article、reference 中选择")]
    [InlineData("search 城市 --kind 1", "--kind 1: write one of all, article, reference", "--kind 1：请从 all、article、reference 中选择")]
    [InlineData("search 城市 --sort size", "--sort size: write one of relevance, date", "--sort size：请从 relevance、date 中选择")]
    [InlineData("search 城市 --filter 2019", "--filter 2019: write NAME=VALUE, for example --filter year=2019", "--filter 2019：请写成 名称=值，例如 --filter year=2019")]
    [InlineData("search 城市 --filter =2019", "--filter =2019: write NAME=VALUE, for example --filter year=2019", "--filter =2019：请写成 名称=值，例如 --filter year=2019")]
    public async Task Misuse_is_one_line_in_the_users_language_and_status_2(string commandLine, string english, string chinese)
    {
        var args = commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(new CommandRun(2, "", $"citysearch: {english}{Environment.NewLine}"), await CommandRun.In(Language.English, args));
        Assert.Equal(new CommandRun(2, "", $"citysearch: {chinese}{Environment.NewLine}"), await CommandRun.In(Language.Chinese, args));
    }

    [Theory]
    [InlineData("--corpus")]
    [InlineData("--index")]
    public async Task A_folder_without_a_name_is_misuse(string option)
    {
        Assert.Equal(new CommandRun(2, "", $"citysearch: {option} is empty; name a folder{Environment.NewLine}"), await CommandRun.Of("stats", option, ""));
        Assert.Equal(new CommandRun(2, "", $"citysearch: {option} 为空，请指定文件夹{Environment.NewLine}"), await CommandRun.In(Language.Chinese, "stats", option, " "));
    }
}
