namespace CitySearch.Corpus.References;
internal static class WorkIdentity {
        public static string BucketKey(Reference r)=>r.Text; public static IReadOnlyList<IReadOnlyList<int>> Cluster(IReadOnlyList<Reference> r)=>[[.. Enumerable.Range(0,r.Count)]];
        public static Reference Merge(IReadOnlyList<Reference> r)=>r[0]; public static string Id(string b, Reference r)=>b; }
