using System.Runtime.InteropServices;
using CitySearch.Cli;

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
return await CommandLine.RunAsync(args, terminal, stop.Token);
