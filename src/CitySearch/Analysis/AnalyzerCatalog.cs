using System.Reflection;
using ICU4N.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace CitySearch.Analysis;

/// <summary>
/// The analyzers by name: <c>default</c> (single characters and pairs), <c>words</c> (dictionary words), <c>cjk</c> and
/// <c>standard</c> of Lucene.Net, <c>smartcn</c> where its package is present, and any Lucene analyzer by the
/// assembly-qualified name of its type.
/// </summary>
internal static class AnalyzerCatalog
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    // Raise when the tokens of our own analyzers change for any text; those of the dictionary change with ICU's version too.
    private const int Revision = 3;

    private const string SmartCnPackage = "Lucene.Net.Analysis.SmartCn";
    private const string SmartCnType = "Lucene.Net.Analysis.Cn.Smart.SmartChineseAnalyzer, " + SmartCnPackage;

    /// <summary>The name of the analyzer of an index for which none is named.</summary>
    public const string DefaultName = "default";

    /// <summary>The names of the analyzers that come with CitySearch.</summary>
    public static IReadOnlyList<string> Names { get; } = [DefaultName, "words", "cjk", "standard", "smartcn"];

    /// <summary>The analyzer of a name.</summary>
    /// <exception cref="AnalyzerException">There is none; the message is one line that says what to do.</exception>
    public static AnalyzerChoice Get(string name) => name switch
    {
        DefaultName => new(name, $"default-{Revision}", new TextAnalyzer(() => new NgramSegmenter(isPhrase: false), isPhrase: false), new TextAnalyzer(() => new NgramSegmenter(isPhrase: true), isPhrase: true)),
        "words" => new(name, $"words-{Revision}-{typeof(BreakIterator).Assembly.GetName().Version}", new TextAnalyzer(() => new DictionarySegmenter(), isPhrase: false), new TextAnalyzer(() => new DictionarySegmenter(), isPhrase: true)),
        "cjk" => Foreign(name, new CJKAnalyzer(Version)),
        "standard" => Foreign(name, new StandardAnalyzer(Version)),
        "smartcn" => ByTypeName(name, SmartCnType, () => AnalyzerException.Absent(name, SmartCnPackage)),
        _ => ByTypeName(name, name, () => AnalyzerException.Unknown(name)),
    };

    private static AnalyzerChoice Foreign(string name, Analyzer analyzer)
    {
        var type = analyzer.GetType();
        return new AnalyzerChoice(name, $"{type.FullName}-{type.Assembly.GetName().Version}", analyzer, analyzer);
    }

    private static AnalyzerChoice ByTypeName(string name, string typeName, Func<AnalyzerException> absent)
    {
        Type? type;
        try
        {
            type = Type.GetType(typeName, throwOnError: false);
        }
        catch (Exception e) when (e is FileLoadException or BadImageFormatException or ArgumentException)
        {
            throw AnalyzerException.Unusable(name, e.Message, e);
        }

        if (type is null)
        {
            throw absent();
        }

        if (!typeof(Analyzer).IsAssignableFrom(type) || type.IsAbstract)
        {
            throw AnalyzerException.Unusable(name, "it must be a class that derives from Lucene.Net.Analysis.Analyzer");
        }

        try
        {
            var analyzer = type.GetConstructor([typeof(LuceneVersion)]) is { } versioned ? versioned.Invoke([Version])
                : type.GetConstructor([]) is { } plain ? plain.Invoke([])
                : throw AnalyzerException.Unusable(name, "it needs a public constructor that takes a LuceneVersion or nothing");
            return Foreign(name, (Analyzer)analyzer);
        }
        catch (TargetInvocationException e)
        {
            throw AnalyzerException.Unusable(name, (e.InnerException ?? e).Message, e);
        }
    }
}
