#pragma warning disable
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
namespace CitySearch.Analysis
{
    internal static class TokenTypes { public const string Han = "han"; }
    internal sealed record AnalyzerChoice(string Name, string Fingerprint, Analyzer Index, Analyzer Phrase);
    internal static class AnalyzerCatalog { public static AnalyzerChoice Get(string n) => new(n, "scratch", new A(false), new A(true)); }
    internal sealed class A(bool phrase) : Analyzer { protected override TokenStreamComponents CreateComponents(string f, TextReader r) => new(new T(r, phrase)); }
    internal sealed class T : Tokenizer
    {
        bool phrase; ICharTermAttribute t; IOffsetAttribute o; IPositionIncrementAttribute p; ITypeAttribute ty; string s=""; Queue<(string,int,int,int,string)> q=new();
        public T(TextReader r, bool ph):base(r){phrase=ph;t=AddAttribute<ICharTermAttribute>();o=AddAttribute<IOffsetAttribute>();p=AddAttribute<IPositionIncrementAttribute>();ty=AddAttribute<ITypeAttribute>();}
        public override void Reset(){base.Reset();s=m_input.ReadToEnd();q.Clear();int i=0;
          while(i<s.Length){ if(H(s[i])){int j=i;while(j<s.Length&&H(s[j]))j++; for(int k=i;k<j;k++){ bool pair=k+1<j; if(!phrase||j-i==1) q.Enqueue((s[k].ToString(),k,k+1,1,"han")); if(pair) q.Enqueue((s.Substring(k,2),k,k+2,phrase?1:0,"pair")); } i=j; }
            else if(char.IsLetterOrDigit(s[i])){int j=i;while(j<s.Length&&char.IsLetterOrDigit(s[j])&&!H(s[j]))j++; q.Enqueue((s[i..j].ToLowerInvariant(),i,j,1,"word"));i=j;} else i++; } }
        static bool H(char c)=>c>=0x2e80&&c<0xa000||c>=0xf900&&c<0xfb00;
        public override bool IncrementToken(){ClearAttributes(); if(!q.TryDequeue(out var x))return false; t.SetEmpty().Append(x.Item1); o.SetOffset(x.Item2,x.Item3); p.PositionIncrement=x.Item4; ty.Type=x.Item5; return true;}
        public override void End(){base.End();o.SetOffset(s.Length,s.Length);}
    }
}
namespace CitySearch.Corpus.References
{
    internal static class WorkIdentity {
        public static string BucketKey(Reference r)=>r.Text; public static IReadOnlyList<IReadOnlyList<int>> Cluster(IReadOnlyList<Reference> r)=>[[.. Enumerable.Range(0,r.Count)]];
        public static Reference Merge(IReadOnlyList<Reference> r)=>r[0]; public static string Id(string b, Reference r)=>b; }
}
