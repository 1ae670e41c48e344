using CitySearch.Indexing.Scanning;

namespace CitySearch.Tests.Indexing;

/// <summary>
/// What gitignore's manual says of its syntax. The rows agree with <c>git check-ignore</c>, but for one thing: there, a
/// character is a byte, so that no <c>?</c> ever meets a Chinese one.
/// </summary>
public sealed class IgnoreRulesTests : IDisposable
{
    private readonly IndexingFixture _fixture = new();

    [Theory]
    [InlineData("draft.md", "draft.md", true)]
    [InlineData("draft.md", "a/b/draft.md", true)]
    [InlineData("draft.md", "mydraft.md", false)]
    [InlineData("/draft.md", "a/draft.md", false)]
    [InlineData("/draft.md", "draft.md", true)]
    [InlineData("a/draft.md", "b/a/draft.md", false)]
    [InlineData("a/draft.md", "a/draft.md", true)]
    [InlineData("*.md", "a/b.md", true)]
    [InlineData("a/*.md", "a/b/c.md", false)]
    [InlineData("a*z", "abcz", true)]
    [InlineData("*a*b*", "xaxxbx", true)]
    [InlineData("**/草稿", "甲/乙/草稿", true)]
    [InlineData("**/草稿", "草稿", true)]
    [InlineData("甲/**/乙", "甲/乙", true)]
    [InlineData("甲/**/乙", "甲/丙/丁/乙", true)]
    [InlineData("甲/**/乙", "丙/甲/乙", false)]
    [InlineData("甲/**/乙/**/丙", "甲/乙/丁/乙/戊/丙", true)]
    [InlineData("甲/**", "甲", false)]
    [InlineData("甲/**", "甲/乙", true)]
    [InlineData("草稿/", "草稿", false)]
    [InlineData("草?.md", "草稿.md", true)]
    [InlineData("草?.md", "草𠮷.md", true)]
    [InlineData("草?.md", "草.md", false)]
    [InlineData("[0-9].md", "7.md", true)]
    [InlineData("[!0-9].md", "7.md", false)]
    [InlineData("[^0-9].md", "甲.md", true)]
    [InlineData("[[:digit:]x].md", "x.md", true)]
    [InlineData("[]x].md", "].md", true)]
    [InlineData("[a-].md", "-.md", true)]
    [InlineData("[ab.md", "a.md", false)]
    [InlineData("[甲-乙].md", "乙.md", true)]
    [InlineData("# note", "# note", false)]
    [InlineData("\\#note", "#note", true)]
    [InlineData("\\!important", "!important", true)]
    [InlineData("a\\*b", "a*b", true)]
    [InlineData("a\\*b", "axb", false)]
    [InlineData("name  ", "name", true)]
    [InlineData("name\\ ", "name ", true)]
    [InlineData("name\r", "name", true)]
    [InlineData("", "", false)]
    [InlineData("   ", "a", false)]
    [InlineData("/", "a", false)]
    public void A_line_means_what_gitignore_says(string line, string path, bool isIgnored) =>
        Assert.Equal(isIgnored, IgnorePattern.Parse(line)?.Matches(path, isFolder: false) ?? false);

    [Fact]
    public async Task The_last_line_that_matches_decides_and_a_deeper_file_wins()
    {
        Write("a.md", "keep.md", "drafts/b.md", "drafts/keep.md", "drafts/final/c.md", "drafts/final/old/d.md", "closed/e.md");
        _fixture.Write(".citysearchignore", "# everything, but keep.md\n*.md\n!keep.md\nclosed/\n!closed/e.md\n");
        _fixture.Write("drafts/final/.citysearchignore", "!*.md\n/old/\n");

        await _fixture.UpdateAsync();

        Assert.Equal(["drafts/final/c.md", "drafts/keep.md", "keep.md"], await IdsAsync());
    }

    [Fact]
    public async Task What_is_ignored_from_now_on_leaves_the_index_and_what_is_no_longer_ignored_comes_back()
    {
        Write("a.md", "drafts/b.md", "drafts/c.md");
        await _fixture.UpdateAsync();

        _fixture.Write(".citysearchignore", "drafts/\n");
        var ignored = await _fixture.UpdateAsync();
        Assert.Equal((2, 1), (ignored.Removed, ignored.Unchanged));
        Assert.Equal(["a.md"], await IdsAsync());

        _fixture.Delete(".citysearchignore");
        Assert.Equal(2, (await _fixture.UpdateAsync()).Added);
        Assert.Equal(["a.md", "drafts/b.md", "drafts/c.md"], await IdsAsync());
    }

    [Fact]
    public async Task Hidden_folders_modules_and_the_files_of_open_editors_are_ignored_unless_a_line_takes_that_back()
    {
        Write("a.md", ".git/b.md", ".obsidian/c.md", "node_modules/d/README.md", "docs/node_modules/e.md", "~$f.md", ".notes/g.md", "h.md~", ".i.md.swp", "j.md.tmp");
        await _fixture.UpdateAsync();
        Assert.Equal(["a.md"], await IdsAsync());

        _fixture.Write(".citysearchignore", "!.notes/\n!/node_modules/\n");
        await _fixture.UpdateAsync();
        Assert.Equal([".notes/g.md", "a.md", "node_modules/d/README.md"], await IdsAsync());
    }

    [Theory]
    [InlineData("*.md", "", "a.md|policies/b.md|policies/deep/c.md")]
    [InlineData("policies/", "", "policies/b.md|policies/deep/c.md")]
    [InlineData("policies/*.md;/a.*", "", "a.md|policies/b.md")]
    [InlineData("", "policies/*;!policies/deep/", "a.md|policies/deep/c.md")]
    [InlineData("*.md", "deep/", "a.md|policies/b.md")]
    [InlineData("", "!kept.md", "a.md|kept.md|policies/b.md|policies/deep/c.md")]
    public async Task Options_say_what_is_material_and_win_over_ignore_files(string include, string exclude, string expected)
    {
        Write("a.md", "policies/b.md", "policies/deep/c.md", "kept.md");
        _fixture.Write(".citysearchignore", "kept.md\n");
        using var host = _fixture.Host(configure: options =>
        {
            foreach (var pattern in include.Split(';'))
            {
                options.Include.Add(pattern);
            }

            foreach (var pattern in exclude.Split(';'))
            {
                options.Exclude.Add(pattern);
            }
        });

        await ((CitySearch.Indexing.IIndexService)host.GetService(typeof(CitySearch.Indexing.IIndexService))!).UpdateAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected.Split('|'), await IdsAsync());
    }

    [Fact]
    public async Task An_ignore_file_that_cannot_be_read_makes_its_folder_unreadable_and_what_was_indexed_stays()
    {
        Write("a.md", "policies/b.md");
        await _fixture.UpdateAsync();
        File.CreateSymbolicLink(_fixture.Path("policies/.citysearchignore"), _fixture.Path("policies/.citysearchignore"));
        _fixture.Delete("policies/b.md");

        var report = await _fixture.UpdateAsync();

        Assert.Equal("policies/", Assert.Single(report.Failed).Path);
        Assert.Equal(["a.md", "policies/b.md"], await IdsAsync());
    }

    public void Dispose() => _fixture.Dispose();

    private void Write(params string[] paths)
    {
        foreach (var path in paths)
        {
            _fixture.Write(path, $"# {path}\n\n治堵。\n");
        }
    }

    private async Task<IEnumerable<string>> IdsAsync() => (await _fixture.IdsAsync("治堵")).Order(StringComparer.Ordinal);
}
