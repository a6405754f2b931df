using System.Runtime.CompilerServices;
using Superintel.Execution.Trading;

namespace Superintel.Execution.Service.Adapters.Trading.Ibkr;

/// <summary>
/// What one reader of events has not heard yet: which orders changed, not every change, so that a slow reader costs no more than the book
/// is long and always hears how each order stands now.
/// </summary>
internal sealed class IbkrNews(IbkrBook book, TimeProvider clock)
{
    private const int MostFacts = 65_536;
    private const int MostSaid = 1_024;

    private readonly Lock gate = new();
    private readonly Queue<string> changed = [];
    private readonly HashSet<string> waiting = new(StringComparer.Ordinal);
    private readonly Queue<BrokerEvent> said = [];
    private readonly HashSet<BrokerEvent> facts = [];
    private TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isOver;

    public void Changed(string reference)
    {
        if (reference.Length > 0) Add(() => { if (waiting.Add(reference)) changed.Enqueue(reference); });
    }

    /// <summary>What no order's standing shows: that a cancel was refused. The oldest of very many go.</summary>
    public void Say(BrokerEvent happened) => Add(() =>
    {
        said.Enqueue(happened);
        if (said.Count > MostSaid) said.Dequeue();
    });

    /// <summary>After what is waiting, nothing more: the reader asks again.</summary>
    public void End() => Add(() => isOver = true);

    public async IAsyncEnumerable<BrokerEvent> Read([EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var (orders, sayings, next, over) = Take();
            foreach (var saying in sayings) yield return saying;
            foreach (var reference in orders)
            {
                if (book.Find(reference) is not { } order) continue;
                foreach (var told in IbkrTold.Events(order, clock.GetUtcNow()))
                    if (IsNews(told)) yield return told;
                book.Told(order);
            }
            if (orders.Length + sayings.Length > 0) continue;
            if (over) yield break;
            await next.WaitAsync(ct);
        }
    }

    private (string[] Orders, BrokerEvent[] Sayings, Task Next, bool IsOver) Take()
    {
        lock (gate)
        {
            var taken = (changed.ToArray(), said.ToArray(), more.Task, isOver);
            changed.Clear();
            waiting.Clear();
            said.Clear();
            return taken;
        }
    }

    private void Add(Action change)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            change();
            (signal, more) = (more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        signal.TrySetResult();
    }

    // TWS repeats itself: a reader hears each fact once per stream. When there are too many to remember they are told again.
    private bool IsNews(BrokerEvent told)
    {
        if (facts.Count >= MostFacts) facts.Clear();
        return facts.Add(told is BrokerEvent.Filled ? told : told with { At = default });
    }
}
