using System.Collections.Concurrent;

namespace Superintel.AppHost.Local.Processes;

/// <summary>
/// The one thread that starts all processes. The kernel sends a child its parent-death signal when the thread that
/// started it ends, not the process; a thread of the pool may end at any time, this one ends with the host.
/// </summary>
public sealed class ChildThread : IDisposable
{
    private readonly BlockingCollection<Action> work = new(boundedCapacity: 1024);

    public ChildThread()
    {
        var thread = new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
                action();
        })
        { IsBackground = true, Name = "children" };
        thread.Start();
    }

    public Task<Child> Start(ChildRequest request) => Run(() => Child.Start(request));

    public Task<T> Run<T>(Func<T> start)
    {
        var started = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                started.SetResult(start());
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        });
        return started.Task;
    }

    public void Dispose() => work.CompleteAdding();
}
