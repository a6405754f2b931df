using System.Runtime.InteropServices;

namespace Superintel.AppHost.Local.Processes;

/// <summary>kill(2): .NET itself can only send SIGKILL.</summary>
internal static partial class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <param name="pid">A process, or minus the leader of a process group.</param>
    /// <param name="signal">Number of the signal.</param>
    /// <returns>False when there is no such process any more.</returns>
    public static bool Send(int pid, int signal) => KillProcess(pid, signal) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int KillProcess(int pid, int signal);
}
