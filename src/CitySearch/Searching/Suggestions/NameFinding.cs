namespace CitySearch.Searching.Suggestions;

/// <summary>A name that what was typed may become.</summary>
/// <param name="Name">The name.</param>
/// <param name="Start">Where in the name's key what was typed begins.</param>
/// <param name="End">Where in the key it ends.</param>
/// <param name="Score">How useful the name is now; higher is better.</param>
/// <param name="Cost">How far what was typed is from the name's characters; 0 for themselves.</param>
/// <param name="IsByInitials">Whether some characters were typed by their initials alone.</param>
internal readonly record struct NameFinding(SuggestedName Name, int Start, int End, float Score, float Cost, bool IsByInitials);
