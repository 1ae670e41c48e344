using CitySearch.Analysis;

namespace CitySearch.Snippets;

/// <summary>What snippets look for: the terms of a query and how they stand together in it.</summary>
internal sealed record SnippetQuery
{
    /// <summary>The terms, by their text.</summary>
    public required Dictionary<string, SnippetTerm> Terms { get; init; }

    /// <summary>The stretches of the query without a gap: where one stands whole in a text, its parts elsewhere are not highlighted.</summary>
    public required IReadOnlyList<SnippetRun> Runs { get; init; }
}

/// <summary>A term that snippets look for.</summary>
/// <param name="Weight">Its inverse document frequency.</param>
/// <param name="IsReason">Whether it is highlighted by itself.</param>
/// <param name="IsBridge">
/// Whether it is a pair that joins two words of the query (市大 of 城市大脑): highlighted only between matches on both sides.
/// </param>
internal readonly record struct SnippetTerm(float Weight, bool IsReason, bool IsBridge);

/// <summary>A stretch of the query without a gap.</summary>
/// <param name="Spellings">
/// How the whole of it may stand in a text, each as terms with their positions from 0: as written; with its numbers in digits
/// where it writes them in characters; the key of a document or standard number. A term without characters at an end stands for any character
/// of a script without spaces.
/// </param>
/// <param name="Parts">All terms that can be found of it.</param>
/// <param name="IsPhrase">Whether it was quoted, so that its parts alone are never highlighted.</param>
internal sealed record SnippetRun(IReadOnlyList<IReadOnlyList<PhraseTerm>> Spellings, IReadOnlySet<string> Parts, bool IsPhrase)
{
    /// <summary>Of what was quoted, by how many positions in all its terms may be moved; 0 when it stands as written.</summary>
    public int Slop { get; init; }

    /// <summary>For a label of the thesaurus, the terms of what was typed: where the label stands, these are not looked for one by one.</summary>
    public IReadOnlySet<string> StandsFor { get; init; } = new HashSet<string>();
}
