using System.Text.RegularExpressions;

namespace CitySearch.Corpus.References;

/// <summary>Reads names in Latin letters at an offset.</summary>
/// <remarks>
/// GB/T 7714-2015, 8.1.1: the family name first, given names as initials without full stops: Dangelico R M. Other styles
/// write R. M. Dangelico and Dangelico, R. M.; all of them become the form of the standard.
/// </remarks>
internal static partial class WesternNames
{
    private const string Family = @"(?<family>(?:(?:[Vv]an|[Vv]on|[Dd]er|[Dd]en|[Dd]e|[Dd]a|[Dd]i|[Dd]u|[Dd]el|[Dd]ella|[Ll]a|[Ll]e|[Tt]er|[Tt]en|[Dd]os|[Bb]in|[Aa]l|[Ee]l)[ -]){0,3}\p{Lu}[A-Za-z\u00C0-\u024F\u0370-\u052F'’]{1,30}(?:-[A-Za-z\u00C0-\u024F\u0370-\u052F'’]{1,30}){0,3}(?: \p{Lu}[A-Za-z\u00C0-\u024F\u0370-\u052F'’]{1,30}(?:-[A-Za-z\u00C0-\u024F\u0370-\u052F'’]{1,30}){0,3}){0,2})";

    // Given names in full are told from the words of a title only by being known ones.
    private static readonly HashSet<string> GivenNames = new(StringComparer.Ordinal)
    {
        "Adam", "Alan", "Albert", "Alex", "Alexander", "Alice", "Amy", "Andrea", "Andreas", "Andrew", "Andy", "Angela", "Ann", "Anna", "Anne", "Anthony", "Antonio", "Arthur", "Barbara", "Ben", "Benjamin", "Bill", "Bob", "Boyd",
        "Brian", "Bruce", "Carl", "Carlo", "Carlos", "Carol", "Caroline", "Catherine", "Charles", "Chris", "Christian", "Christine", "Christopher", "Claire", "Craig", "Daniel", "David", "Deborah", "Dennis", "Diana", "Donald", "Douglas", "Edward",
        "Elizabeth", "Ellen", "Emily", "Emma", "Eric", "Erik", "Eva", "Francesco", "Francis", "Frank", "Fred", "Gary", "Geoffrey", "George", "Giovanni", "Graham", "Gregory", "Hans", "Harold", "Harry", "Helen", "Henry", "Howard", "Hugh", "Ian", "Jack",
        "Jacob", "James", "Jan", "Jane", "Janet", "Jason", "Jean", "Jeff", "Jeffrey", "Jennifer", "Jeremy", "Jessica", "Jim", "Joan", "Joe", "John", "Jonathan", "Jose", "Joseph", "Juan", "Judith", "Julia", "Julian", "Julie", "Karen", "Karl", "Kate", "Katherine",
        "Keith", "Kelly", "Kenneth", "Kevin", "Larry", "Laura", "Lawrence", "Lee", "Leo", "Leonard", "Lewis", "Linda", "Lisa", "Louis", "Lucy", "Luigi", "Luis", "Manuel", "Marc", "Marco", "Margaret", "Maria", "Marie", "Mario", "Martha", "Martin", "Mary", "Matthew",
        "Michael", "Michel", "Mike", "Nancy", "Neil", "Nicholas", "Nick", "Oliver", "Pamela", "Patricia", "Patrick", "Paul", "Paula", "Pedro", "Peter", "Philip", "Pierre", "Rachel", "Ralph", "Raymond", "Rebecca", "Richard", "Rob", "Robert", "Roger", "Ronald", "Rudolf",
        "Russell", "Ruth", "Ryan", "Sam", "Samuel", "Sandra", "Sarah", "Scott", "Sharon", "Simon", "Sophie", "Stefan", "Stephanie", "Stephen", "Steve", "Steven", "Stuart", "Susan", "Terry", "Theodore", "Thomas", "Tim", "Timothy", "Tom", "Tony", "Victor", "Vincent",
        "Vito", "Walter", "Wayne", "William", "Wolfgang",
    };

    /// <summary>The name at an offset and where it ends, or <see langword="null"/>.</summary>
    /// <param name="shadow">The text.</param>
    /// <param name="at">Where the name starts.</param>
    /// <param name="end">Where it ends: behind the full stop of a last initial.</param>
    public static string? Read(string shadow, int at, out int end)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[FamilyFirst(), FamilyAndComma(), InitialsFirst()])
        {
            if (pattern.Match(shadow, at) is { Success: true } match)
            {
                var suffix = Suffix().Match(shadow, at + match.Length);
                end = at + match.Length + suffix.Length;
                return $"{match.Groups["family"].Value} {Initials(match.Groups["initials"].Value)}{(suffix.Success ? " " + suffix.Groups["suffix"].Value : "")}";
            }
        }

        if (GivenFirst().Match(shadow, at) is { Success: true } full && GivenNames.Contains(full.Groups["given"].Value))
        {
            end = at + full.Length;
            return full.Value;
        }

        if (GivenLast().Match(shadow, at) is { Success: true } inverted && GivenNames.Contains(inverted.Groups["given"].Value))
        {
            end = at + inverted.Length;
            return $"{inverted.Groups["family"].Value} {inverted.Groups["given"].Value}{string.Concat(inverted.Groups["initials"].Value.Where(char.IsUpper).Select(c => $" {c}"))}";
        }

        end = at;
        return null;
    }

    private static string Initials(string initials) =>
        string.Join(' ', initials.Where(char.IsUpper));

    [GeneratedRegex(@"\G, ?(?<suffix>Jr|Sr|II|III)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    // Kitchin R; Dangelico R M; Hollands R. G.; a full stop behind the last of undotted initials ends the field.
    [GeneratedRegex(@"\G" + Family + @" (?:(?<initials>\p{Lu}\.(?:[ -]?\p{Lu}\.){1,3})|(?<initials>\p{Lu}\.|\p{Lu}(?:[ -]?\p{Lu}){0,3})(?= ?[,;.&(:等]| and | et al|$|\0))", RegexOptions.CultureInvariant)]
    private static partial Regex FamilyFirst();

    // Arnstein, S. R.
    [GeneratedRegex(@"\G" + Family + @", ?(?<initials>\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3})", RegexOptions.CultureInvariant)]
    private static partial Regex FamilyAndComma();

    // R. G. Hollands
    [GeneratedRegex(@"\G(?!U\. ?[KS]\.)(?<initials>\p{Lu}\.(?:[ -]?\p{Lu}\.){0,3}) ?" + Family + @"(?= ?[,;.&(:等]| and | et al|$|\0)", RegexOptions.CultureInvariant)]
    private static partial Regex InitialsFirst();

    // Rob Kitchin; Peter F. Drucker
    [GeneratedRegex(@"\G(?<given>\p{Lu}\p{Ll}{1,12}) (?:\p{Lu}\. ?){0,2}\p{Lu}[A-Za-z\u00C0-\u024F\u0370-\u052F'’]{1,30}(?:-[A-Za-z\u00C0-\u024F\u0370-\u052F'’]{1,30}){0,3}(?= ?[,;.&(:等]| and | et al|$|\0)", RegexOptions.CultureInvariant)]
    private static partial Regex GivenFirst();

    // Townsend, Anthony M.
    [GeneratedRegex(@"\G" + Family + @", ?(?<given>\p{Lu}\p{Ll}{1,12})(?<initials>(?: \p{Lu}\.?){0,2})(?= ?[,;.&(:等]| and | et al|$|\0|(?<=\.) )", RegexOptions.CultureInvariant)]
    private static partial Regex GivenLast();
}
