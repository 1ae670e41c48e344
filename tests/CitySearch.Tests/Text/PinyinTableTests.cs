using System.Text;
using CitySearch.Text;
using ICU4N.Text;

namespace CitySearch.Tests.Text;

public sealed class PinyinTableTests
{
    /// <summary>After a change of the rules: <c>CITYSEARCH_APPROVE=1 dotnet test</c> writes the table anew.</summary>
    [Fact]
    public void The_embedded_table_is_what_ICU_reads_for_every_folded_character()
    {
        var computed = Compute();
        if (Approval.IsWriting)
        {
            File.WriteAllText(Path.Combine(Approval.RepositoryRoot, "src/CitySearch/Text/pinyin.txt"), computed);
            return;
        }

        using var resource = typeof(PinyinTable).Assembly.GetManifestResourceStream(PinyinTable.ResourceName)!;
        using var reader = new StreamReader(resource, Encoding.UTF8);
        Assert.Equal(computed, reader.ReadToEnd());
    }

    [Theory]
    [InlineData("城市大脑", "cheng shi da nao")]
    [InlineData("重庆", "zhong|chong qing")]
    [InlineData("银行", "yin xing|hang")]
    [InlineData("长沙", "zhang|chang sha")]
    [InlineData("单志广", "dan|shan zhi guang")]
    [InlineData("厦门", "sha|xia men")]
    [InlineData("绿色", "lv se")]
    [InlineData("战略", "zhan lve")]
    [InlineData("王超超", "wang chao chao")]
    [InlineData("排队", "pai dui")]
    [InlineData("效率", "xiao lv|shuai")]
    public void A_word_has_its_common_readings(string word, string readings) =>
        Assert.Equal(readings, string.Join(' ', word.Select(c => string.Join('|', PinyinTable.Current.Readings(c)))));

    [Fact]
    public void Every_syllable_is_of_plain_letters_and_none_longer_than_the_longest()
    {
        var readings = Enumerable.Range(0x3000, 0x7000).SelectMany(c => PinyinTable.Current.Readings(c)).Distinct().ToList();

        Assert.InRange(readings.Count, 390, 430);
        Assert.All(readings, r => Assert.Matches($"^[a-z]{{1,{PinyinTable.LongestSyllable}}}$", r));
    }

    [Fact]
    public void What_is_no_Han_character_has_no_reading() =>
        Assert.All((int[])['a', '1', ' ', 'か', 0x20000, 0x10FFFF, 0], c => Assert.Empty(PinyinTable.Current.Readings(c)));

    /// <summary>A syllable a line, with the folded characters that ICU reads so.</summary>
    private static string Compute()
    {
        var toLatin = Transliterator.GetInstance("Han-Latin");
        var characters = new SortedDictionary<string, StringBuilder>(StringComparer.Ordinal);
        foreach (var c in Enumerable.Range(0x3000, 0x7000).Select(c => (char)c).Where(c => TextFolding.Fold([c]) == c.ToString()))
        {
            var latin = toLatin.Transliterate(c.ToString());
            var syllable = new string([.. TextFolding.Fold(new string([.. latin.Select(l => "üǖǘǚǜ".Contains(l, StringComparison.Ordinal) ? 'v' : l)])).Where(char.IsAsciiLetterLower)]);
            if (latin != c.ToString() && syllable.Length > 0)
            {
                if (!characters.TryGetValue(syllable, out var list))
                {
                    characters.Add(syllable, list = new StringBuilder());
                }

                list.Append(c);
            }
        }

        return string.Concat(characters.Select(s => $"{s.Key} {s.Value}\n"));
    }
}
