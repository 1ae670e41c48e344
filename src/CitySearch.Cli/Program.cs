using System.Runtime.InteropServices;
using CitySearch.Cli;

if (args is ["search" or "suggest" or "related" or "stats", ..])
{
    // What is compiled at run time to be fast (expressions of Lucene.Net, factories of services) is used too few times by a single answer to be worth it.
    AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);

    // Nobody listens to what a single answer would measure.
    AppContext.SetSwitch("System.Diagnostics.Metrics.Meter.IsSupported", false);
}

var terminal = Terminal.OfProcess();
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext context)
{
    if (context.Signal == PosixSignal.SIGINT && terminal.Interruption.TryInterrupt())
    {
        context.Cancel = true;
        return;
    }

    // The second signal ends the process as the system does: whoever sends it does not want to wait.
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
return CommandLine.RunAsync(args, terminal, stop.Token).GetAwaiter().GetResult();
