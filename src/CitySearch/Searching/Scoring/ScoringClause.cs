using CitySearch.Analysis;

namespace CitySearch.Searching.Scoring;

/// <summary>A term or phrase that adds to scores.</summary>
internal sealed record ScoringClause
{
    /// <summary>The term, or the phrase as text.</summary>
    public required string Name { get; init; }

    /// <summary>What an impact is multiplied with.</summary>
    public required float Weight { get; init; }

    /// <summary>What a document that holds it gains in coverage; 0 for a clause that is no reason to be a hit.</summary>
    public required float Coverage { get; init; }

    /// <summary>The terms of a phrase; <see langword="null"/> for a single term.</summary>
    public IReadOnlyList<PhraseTerm>? Phrase { get; init; }

    /// <summary>By how many positions in all the terms of the phrase may be moved.</summary>
    public int Slop { get; init; }

    /// <summary>Terms and phrases of which each occurrence counts as one of the clause; <see langword="null"/> unless it stands for several.</summary>
    public IReadOnlyList<IReadOnlyList<PhraseTerm>>? Alternatives { get; init; }

    /// <summary>What its postings are kept by: the term, or the phrase's terms and positions, which no term looks like.</summary>
    public string Key => Alternatives is not null ? $"\u001d{string.Join('\u001d', Alternatives.Select(KeyOf))}" : Phrase is null ? Name : $"\u001f{Slop}\u001f{KeyOf(Phrase)}";

    private static string KeyOf(IReadOnlyList<PhraseTerm> phrase) => string.Join('\u001f', phrase.Select(t => $"{t.Position}\u001f{t.Term}"));
}
