using BenchmarkDotNet.Running;
using CitySearch.Benchmarks;

// dataset DIR...   index speed and size, memory, search times and measures of whole datasets, one line each
// ablation DIR...  what each part of the ranking is worth: the measures with it removed
// analyzers DIR... the measures of every analyzer
// facets DIR [FILE] what facets (concepts of a thesaurus file among them), deep pages, relatives and whole articles cost
// formats DIR [N]  files and megabytes a second and memory of each format, over N copies (1000) of the files of a folder
// worker index DIR N        time, rate and peak memory of indexing N copies of the articles of a folder
// worker saves DIR N [M]    in a corpus of N small files, the time from each of M saves (100) to the search that finds it
// parts DIR        where the time of a search goes, part by part
// suggest DIR [Q]  what suggestions cost: collecting names, memory, times; and what is proposed for the queries of a file
// load URL DIR SECONDS [CONNECTIONS] [PID]  asks a running host the questions of a dataset (16 connections); PID is the host's, for its memory
// micro [ARGS]     BenchmarkDotNet over the parts
return args switch
{
    ["dataset", .. var folders] => DatasetBenchmark.Run(folders),
    ["ablation", .. var folders] => AblationBenchmark.Run(folders),
    ["analyzers", .. var folders] => AnalyzersBenchmark.Run(folders),
    ["facets", var folder] => FacetsBenchmark.Run(folder, null),
    ["facets", var folder, var thesaurus] => FacetsBenchmark.Run(folder, thesaurus),
    ["formats", var folder] => FormatsBenchmark.Run(folder, 1000),
    ["formats", var folder, var copies] when int.TryParse(copies, out var n) => FormatsBenchmark.Run(folder, n),
    ["worker", "index", var folder, var files] when int.TryParse(files, out var n) => WorkerBenchmark.Index(folder, n),
    ["worker", "saves", var folder, var files] when int.TryParse(files, out var n) => WorkerBenchmark.Saves(folder, n, 100),
    ["worker", "saves", var folder, var files, var saves] when int.TryParse(files, out var n) && int.TryParse(saves, out var m) => WorkerBenchmark.Saves(folder, n, m),
    ["parts", var folder] => PartsBenchmark.Run(folder),
    ["suggest", var folder] => SuggestBenchmark.Run(folder, null),
    ["suggest", var folder, var queries] => SuggestBenchmark.Run(folder, queries),
    ["load", var url, var folder, var seconds, .. var rest] when int.TryParse(seconds, out var n) => await LoadBenchmark.RunAsync(url, folder, n, Number(rest, 0, 16), Number(rest, 1, 0)),
    ["micro", .. var rest] => Micro(rest),
    _ => Usage(),
};

static int Micro(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(DatasetBenchmark).Assembly).Run(arguments);
    return 0;
}

static int Number(string[] arguments, int at, int otherwise) => arguments.Length > at && int.TryParse(arguments[at], out var number) ? number : otherwise;

static int Usage()
{
    Console.Error.WriteLine("use: dataset DIR… | ablation DIR… | analyzers DIR… | facets DIR [FILE] | formats DIR [N] | parts DIR | suggest DIR [QUERIES] | worker index DIR N | worker saves DIR N [M] | load URL DIR SECONDS [CONNECTIONS] [PID] | micro [BenchmarkDotNet's arguments]; a DIR is a dataset in BEIR's layout");
    return 2;
}
