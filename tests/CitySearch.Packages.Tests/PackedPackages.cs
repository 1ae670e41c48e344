using System.Text.Json;
using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(CitySearch.Packages.Tests.PackedPackages))]

namespace CitySearch.Packages.Tests;

/// <summary>The packages, packed once, and the samples built from them in a folder that knows nothing of the repository.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly string _root = Directory.CreateTempSubdirectory("citysearch-packages-").FullName;

    /// <summary>A version that no other run has: no cache can hold an older package under it.</summary>
    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    /// <summary>Where the packages are.</summary>
    public string Packages => Path.Combine(_root, "packages");

    /// <summary>What packing said.</summary>
    public string PackOutput { get; private set; } = "";

    /// <summary>The environment that restores from <see cref="Packages"/>, and all that is not ours from what the build of the tests has restored.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; private set; } = new Dictionary<string, string>();

    /// <summary>A new folder beside the samples.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>The folder that a sample was built into; its program is named like it.</summary>
    public string Sample(string name) => Path.Combine(_root, "samples", name, "bin", Configuration, "net10.0");

    /// <summary>The program of a sample.</summary>
    public string Program(string name) => Path.Combine(Sample(name), OperatingSystem.IsWindows() ? $"{name}.exe" : name);

    /// <summary>The file that tells NuGet of <see cref="Packages"/> and of no other source.</summary>
    public string NuGetConfig => Path.Combine(_root, "nuget.config");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var repository = Approval.RepositoryRoot;
        await File.WriteAllTextAsync(NuGetConfig, $"""<configuration><packageSources><clear /><add key="packed" value="{Packages}" /></packageSources></configuration>""");
        Variables = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_root, "cache"),
            ["RestoreFallbackFolders"] = RestoredPackages(repository),
            ["CitySearchVersion"] = Version,
            ["CitySearchPackages"] = Packages,
        };
        PackOutput = await DotNetCommand.DotNetAsync(
            repository, new Dictionary<string, string>(), "pack", "CitySearch.sln", "-c", Configuration, "--no-build", "-o", Packages, $"-p:Version={Version}", "-nodeReuse:false");

        Copy(Path.Combine(repository, "samples"), Path.Combine(_root, "samples"));
        await AddProgramOfPageAsync(Path.Combine(_root, "samples"));
        await DotNetCommand.DotNetAsync(Path.Combine(_root, "samples"), Variables, "build", "Samples.slnx", "-c", Configuration, "-nodeReuse:false", "-p:UseSharedCompilation=false");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The page on embedding.</summary>
    public static string EmbeddingPage() => File.ReadAllText(Path.Combine(Approval.RepositoryRoot, "docs", "embedding.md")).ReplaceLineEndings("\n");

    /// <summary>The C# code blocks of a page.</summary>
    public static IReadOnlyList<string> CodeOf(string page) =>
        [.. Regex.Matches(page, @"^( *)```csharp\n(.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(m => string.Join('\n', m.Groups[2].Value.Split('\n').Select(line => line.StartsWith(m.Groups[1].Value, StringComparison.Ordinal) ? line[m.Groups[1].Length..] : line)))];

    /// <summary>Copies a folder, but for what builds leave in it.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from).Where(f => Path.GetFileName(f) is not ("bin" or "obj")))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    // The program of the page is a sample too, which stands nowhere else.
    private static async Task AddProgramOfPageAsync(string samples)
    {
        Copy(Path.Combine(samples, "ConsoleSearch"), Path.Combine(samples, "Embedding"));
        File.Move(Path.Combine(samples, "Embedding", "ConsoleSearch.csproj"), Path.Combine(samples, "Embedding", "Embedding.csproj"));
        await File.WriteAllTextAsync(Path.Combine(samples, "Embedding", "Program.cs"), CodeOf(EmbeddingPage())[^1]);
        var solution = Path.Combine(samples, "Samples.slnx");
        await File.WriteAllTextAsync(solution, (await File.ReadAllTextAsync(solution)).Replace("</Solution>", """  <Project Path="Embedding/Embedding.csproj" /></Solution>""", StringComparison.Ordinal));
    }

    // Whatever the settings of the machine are: where this very project's packages were restored to.
    private static string RestoredPackages(string repository)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository, "tests", "CitySearch.Packages.Tests", "obj", "project.assets.json")));
        return string.Join(';', assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name));
    }
}
