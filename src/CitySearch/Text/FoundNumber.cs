namespace CitySearch.Text;

/// <summary>A document or standard number found in a folded text.</summary>
/// <param name="First">Its first folded code point.</param>
/// <param name="End">The folded code point after it.</param>
/// <param name="IsStandard">Whether it is the number of a standard.</param>
/// <param name="Digits">The first folded code point of the number proper, without code, part and year: 36333 in GB/T 36333.1-2018.</param>
/// <param name="DigitsEnd">The folded code point after the number proper.</param>
/// <param name="Keys">Its keys.</param>
internal sealed record FoundNumber(int First, int End, bool IsStandard, int Digits, int DigitsEnd, List<NumberKey> Keys);
