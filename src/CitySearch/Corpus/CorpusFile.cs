namespace CitySearch.Corpus;

/// <summary>A file of the corpus.</summary>
/// <param name="FullPath">Where it is on disk.</param>
/// <param name="Path">Its path below the corpus folder, with forward slashes: its name in the index.</param>
public sealed record CorpusFile(string FullPath, string Path);
