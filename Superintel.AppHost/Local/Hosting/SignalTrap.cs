using System.Runtime.InteropServices;

namespace Superintel.AppHost.Local.Hosting;

/// <summary>The first Ctrl-C, TERM or hang-up asks for a clean stop; a second one ends the host at once.</summary>
internal sealed class SignalTrap : IDisposable
{
    private readonly PosixSignalRegistration[] registrations;

    public SignalTrap(CancellationTokenSource stopping)
    {
        void Stop(PosixSignalContext context)
        {
            context.Cancel = !stopping.IsCancellationRequested;
            stopping.Cancel();
        }

        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop),
        ];
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
    }
}
