namespace CitySearch.Evaluation;

/// <summary>A query of a judged dataset.</summary>
/// <param name="Id">Its <c>_id</c>.</param>
/// <param name="Text">What is searched for.</param>
/// <param name="Judgements">The grade of each judged document by its id; what is not judged has grade 0.</param>
public sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, int> Judgements)
{
    /// <summary>How many documents are relevant: judged with a grade of 1 or more.</summary>
    public int RelevantCount => Judgements.Values.Count(grade => grade > 0);
}
