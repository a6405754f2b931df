using Superintel.Contracts.Events;

namespace Superintel.Execution.Tests.Fakes;

/// <summary>Keeps what was published.</summary>
public sealed class RecordedEvents : IEvents
{
    private readonly List<IEvent> all = [];

    public IReadOnlyList<IEvent> All => all;

    public IReadOnlyList<TEvent> Of<TEvent>() => [.. all.OfType<TEvent>()];

    public ValueTask Publish(IEvent happened, CancellationToken ct)
    {
        all.Add(happened);
        return ValueTask.CompletedTask;
    }
}
