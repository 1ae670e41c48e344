using System.Text;
using System.Text.Json;
using CitySearch.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace CitySearch.Tests.Indexing;

/// <summary>
/// An index that was updated after each of many edits answers every query as one built at once from the same corpus:
/// the same hits in the same order with the same scores, snippets, totals and facets.
/// </summary>
public sealed class RandomEditsTests
{
    private const int Steps = 6;

    private static readonly string[] Queries =
    [
        "城市大脑", "数据", "标准", "智慧城市 评价", "\"一网通办\"", "交通 治理", "数字孪生", "的", "杭州", "公共数据开放", "陈卫强", "GB/T 33356", "2019",
        "基层治理与社区服务", "信息孤岛", "沈一川", "何思源 数据治理",
    ];

    private static readonly string[] References =
    [
        "陈卫强.城市大脑的实践与思考.人民网.2019.9.8",
        "GB/T 33356-2022 新型智慧城市评价指标[S].",
        "浙江省人民政府办公厅.浙数办发〔2019〕13号.浙江省“城市大脑”建设应用行动方案.2019",
        "Hollands R G. Will the real smart city please stand up?[J]. City, 2008, 12(3): 303-320.",
        "住房和城乡建设部.城市信息模型（CIM）基础平台技术导则[Z].2020",
    ];

    private static readonly string[] Authors = ["沈一川", "何思源", "陈卫强"];
    private static readonly string[] Tags = ["城市大脑", "数据治理", "标准"];

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public async Task Updates_after_random_edits_answer_as_an_index_built_at_once(int seed, bool isOfTouchedFilesAlone)
    {
        using var fixture = new IndexingFixture();
        var editor = new Editor(fixture, new Random(seed));
        editor.Begin();
        await fixture.UpdateAsync();
        for (var step = 0; step < Steps; step++)
        {
            var edits = editor.Edit();
            await (isOfTouchedFilesAlone ? fixture.UpdateTouchedAsync() : fixture.UpdateAsync());
            var updated = await IndexingFixture.AnswersAsync(fixture.Searcher, Queries);

            using var fresh = fixture.Host(configure: options => options.IndexPath = Path.Combine(fixture.Root, $"fresh-{step}"));
            await fresh.GetRequiredService<CitySearch.Indexing.IIndexService>().UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);
            var built = await IndexingFixture.AnswersAsync(fresh.GetRequiredService<ISearchService>(), Queries);

            Assert.True(built == updated, $"After {edits} of step {step}:\n{FirstDifference(built, updated)}");
        }
    }

    private static string FirstDifference(string built, string updated)
    {
        var at = built.Zip(updated).TakeWhile(c => c.First == c.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 300)];
        return $"built   …{Around(built)}…\nupdated …{Around(updated)}…";
    }

    /// <summary>Edits a corpus made of the sample articles' paragraphs, links, titles and real references.</summary>
    private sealed class Editor(IndexingFixture fixture, Random random)
    {
        private readonly List<string> _paragraphs = [.. Directory.EnumerateFiles(Path.Combine(Approval.RepositoryRoot, "corpus", "articles"), "*.md")
            .Order(StringComparer.Ordinal).Take(12)
            .SelectMany(f => File.ReadAllText(f).Split("\n\n"))
            .Where(p => p.Length > 40 && p[0] is not ('-' or '[' or '【' or '|' or '#' or ':' or '>'))];

        private readonly SortedDictionary<string, string> _titles = new(StringComparer.Ordinal);
        private int _made;

        public void Begin()
        {
            for (var i = 0; i < 10; i++)
            {
                Add();
            }

            WriteLines();
        }

        public string Edit()
        {
            var done = new List<string>();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                Action edit = random.Next(8) switch { 0 or 1 => Add, 2 => Delete, 3 => Move, 4 => Swap, 5 => WriteLines, _ => Change };
                edit();
                done.Add(edit.Method.Name);
            }

            return string.Join(", ", done);
        }

        private void Add()
        {
            var path = $"{(random.Next(2) == 0 ? "案例" : "policy")}/{_made}.md";
            _titles[path] = random.Next(4) == 0 ? "城市大脑（试行）" : $"城市治理观察之{_made}";
            _made++;
            Write(path);
        }

        private void Change() => Write(Any());

        private void Delete()
        {
            if (_titles.Count > 3)
            {
                var path = Any();
                _titles.Remove(path);
                fixture.Delete(path);
            }
        }

        private void Move()
        {
            var from = Any();
            var to = $"moved/{_made++}.md";
            _titles.Add(to, _titles[from]);
            _titles.Remove(from);
            fixture.Move(from, to);
        }

        private void Swap()
        {
            var (a, b) = (Any(), Any());
            if (a != b)
            {
                fixture.Move(a, "swap.md");
                fixture.Move(b, a);
                fixture.Move("swap.md", b);
                (_titles[a], _titles[b]) = (_titles[b], _titles[a]);
            }
        }

        /// <summary>A file of several articles, some with sections that lie apart in the file.</summary>
        private void WriteLines()
        {
            var lines = Enumerable.Range(0, random.Next(2, 9)).Select(i => JsonSerializer.Serialize(new
            {
                _id = $"p{i}",
                title = $"摘录{i}",
                text = Paragraph(),
                metadata = new { material = random.Next(3) == 0 ? null : $"摘录集{random.Next(3)}", section = $"第{i}条" },
            }));
            fixture.Write("lines.jsonl", string.Join('\n', lines));
        }

        private void Write(string path)
        {
            var text = new StringBuilder();
            if (random.Next(2) == 0)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"---\ndate: 20{random.Next(10, 24)}-0{random.Next(1, 10)}-11\nauthor: {Authors[random.Next(3)]}\ntags: [{Tags[random.Next(3)]}, {Tags[random.Next(3)]}]\n---\n\n");
            }

            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"# {_titles[path]}\n\n");
            for (var i = random.Next(0, 7); i > 0; i--)
            {
                if (random.Next(3) == 0)
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"## 第{i}节\n\n");
                }

                text.Append(Paragraph()).Append("\n\n");
            }

            if (random.Next(2) == 0)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"参见《{_titles[Any()]}》和[另一篇](/{Any()})。\n\n");
            }

            var references = References.Where(_ => random.Next(3) == 0).ToList();
            if (references.Count > 0)
            {
                text.Append("## 参考文献\n\n");
                for (var i = 0; i < references.Count; i++)
                {
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"[{i + 1}] {references[i]}\n\n");
                }
            }

            fixture.Write(path, text.ToString());
        }

        private string Any() => _titles.Keys.ElementAt(random.Next(_titles.Count));

        private string Paragraph() => _paragraphs[random.Next(_paragraphs.Count)];
    }
}
