using CitySearch.Corpus;
using CitySearch.Corpus.References;
using CsCheck;

namespace CitySearch.Tests.Corpus.References;

/// <summary>What holds for any list of references: few values each, so that everything meets everything.</summary>
public sealed class WorkIdentityPropertyTests
{
    private static readonly Gen<Reference> References =
        Gen.Select(
            OneOf<IReadOnlyList<string>>([], [], ["王坚"], ["Kitchin R"], ["Rob Kitchin"], ["王坚", "单志广"], ["国务院"]),
            OneOf(null, "城市大脑", "《城市大脑》", "关于促进智慧城市健康发展的指导意见", "国务院关于促进智慧城市健康发展的指导意见", "数据之巅：大数据革命", "数据之巅"),
            OneOf(null, null, "人民日报", "电子政务"),
            OneOf<PartialDate?>(null, new PartialDate(2019), new PartialDate(2019, 8), new PartialDate(2019, 9), new PartialDate(2020, 1, 1)),
            OneOf(null, null, null, "GB/T 33356-2016", "GB/T 33356-2022", "GB/T 33356"),
            OneOf(null, null, null, "国发〔2019〕13号", "浙政发〔2019〕13号"),
            OneOf(null, null, "http://a.cn/1.html", "https://www.a.cn/1.html/", "https://a.cn/"))
        .Select((authors, title, source, date, standard, document, url) => new Reference
        {
            Text = string.Join(".", (object?[])[string.Join(",", authors), title, source, date, standard, document, url, date?.Month == 9 ? "1日起施行" : ""]),
            Authors = authors,
            Title = title,
            Source = source,
            Date = date,
            StandardNumber = standard,
            DocumentNumber = document,
            Url = url,
        });

    private static readonly Gen<Reference[]> Lists = References.Array[0, 14];

    [Fact]
    public void The_works_do_not_depend_on_the_order() =>
        Gen.Select(Lists, Gen.Int).ForAll((references, seed) =>
        {
            var order = Enumerable.Range(0, references.Length).ToArray();
            new Random(seed).Shuffle(order);
            var shuffled = WorkIdentity.Cluster([.. order.Select(i => references[i])]).Select(work => work.Select(i => order[i]));
            Assert.Equal(Shown(WorkIdentity.Cluster(references)), Shown(shuffled));
        }, cases: 2_000);

    [Fact]
    public void Every_reference_is_in_one_work_and_no_two_works_have_one_id() =>
        Lists.ForAll(references =>
        {
            var works = WorkIdentity.Cluster(references);
            Assert.Equal(Enumerable.Range(0, references.Length), works.SelectMany(work => work).Order());
            Assert.Distinct(works.Select(work => WorkIdentity.Id(WorkIdentity.Merge([.. work.Select(i => references[i])]))));
        }, cases: 2_000);

    [Fact]
    public void Groups_that_no_key_connects_are_clustered_alike_together_and_apart() =>
        Lists.ForAll(references =>
        {
            var apart = Groups(references).SelectMany(group => WorkIdentity.Cluster([.. group.Select(i => references[i])]).Select(work => work.Select(i => group[i])));
            Assert.Equal(Shown(WorkIdentity.Cluster(references)), Shown(apart));
        }, cases: 2_000);

    [Fact]
    public void A_merged_record_says_nothing_that_no_entry_says_and_does_not_depend_on_the_order() =>
        Gen.Select(References.Array[1, 6], Gen.Int).ForAll((references, seed) =>
        {
            var merged = WorkIdentity.Merge(references);
            Assert.Contains(merged.Text, references.Select(r => r.Text));
            Assert.Contains(merged.Title, references.Select(r => r.Title));
            Assert.Contains(merged.Source, references.Select(r => r.Source));
            Assert.Contains(merged.Date, references.Select(r => r.Date));
            Assert.Contains(merged.StandardNumber, references.Select(r => r.StandardNumber));
            Assert.Contains(merged.DocumentNumber, references.Select(r => r.DocumentNumber));
            Assert.Contains(merged.Authors, references.Select(r => r.Authors));
            var shuffled = references.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(ReferenceFields.Of(merged), ReferenceFields.Of(WorkIdentity.Merge(shuffled)));
            Assert.Equal(WorkIdentity.Id(merged), WorkIdentity.Id(WorkIdentity.Merge(shuffled)));
        }, cases: 2_000);

    [Fact]
    public void Works_of_one_number_or_title_share_a_key() =>
        Gen.Select(References, References).ForAll((a, b) =>
        {
            if (WorkIdentity.Cluster([a, b]).Count == 1)
            {
                Assert.NotEmpty(WorkIdentity.Keys(a).Intersect(WorkIdentity.Keys(b)));
            }

            Assert.All(WorkIdentity.Keys(a), key => Assert.Matches("^[sdtmux]:[a-z2-7]{16}$", key));
        }, cases: 5_000);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static IEnumerable<string> Shown(IEnumerable<IEnumerable<int>> works) =>
        works.Select(work => string.Join(' ', work.Order())).Order(StringComparer.Ordinal);

    /// <summary>The references by what keys connect them, found the slow way.</summary>
    private static List<List<int>> Groups(Reference[] references)
    {
        var groups = new List<(HashSet<string> Keys, List<int> Members)>();
        for (var i = 0; i < references.Length; i++)
        {
            var keys = WorkIdentity.Keys(references[i]).ToHashSet(StringComparer.Ordinal);
            var members = new List<int> { i };
            foreach (var group in groups.FindAll(group => group.Keys.Overlaps(keys)))
            {
                groups.Remove(group);
                keys.UnionWith(group.Keys);
                members.AddRange(group.Members);
            }

            groups.Add((keys, members));
        }

        return groups.ConvertAll(group => group.Members);
    }
}
