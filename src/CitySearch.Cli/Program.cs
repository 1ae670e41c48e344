using System.CommandLine;
using System.Text;
using CitySearch.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

var root = new RootCommand(Language.Say("Full-text search for smart-city materials.", "智慧城市资料的全文检索。"))
{
    SearchCommand.Create(),
    IndexCommand.Create(),
    StatsCommand.Create(),
    EvalCommand.Create(),
    Settings.Corpus,
    Settings.Index,
    Settings.Verbose,
};
return await CommandLine.RunAsync(root, args, stop.Token);
