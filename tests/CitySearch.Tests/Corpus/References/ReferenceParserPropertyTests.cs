using CitySearch.Corpus.References;
using CsCheck;

namespace CitySearch.Tests.Corpus.References;

/// <summary>What holds for any text whatever.</summary>
public sealed class ReferenceParserPropertyTests
{
    // What entries are made of, and what breaks parsers: halves of pairs, lone surrogates, controls, runs of marks.
    private static readonly string[] Pieces =
    [
        "《", "》", "“", "”", "\"", "(", ")", "（", "）", "[", "]", "【", "】", "[J]", "[EB/OL]", "[m]", "//", "/", "〔2019〕13号", "国发", "国务院令第716号", "GB/T 33356-2016",
        "ISO 37122:2019", ".", "。", "．", "..", ",", "，", "、", ";", ":", "：", " ", "　", "-", "—", "?", "？", "2019.8.12", "2019年8月", "2012", "2019-08-12", "二〇一九年", "c1988", "起施行",
        "12(3): 4-5", "第3期", "第5页", "36卷", "http://a.cn/b", "www.", "https://", "DOI:10.1000/x", "王坚", "欧阳修", "Kitchin R", "O'Reilly T.", "et al.", "等", "译", "国务院办公厅", "人民日报",
        "中信出版社", "北京", "智慧城市", "创新2.0", "Smart Cities", "A.", "U.S.", "Vol.", "\ud83d", "\ude00", "𨨏", "\0", "\t", "\u200b", "é", "①", "Ⅷ", "１２",
    ];

    private static readonly Gen<string> Entries = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 30].Select(string.Concat);

    [Fact]
    public void Any_text_is_parsed_and_every_field_is_a_piece_of_it() => Entries.ForAll(AssertPieces, cases: 5_000);

    [Fact]
    public void Real_entries_stay_readable_when_cut_and_joined()
    {
        string[] entries =
        [
            "浙数办发〔2019〕13号.《浙江省“城市大脑”建设应用行动方案》. 浙江省经济和信息化厅办公室.2019.6.10",
            "贾开,张会平,汤志伟.智慧社会的概念演进、内涵构建与制度框架创新[J].电子政务,2019(04)2-8.",
            "WEINSTEIN L, SWERTZ M N. Pathogenic properties[M]//SODEMAN W A, Jr. Pathologic physiology. Philadelphia: Saunders, 1974: 745-772.",
            "GB/T 33356-2016 新型智慧城市评价指标[S].（已被2022年版代替） https://www.iso.org/a(b)/1.html.",
            "Hollands R. G. (2008). Will the real smart city please stand up? City, 12(3), 303-320.",
        ];
        var cut = Gen.Select(Gen.Int[0, entries.Length - 1], Gen.Double[0, 1], Gen.Double[0, 1]).Select((i, from, to) =>
        {
            var entry = entries[i];
            var (start, end) = ((int)(Math.Min(from, to) * entry.Length), (int)(Math.Max(from, to) * entry.Length));
            return entry[start..end];
        });
        Gen.Select(cut, cut).Select((a, b) => a + b).ForAll(AssertPieces, cases: 3_000);
    }

    [Fact]
    public void Rubbish_of_any_length_is_parsed()
    {
        foreach (var piece in Pieces.Concat(["王坚,", "A. ", "Ab, ", "(2019", "2019.", "[2019]", "国发〔2019〕1号", "《(“", "a:", "1(1)", "，1(", "·", "http://a.b/((("]))
        {
            foreach (var length in (int[])[3_990, 60_000])
            {
                AssertPieces(string.Concat(Enumerable.Repeat(piece, length / piece.Length)));
            }
        }
    }

    private static void AssertPieces(string entry)
    {
        var reference = ReferenceParser.Parse(entry);
        Assert.Equal(entry, reference.Text);
        foreach (var field in (string?[])[reference.Title, reference.Source, reference.DocumentNumber, reference.StandardNumber])
        {
            AssertPiece(entry, field);
        }

        AssertPiece(entry, reference.Url?.Replace("https://doi.org/", "", StringComparison.Ordinal));
        foreach (var author in reference.Authors)
        {
            Assert.False(string.IsNullOrWhiteSpace(author));
            // The order of family name and initials may change, and 王 坚 lose its padding; dashes are one.
            var unspaced = string.Concat(entry.Where(c => !char.IsWhiteSpace(c))).Replace('—', '-');
            Assert.All(author.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains(word.Replace('—', '-'), unspaced, StringComparison.Ordinal));
        }

        foreach (var number in (string?[])[reference.Volume, reference.Issue, reference.Pages])
        {
            Assert.True(number is null || number.Any(char.IsAsciiLetterOrDigit) || number.Contains('刊', StringComparison.Ordinal));
        }

        Assert.True(reference.Date is null || entry.Any(c => char.IsDigit(c) || c is '一' or '二'));
        Assert.Equal(ReferenceFields.Of(reference), ReferenceFields.Of(ReferenceParser.Parse(entry)));
    }

    private static void AssertPiece(string entry, string? field)
    {
        if (field is not null)
        {
            Assert.Contains(field, entry, StringComparison.Ordinal);
            Assert.Equal(field.Trim(), field);
            Assert.NotEqual("", field);
        }
    }
}
