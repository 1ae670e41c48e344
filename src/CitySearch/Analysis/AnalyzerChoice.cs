using Lucene.Net.Analysis;

namespace CitySearch.Analysis;

/// <summary>An analyzer by name, as the index is built and asked with it.</summary>
/// <param name="Name">The name it was asked for by.</param>
/// <param name="Fingerprint">What decides its tokens: its name, version and data. An index built with another is rebuilt.</param>
/// <param name="Index">Makes the terms of texts and of plain queries.</param>
/// <param name="Phrase">Makes the terms of a phrase, at positions where <paramref name="Index"/> makes them too.</param>
internal sealed record AnalyzerChoice(string Name, string Fingerprint, Analyzer Index, Analyzer Phrase);
