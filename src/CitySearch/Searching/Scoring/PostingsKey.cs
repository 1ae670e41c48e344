namespace CitySearch.Searching.Scoring;

/// <summary>What decoded postings depend on.</summary>
/// <param name="Segment">The segment's core.</param>
/// <param name="MeanSectionLength">The mean length their section (or about) impacts were computed with.</param>
/// <param name="MeanReferenceLength">The mean length their reference impacts were computed with.</param>
/// <param name="Term">The term, or what stands for a phrase.</param>
internal readonly record struct PostingsKey(object Segment, float MeanSectionLength, float MeanReferenceLength, string Term);
