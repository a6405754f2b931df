using Superintel.Contracts.Events;

namespace Superintel.TestKit;

/// <summary>Remembers what was published, in order.</summary>
public sealed class RecordedEvents : IEvents
{
    private readonly List<IEvent> all = [];

    public IReadOnlyList<IEvent> All => all;

    public IReadOnlyList<T> Of<T>()
        where T : IEvent => [.. all.OfType<T>()];

    public ValueTask Publish(IEvent happened, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        all.Add(happened);
        return ValueTask.CompletedTask;
    }

    public void Forget() => all.Clear();
}
