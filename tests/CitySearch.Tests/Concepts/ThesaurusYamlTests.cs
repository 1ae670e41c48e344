using CitySearch.Concepts;
using CitySearch.Concepts.Yaml;
using CsCheck;

namespace CitySearch.Tests.Concepts;

/// <summary>The quick reader of plain YAML and the full one read the same, and neither is hurt by hostile text.</summary>
public sealed class ThesaurusYamlTests
{
    [Fact]
    public void The_shipped_file_is_plain_and_both_readers_read_the_same_of_it()
    {
        Assert.True(PlainYaml.TryRead(ShippedThesaurusTests.Text, out var plain));
        Assert.Equal(Written(FullYaml.Read(ShippedThesaurusTests.Text, "c.yaml")), Written(plain));
    }

    [Theory]
    [InlineData("a: b", true)]
    [InlineData("a:\n  - b\n  - c # 注\nd: e", true)]
    [InlineData("a:\n- b\n- c\nd:\n", true)]
    [InlineData("a:\r\n  b: [c, \"d: e\", 'f']\r\n", true)]
    [InlineData("a: {b: c, d: 'e'}   # 注", true)]
    [InlineData("a: https://example.org/x#y", true)]
    [InlineData("a:   #注\n  b: c", true)]
    [InlineData("a: \"\"", true)]
    [InlineData("  a: b", false)]
    [InlineData("a: b\n  c", false)]
    [InlineData("a: |\n  b", false)]
    [InlineData("a: [b,\n  c]", false)]
    [InlineData("a: [b, [c]]", false)]
    [InlineData("a: [b, c: d]", false)]
    [InlineData("a: \"\\u57ce\"", false)]
    [InlineData("a: 'b''c'", false)]
    [InlineData("a: b: c", false)]
    [InlineData("a: [b,]", false)]
    [InlineData("---\na: b", false)]
    [InlineData("a:\tb", false)]
    [InlineData("a: &b c", false)]
    [InlineData("- a", false)]
    [InlineData("a: \U00028A0F", false)]
    [InlineData("\uFEFFa: b", false)]
    public void The_quick_reader_leaves_what_is_not_plain_to_the_other(string yaml, bool isPlain)
    {
        Assert.Equal(isPlain, PlainYaml.TryRead(yaml, out var plain));
        if (isPlain)
        {
            Assert.Equal(Written(FullYaml.Read(yaml, "c.yaml")), Written(plain));
        }
    }

    [Fact]
    public void What_the_quick_reader_reads_of_any_text_the_full_one_reads_too()
    {
        string[] parts = ["a", "b-c", "城市", ":", ": ", " ", "  ", "\n", "\n  ", "\n    ", "\r\n", "- ", "-", "[", "]", "{", "}", ", ", ",", "\"", "'", "#", " #", "zh: ", "|", ">", "&x", "*x", "!", "%", "@", "`", "?", "? ", "\\", "---\n", "...", "\t", "10", "~", "=", "<<"];
        Pick.Text(30, parts).ForAll(Agree, cases: 5000);
    }

    [Fact]
    public void What_the_quick_reader_reads_of_an_edited_file_the_full_one_reads_too()
    {
        var lines = ShippedThesaurusTests.Text.Split('\n');
        string[] inserts = ["", " ", "  ", ":", "- ", "[", "]", "}", "\"", "'", "#", " # ", ",", "\n", "\n  x", "\n    - y", "&", "*", "|", "城"];
        var edit = Gen.Select(Gen.Int[0, lines.Length - 20], Gen.Int[1, 20], Gen.Int[0, 400], Gen.Int[0, 3], Pick.OneOf(inserts));
        edit.ForAll(e =>
        {
            var (start, count, at, removed, inserted) = e;
            var text = string.Join('\n', lines[start..(start + count)]);
            at = Math.Min(at, text.Length);
            Agree(text[..at] + inserted + text[Math.Min(at + removed, text.Length)..]);
        }, cases: 2000);
    }

    [Fact]
    public void Any_text_is_read_or_refused_in_one_line()
    {
        string[] parts = ["a", "b", "甲", ":", ": ", "\n", "\n  ", "prefLabel", "{zh: 甲}", "{en: x}", "altLabel", "broader", "related", "exactMatch", "[a]", "[b, a]", "[", "]", "- ", "\"", "&x ", "*x", "!t ", "? ", "\t", "\u0000", "\u2028", "\ud800", "|", "#"];
        Pick.Text(40, parts).ForAll(yaml =>
        {
            try
            {
                Assert.NotNull(Thesaurus.Parse(yaml, "c.yaml").Concepts);
            }
            catch (ThesaurusException e)
            {
                Assert.StartsWith($"c.yaml:{e.Line}:{e.Column}: ", e.Message, StringComparison.Ordinal);
                Assert.True(e.Line >= 1 && e.Line <= yaml.ReplaceLineEndings("\n").Split('\n', '\u2028').Length + 1);
                Assert.DoesNotContain('\n', e.Message);
            }
        }, cases: 2000);
    }

    [Theory]
    [InlineData("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]", "c.yaml:1:4: ")]
    [InlineData("a: &a\n  b: *a", "c.yaml:1:4: ")]
    [InlineData("? ? ? ? ? ? ? ? ? a", "c.yaml:1:3: ")]
    [InlineData("- - - - - - - - - - a", "c.yaml:1:17: ")]
    public void A_bomb_does_not_go_off(string yaml, string place) =>
        Assert.StartsWith(place, Assert.Throws<ThesaurusException>(() => Thesaurus.Parse(yaml, "c.yaml")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a:\n ")]
    [InlineData("[a, ")]
    [InlineData("\"")]
    [InlineData("a: ")]
    [InlineData("&a ")]
    [InlineData("|\n")]
    public void Endless_repetition_is_refused(string part)
    {
        var yaml = string.Concat(Enumerable.Repeat(part, 100_000));
        Assert.Throws<ThesaurusException>(() => Thesaurus.Parse(yaml, "c.yaml"));
    }

    private static void Agree(string yaml)
    {
        if (PlainYaml.TryRead(yaml, out var plain))
        {
            Assert.Equal(Written(FullYaml.Read(yaml, "c.yaml")), Written(plain));
        }
    }

    /// <summary>All of a value with all places.</summary>
    private static string Written(YamlNode? node) => node is null ? "nothing" : node.Kind switch
    {
        YamlKind.Scalar => $"{node.Line}:{node.Column}\"{node.Text}\"",
        YamlKind.Sequence => $"{node.Line}:{node.Column}[{string.Join(", ", node.Items.Select(Written))}]",
        _ => $"{node.Line}:{node.Column}{{{string.Join(", ", node.Entries.Select(e => $"{Written(e.Key)}: {Written(e.Value)}"))}}}",
    };
}
