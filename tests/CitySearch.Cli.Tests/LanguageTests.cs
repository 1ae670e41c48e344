namespace CitySearch.Cli.Tests;

public class LanguageTests
{
    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData(null, null, "zh_CN.UTF-8", true)]
    [InlineData(null, null, "zh_TW", true)]
    [InlineData(null, null, "ZH", true)]
    [InlineData(null, "zh_CN.UTF-8", "en_US.UTF-8", true)]
    [InlineData("C.UTF-8", "zh_CN.UTF-8", "zh_CN.UTF-8", false)]
    [InlineData("zh_HK.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8", true)]
    [InlineData("", "", "zh_CN.UTF-8", true)]
    public void The_first_locale_that_is_set_decides(string? all, string? messages, string? lang, bool isChinese)
    {
        var variables = new Dictionary<string, string?> { ["LC_ALL"] = all, ["LC_MESSAGES"] = messages, ["LANG"] = lang };

        Assert.Equal(isChinese, Language.Of(variables.GetValueOrDefault).IsChinese);
    }
}
