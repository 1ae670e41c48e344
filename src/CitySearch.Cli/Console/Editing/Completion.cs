namespace CitySearch.Cli.QueryConsole.Editing;

/// <summary>What can be typed in place of the text between a place and the cursor.</summary>
/// <param name="Start">The place, in UTF-16 units from the start of the line.</param>
/// <param name="Candidates">What can stand there, the most useful first.</param>
internal sealed record Completion(int Start, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>Nothing to offer.</summary>
    public static Completion None { get; } = new(0, []);
}

/// <summary>Something that can be typed.</summary>
/// <param name="Text">What is put into the line; without control characters.</param>
/// <param name="Note">What it is, in a word or two; empty where it says itself.</param>
internal sealed record Candidate(string Text, string Note = "");
