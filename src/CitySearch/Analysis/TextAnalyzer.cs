using Lucene.Net.Analysis;

namespace CitySearch.Analysis;

/// <summary>An analyzer of CitySearch's own: <see cref="TextTokenizer"/> over a segmenter.</summary>
/// <param name="segmenter">Makes a segmenter for a thread.</param>
/// <param name="isPhrase">Whether only the base tokens are wanted.</param>
internal sealed class TextAnalyzer(Func<ISegmenter> segmenter, bool isPhrase) : Analyzer
{
    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new TextTokenizer(reader, segmenter(), isPhrase));

    /// <summary>A position between the values of a field, so that no phrase runs from a title into the text below it.</summary>
    public override int GetPositionIncrementGap(string fieldName) => 1;
}
