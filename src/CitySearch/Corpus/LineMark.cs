namespace CitySearch.Corpus;

/// <summary>Where a line of the file begins in a section's text.</summary>
/// <param name="Offset">The offset in <see cref="Section.Text"/>, in UTF-16 units.</param>
/// <param name="Line">The file's line, counted from 1.</param>
public readonly record struct LineMark(int Offset, int Line);
