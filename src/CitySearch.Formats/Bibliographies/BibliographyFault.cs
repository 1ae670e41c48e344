namespace CitySearch.Formats.Bibliographies;

/// <summary>A place of a bibliography file that cannot be read.</summary>
/// <param name="Line">Its line, counted from 1.</param>
/// <param name="What">What is wrong there, in a few words.</param>
internal sealed record BibliographyFault(int Line, string What);
