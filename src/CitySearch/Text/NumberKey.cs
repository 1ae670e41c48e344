namespace CitySearch.Text;

/// <summary>A canonical key of a document or standard number, and the stretch of the folded text that says it.</summary>
/// <param name="Text">The key, as <see cref="NumberMatch.Keys"/> has it.</param>
/// <param name="First">The stretch's first folded code point: where the key has an agency code, that of the code.</param>
/// <param name="End">The folded code point after the stretch: for a standard without its year, before the year.</param>
internal readonly record struct NumberKey(string Text, int First, int End);
