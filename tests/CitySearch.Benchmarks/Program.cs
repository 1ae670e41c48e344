using BenchmarkDotNet.Running;
using CitySearch.Benchmarks;

// dataset DIR...   index speed and size, memory, search times and measures of whole datasets, one line each
// ablation DIR...  what each part of the ranking is worth: the measures with it removed
// analyzers DIR... the measures of every analyzer
// micro [ARGS]     BenchmarkDotNet over the parts
return args switch
{
    ["dataset", .. var folders] => DatasetBenchmark.Run(folders),
    ["ablation", .. var folders] => AblationBenchmark.Run(folders),
    ["analyzers", .. var folders] => AnalyzersBenchmark.Run(folders),
    ["micro", .. var rest] => Micro(rest),
    _ => Usage(),
};

static int Micro(string[] arguments)
{
    BenchmarkSwitcher.FromAssembly(typeof(DatasetBenchmark).Assembly).Run(arguments);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("use: dataset DIR… | ablation DIR… | analyzers DIR… | micro [BenchmarkDotNet's arguments]; a DIR is a dataset in BEIR's layout");
    return 2;
}
