namespace CitySearch.Analysis;

/// <summary>The types of the tokens that CitySearch's own analyzers make.</summary>
internal static class TokenTypes
{
    /// <summary>A single Han character.</summary>
    public const string Han = "han";

    /// <summary>Two adjacent Han characters.</summary>
    public const string Pair = "pair";

    /// <summary>A word of a dictionary, or a run of letters and digits.</summary>
    public const string Word = "word";

    /// <summary>The value of a number written in Chinese, in digits: 三十六 as 36.</summary>
    public const string Value = "value";

    /// <summary>A number, in digits, with the Han character behind it: 36次 of 第三十六次 and of 第 36 次.</summary>
    public const string Counted = "counted";

    /// <summary>A key of a document or standard number, or of a date.</summary>
    public const string Key = "key";
}
