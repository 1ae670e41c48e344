namespace CitySearch.Corpus.References;

/// <summary>The authors at the head of an entry.</summary>
/// <param name="Names">The authors; empty where the entry says that there are none (佚名, Anon).</param>
/// <param name="End">Where the title begins, or the marks before it.</param>
/// <param name="Year">The year that follows them in author–year styles.</param>
/// <param name="IsDoubtful">Whether the only name may as well be a short title.</param>
internal sealed record AuthorList(IReadOnlyList<string> Names, int End, PartialDate? Year = null, bool IsDoubtful = false);
