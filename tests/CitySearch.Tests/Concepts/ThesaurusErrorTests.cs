using CitySearch.Concepts;

namespace CitySearch.Tests.Concepts;

/// <summary>Every mistake in a thesaurus file is reported in one line with its place and what to do.</summary>
public sealed class ThesaurusErrorTests
{
    private const string Keys =
        "prefLabel, altLabel, abbreviation, hiddenLabel, definition, scopeNote, broader, narrower, related, exactMatch";

    public static TheoryData<string, string> Mistakes => new()
    {
        { "- 城市大脑", "c.yaml:1:1: a thesaurus is a mapping of ids to concepts; write each concept as ID: and its keys indented below" },
        { "城市大脑", "c.yaml:1:1: a thesaurus is a mapping of ids to concepts; write each concept as ID: and its keys indented below" },
        { "# 空\n\na/b:\n  prefLabel: {zh: 甲}", "c.yaml:3:1: \"a/b\" cannot be an id; use letters, digits and hyphens, such as city-brain" },
        { "a:\n  prefLabel: {zh: 甲}\nb:\n  prefLabel: {zh: 乙}\na:\n  prefLabel: {zh: 丙}", "c.yaml:5:1: the concept a stands on line 1 already; merge the two or give this one another id" },
        { "a:\nb:\n  prefLabel: {zh: 乙}", "c.yaml:1:1: the concept a has no keys; write at least prefLabel: {zh: …} indented below it" },
        { "a:\n  altLabel: [甲]", "c.yaml:1:1: the concept a has no prefLabel; add prefLabel: {zh: …}" },
        { "a:\n  prefLabel: {zh: 甲}\n  altlabel: [乙]", $"c.yaml:3:3: unknown key \"altlabel\" in the concept a; use one of: {Keys}" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel: [乙]\n  altLabel: [丙]", "c.yaml:4:3: the concept a has \"altLabel\" on line 3 already; merge the two" },
        { "a:\n  prefLabel: 甲", "c.yaml:2:14: prefLabel needs its language; write prefLabel: {zh: …, en: …} with one or both of them" },
        { "a:\n  prefLabel:", "c.yaml:2:3: prefLabel needs its language; write prefLabel: {zh: …, en: …} with one or both of them" },
        { "a:\n  prefLabel: {}", "c.yaml:2:14: prefLabel needs its language; write prefLabel: {zh: …, en: …} with one or both of them" },
        { "a:\n  prefLabel: {de: 甲}", "c.yaml:2:15: unknown language \"de\" in prefLabel; use zh or en" },
        { "a:\n  prefLabel:\n    zh: 甲\n    zh: 乙", "c.yaml:4:5: prefLabel has zh twice; keep one of them" },
        { "a:\n  prefLabel: {zh: \"\"}", "c.yaml:2:19: prefLabel zh is empty or no text; write a text after zh: or remove it" },
        { "a:\n  prefLabel:\n    zh:", "c.yaml:3:5: prefLabel zh is empty or no text; write a text after zh: or remove it" },
        { "a:\n  prefLabel: {zh: 甲}\n  definition: 文", "c.yaml:3:15: definition needs its language; write definition: {zh: …, en: …} with one or both of them" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel: [乙, ' ']", "c.yaml:3:17: altLabel is a list of texts, none of them empty; write altLabel: [one, another] or remove it" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel:\n    - 乙\n    - [丙]", "c.yaml:5:7: altLabel is a list of texts, none of them empty; write altLabel: [one, another] or remove it" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel:", "c.yaml:3:3: altLabel is a list of texts, none of them empty; write altLabel: [one, another] or remove it" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel: [乙, ……]", "c.yaml:3:17: the label \"……\" has no letter, digit or Chinese character; write a label or remove it" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel:\n    - |\n      乙\n      丙", "c.yaml:4:7: the label \"乙?丙\" runs over several lines; write it on one" },
        { $"a:\n  prefLabel: {{zh: {new string('长', 201)}}}", $"c.yaml:2:19: the label \"{new string('长', 60)}…\" is longer than 200 characters; shorten it" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel: [乙]\n  abbreviation: [乙]", "c.yaml:4:18: the label \"乙\" stands on line 3 already; remove one of the two" },
        { "a:\n  prefLabel: {zh: 智慧城市}\nb:\n  prefLabel: {zh: 乙, en: 智慧-城市}", "c.yaml:4:26: the prefLabel \"智慧-城市\" is that of a on line 2 too; make it an altLabel of one of them, or merge the two" },
        { "a:\n  prefLabel: {zh: 甲}\n  related: [b]", "c.yaml:3:13: related of a names \"b\", which is no concept of this file; write the id of one, or add the concept" },
        { "a:\n  prefLabel: {zh: 甲}\n  exactMatch: [b]", "c.yaml:3:16: exactMatch of a names \"b\", which is no concept of this file; write the id of one, a URI, or add the concept" },
        { "a:\n  prefLabel: {zh: 甲}\n  exactMatch: [\"://\"]", "c.yaml:3:16: exactMatch of a names \"://\", which is no concept of this file; write the id of one, a URI, or add the concept" },
        { "a:\n  prefLabel: {zh: 甲}\n  broader: [a]", "c.yaml:3:13: a cannot be broader to itself; remove it" },
        { Three("broader: [b]", "broader: [c]", "broader: [a]"), "c.yaml:9:13: broader goes in a circle: a → b → c → a; remove one of these steps" },
        { Three("narrower: [b]", "narrower: [a]", "broader: [b]"), "c.yaml:3:14: broader goes in a circle: a → b → a; remove one of these steps" },
        { Three("broader: [b]", "broader: [c]", "related: [a]"), "c.yaml:9:13: c is related to a, and one of them is broader than the other; remove one of the two relations" },
        { Three("broader: [b]", "broader: [c]", "exactMatch: [a]"), "c.yaml:9:16: c is exactMatch to a, and one of them is broader than the other; remove one of the two relations" },
        { Three("related: [b]", "exactMatch: [a]", "related: [b]"), "c.yaml:6:16: b and a are both related and exactMatch; remove one of the two relations" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel: [乙\nb:\n  prefLabel: {zh: 丙}", "c.yaml:3:13: [ is not closed, or what follows it is not YAML; put the ], and texts with : # , or brackets into quotes" },
        { "a:\n  prefLabel: {zh: 甲\n", "c.yaml:2:14: { is not closed, or what follows it is not YAML; put the }, and texts with : # , or brackets into quotes" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel: @x", "c.yaml:3:13: this is not YAML: While scanning for the next token, found character that cannot start any token; mend it, and put texts with : # or quotes into quotes" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel: 乙: 丙", "c.yaml:3:14: this is not YAML: While scanning a plain scalar value, found invalid mapping; mend it, and put texts with : # or quotes into quotes" },
        { "a:\n  prefLabel:\n    zh: \"甲\n    en: x", "c.yaml:3:9: this is not YAML: While scanning a multi-line double-quoted scalar, found wrong indentation; mend it, and put texts with : # or quotes into quotes" },
        { "a:\n\tprefLabel: {zh: 甲}", "c.yaml:2:1: the line is indented with a tab; use spaces" },
        { "a: &x\n  prefLabel: {zh: 甲}\nb: *x", "c.yaml:1:4: the anchor &x is not allowed; remove it" },
        { "a:\n  prefLabel: {zh: 甲}\n  altLabel: *x", "c.yaml:3:13: the alias *x is not allowed; write the value out" },
        { "a:\n  prefLabel: {zh: !!str 甲}", "c.yaml:2:19: the tag tag:yaml.org,2002:str is not allowed; remove it" },
        { "a:\n  prefLabel: {zh: 甲}\n---\nb:\n  prefLabel: {zh: 乙}", "c.yaml:4:1: the file has a second document; remove the line --- before it" },
        { "? [a]\n: b", "c.yaml:1:3: a key must be a text" },
        { "a: [[[[[[[[甲]]]]]]]]", "c.yaml:1:11: values are nested more than 8 deep; a concept has keys with texts or lists of texts" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_in_one_line_with_its_place(string yaml, string message)
    {
        var error = Assert.Throws<ThesaurusException>(() => Thesaurus.Parse(yaml, "c.yaml"));
        Assert.Equal(message, error.Message);
        Assert.Equal($"c.yaml:{error.Line}:{error.Column}", message[..message.IndexOf(": ", StringComparison.Ordinal)]);
        Assert.Equal("c.yaml", error.FileName);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_at_the_same_place_with_line_ends_of_Windows(string yaml, string message)
    {
        var error = Assert.Throws<ThesaurusException>(() => Thesaurus.Parse(yaml.ReplaceLineEndings("\r\n"), "c.yaml"));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_long_circle_is_named_by_its_first_steps()
    {
        var yaml = string.Concat(Enumerable.Range(0, 20).Select(i => $"c{i}:\n  prefLabel: {{zh: 甲{i}}}\n  broader: [c{(i + 1) % 20}]\n"));
        var error = Assert.Throws<ThesaurusException>(() => Thesaurus.Parse(yaml, "c.yaml"));
        Assert.Equal("c.yaml:60:13: broader goes in a circle: c0 → c1 → c2 → c3 → c4 → c5 → c6 → c7 → … → c0; remove one of these steps", error.Message);
    }

    private static string Three(string a, string b, string c) =>
        $"a:\n  prefLabel: {{zh: 甲}}\n  {a}\nb:\n  prefLabel: {{zh: 乙}}\n  {b}\nc:\n  prefLabel: {{zh: 丙}}\n  {c}";
}
