namespace CitySearch.Searching;

/// <summary>A score in its parts. The contributions add up to the score.</summary>
/// <param name="Signals">The parts.</param>
/// <param name="Terms">What the text signal is made of, strongest first.</param>
public sealed record ScoreExplanation(IReadOnlyList<ScoreSignal> Signals, IReadOnlyList<ScoreTerm> Terms);

/// <summary>A part of a score.</summary>
/// <param name="Name">The signal's name, as in <c>docs/ranking.md</c>.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Weight">The weight it was given.</param>
/// <param name="Contribution">What it adds to the score.</param>
public sealed record ScoreSignal(string Name, double Value, double Weight, double Contribution);

/// <summary>A term's part of the text signal.</summary>
/// <param name="Term">The term as indexed.</param>
/// <param name="Weight">Its weight in the query: how often it stands there, times its inverse document frequency.</param>
/// <param name="Contribution">What it adds.</param>
public sealed record ScoreTerm(string Term, double Weight, double Contribution);
