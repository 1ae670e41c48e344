namespace CitySearch.Corpus;

/// <summary>A material of an <see cref="IArticleSource"/>.</summary>
/// <param name="Id">What it is called within its source; slashes make folders. Of several with one id, the first counts.</param>
/// <param name="Version">A text that changes with the content: a time of change, a number, a hash.</param>
public sealed record SourceMaterial(string Id, string Version);
