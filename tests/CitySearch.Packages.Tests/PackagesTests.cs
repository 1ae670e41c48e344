using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace CitySearch.Packages.Tests;

public sealed class PackagesTests(PackedPackages packed)
{
    private static readonly string[] Names = ["CitySearch", "CitySearch.Cli", "CitySearch.Formats", "CitySearch.Hosting"];

    [Fact]
    public void Packing_makes_four_packages_with_their_symbols_and_nothing_is_amiss()
    {
        Assert.Equal(
            Names.SelectMany(name => (string[])[$"{name}.{packed.Version}.nupkg", $"{name}.{packed.Version}.snupkg"]).Order(StringComparer.Ordinal),
            Directory.GetFiles(packed.Packages).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("warn", packed.PackOutput, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("missing", packed.PackOutput, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_the_packages_hold_and_say_of_themselves_is_as_approved()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(packed.Packages).Order(StringComparer.Ordinal))
        {
            using var package = ZipFile.OpenRead(file);
            text.Append(Path.GetFileName(file).Replace(packed.Version, "VERSION", StringComparison.Ordinal)).Append('\n');
            var description = XDocument.Load(package.Entries.Single(e => e.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open()).Root!.Elements().Single();
            // The address of the licence is for readers of old; the licence itself is in the package.
            foreach (var element in description.Elements().Where(e => e.Name.LocalName is not ("repository" or "licenseUrl")))
            {
                text.Append("  ").Append(element.Name.LocalName).Append(": ").AppendJoin(", ", Said(element)).Append('\n');
            }

            foreach (var entry in package.Entries.Select(e => e.FullName).Where(name => !name.EndsWith(".psmdcp", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(entry).Append('\n');
            }

            text.Append('\n');
        }

        Approval.Verify("packages.txt", text.ToString().Replace(packed.Version, "VERSION", StringComparison.Ordinal));
    }

    [Fact]
    public void The_documentation_says_something_of_every_public_type() => Assert.All((string[])["CitySearch.Engine", "CitySearch.Formats", "CitySearch.Hosting"], name =>
    {
        using var package = ZipFile.OpenRead(Path.Combine(packed.Packages, $"{name.Replace(".Engine", "", StringComparison.Ordinal)}.{packed.Version}.nupkg"));
        var documented = XDocument.Load(package.GetEntry($"lib/net10.0/{name}.xml")!.Open()).Descendants("member").Select(m => m.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(System.Reflection.Assembly.Load(name).GetExportedTypes().Select(t => $"T:{t.FullName!.Replace('+', '.')}").Except(documented));
    });

#if !DEBUG
    [Fact]
    public void No_package_tells_in_which_folder_it_was_built()
    {
        var folder = Encoding.UTF8.GetBytes(Approval.RepositoryRoot);
        foreach (var file in Directory.GetFiles(packed.Packages))
        {
            using var package = ZipFile.OpenRead(file);
            foreach (var entry in package.Entries.Where(e => e.Name.Contains("citysearch", StringComparison.OrdinalIgnoreCase)))
            {
                using var bytes = new MemoryStream();
                using (var content = entry.Open())
                {
                    content.CopyTo(bytes);
                }

                Assert.True(bytes.ToArray().AsSpan().IndexOf(folder) < 0, $"{Path.GetFileName(file)}: {entry.FullName}");
            }
        }
    }
#endif

    private static IEnumerable<string> Said(XElement element) => element.HasElements
        ? element.Descendants().Where(e => !e.HasElements).Select(e => (e.Attribute("id") ?? e.Attribute("name"))!.Value).Order(StringComparer.Ordinal)
        : [element.Value];
}
