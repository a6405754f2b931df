using System.Runtime.InteropServices;

namespace Superintel.Prediction.Service.Adapters.Research;

/// <summary>Runs work on a thread of its own that gives way to the desk's.</summary>
internal static class QuietThread
{
    private const int ThisThread = 0;
    private const int Nice = 10;

    public static Task<T> Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            // The runtime's priorities have no effect on Linux, where a thread can be made nice alone. Refused, it is merely not quiet.
            if (OperatingSystem.IsLinux()) _ = SetPriority(0, ThisThread, Nice);
            try
            {
                done.SetResult(work());
            }
            catch (OperationCanceledException given)
            {
                done.SetCanceled(given.CancellationToken);
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        })
        {
            IsBackground = true,
            Priority = ThreadPriority.BelowNormal,
            Name = "research",
        }.Start();
        return done.Task;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, uint who, int priority);
}
