using System.Collections.Concurrent;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>What goes on after each await of a task, when the test lets it.</summary>
internal sealed class HeldContinuations : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Go, object? With)> held = [];

    public override void Post(SendOrPostCallback d, object? state) => held.Add((d, state));

    /// <param name="before">Called before each step.</param>
    public T Run<T>(Func<Task<T>> work, Action before)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            var running = work();
            running.ContinueWith(_ => held.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            foreach (var (go, with) in held.GetConsumingEnumerable())
            {
                before();
                go(with);
            }
            return running.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
