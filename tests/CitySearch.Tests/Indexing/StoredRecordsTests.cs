using System.Text.Json;
using CitySearch.Corpus;
using CitySearch.Indexing;
using CsCheck;
using Lucene.Net.Documents;
using Xunit;

namespace CitySearch.Tests.Indexing;

public class StoredRecordsTests
{
    private static readonly Gen<string?> Text = Gen.String[Gen.Char["城市大脑 a\"\\\n\t<\u00e9"], 0, 12].Null();
    private static readonly Gen<List<string>> Texts = Gen.String[Gen.Char["城市a\""], 0, 5].List[0, 4];
    private static readonly Gen<PartialDate?> Date = Gen.Select(Gen.Int[0, 9999], Gen.Int[1, 12].Nullable(), Gen.Int[1, 28].Nullable(), (year, month, day) => new PartialDate(year, month, day)).Nullable();

    [Fact]
    public void An_article_is_read_as_it_was_stored() =>
        Gen.Select(Text.Select(Text, Text, Date), Texts.Select(Texts, Texts, Texts.Null()), Text.Select(Text, Text), Gen.Int[0, 9].Select(Gen.Bool)).ForAll((names, lists, more, rest) =>
        {
            var article = new ArticleRecord(
                names.Item1 ?? "", names.Item2 ?? "", names.Item3 ?? "", names.Item4, lists.Item1, lists.Item2, more.Item1, more.Item2, more.Item3, lists.Item3, rest.Item1, lists.Item4, rest.Item2);
            var document = new Document { StoredRecords.Field(IndexSchema.ArticleRecord, article, StoredRecords.Article) };

            Same(article, StoredRecords.ReadArticle(document), StoredRecords.Article);
            Same(StoredRecords.Read(document, IndexSchema.ArticleRecord, StoredRecords.Article), StoredRecords.ReadArticle(document), StoredRecords.Article);
        });

    [Fact]
    public void A_section_is_read_as_it_was_stored() =>
        Gen.Select(Texts.Select(Texts), Text.Select(Text, Text), Gen.Int[0, 99].Select(Gen.Int[1, 9].Nullable()), Gen.Int[0, 99].List[0, 5].Select(Gen.Int[0, 99].List[0, 5].Null())).ForAll((lists, texts, places, lines) =>
        {
            var marks = lines.Item2?.ConvertAll(offset => new LineMark(offset, offset / 2));
            var section = new SectionRecord(lists.Item1, texts.Item1 ?? "", places.Item1, places.Item2, texts.Item2 ?? "", lines.Item1, marks, lists.Item2, texts.Item3);
            var document = new Document { StoredRecords.Field(IndexSchema.SectionRecord, section, StoredRecords.Section) };

            Same(section, StoredRecords.ReadSection(document), StoredRecords.Section);
            Same(StoredRecords.Read(document, IndexSchema.SectionRecord, StoredRecords.Section), StoredRecords.ReadSection(document), StoredRecords.Section);
        });

    [Theory]
    [InlineData("""{"Id":1}""")]
    [InlineData("""{"Sections":"a"}""")]
    [InlineData("""{"Authors":{}}""")]
    [InlineData("""{"Date":[]}""")]
    [InlineData("""{"Id":"a" """)]
    [InlineData("[]")]
    [InlineData("")]
    public void What_is_no_record_is_refused_as_JSON(string json) =>
        Assert.ThrowsAny<JsonException>(() => StoredRecords.ReadArticle(new Document { new StoredField(IndexSchema.ArticleRecord, System.Text.Encoding.UTF8.GetBytes(json)) }));

    private static void Same<T>(T expected, T actual, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        Assert.Equal(JsonSerializer.Serialize(expected, type), JsonSerializer.Serialize(actual, type));
}
