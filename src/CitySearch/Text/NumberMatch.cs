namespace CitySearch.Text;

/// <summary>A document or standard number found in a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 units into the scanned text.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="IsStandard">Whether it is the number of a standard; otherwise of an official document.</param>
/// <param name="Keys">
/// The canonical keys under which it is found, most specific first; two spellings of one number share their keys. A
/// standard has one with its year, one without, and one without the mark of a recommended standard. A document has one
/// for each agency code that its number may begin with (in 按照浙数办发〔2019〕13号 nothing says where the code begins) and
/// one without any. Every key holds a colon, so none is a word of a text.
/// </param>
public readonly record struct NumberMatch(int Start, int Length, bool IsStandard, IReadOnlyList<string> Keys);
