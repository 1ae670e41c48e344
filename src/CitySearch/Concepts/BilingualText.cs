namespace CitySearch.Concepts;

/// <summary>A text in Chinese, in English, or in both.</summary>
/// <param name="Zh">The Chinese text; <see langword="null"/> when there is none.</param>
/// <param name="En">The English text; <see langword="null"/> when there is none.</param>
public sealed record BilingualText(string? Zh, string? En)
{
    /// <summary>The Chinese text, or the English where there is no Chinese.</summary>
    public override string ToString() => Zh ?? En ?? "";
}
