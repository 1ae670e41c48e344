using CitySearch.Text;

namespace CitySearch.Analysis;

/// <summary>Cuts folded text into base tokens. An instance serves one thread.</summary>
internal interface ISegmenter
{
    /// <summary>Adds the tokens of a run of characters of a script written without spaces.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The run's first folded code point.</param>
    /// <param name="length">Its length.</param>
    /// <param name="tokens">Takes the tokens.</param>
    void AddRun(FoldedText text, int first, int length, TokenList tokens);
}
