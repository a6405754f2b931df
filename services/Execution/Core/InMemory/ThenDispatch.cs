using Superintel.Contracts.Events;
using Superintel.Execution.Execution;

namespace Superintel.Execution.InMemory;

/// <summary>A handler whose orders leave as soon as it is done: in one process there is no commit to wait for.</summary>
internal sealed class ThenDispatch<TEvent>(IHandle<TEvent> inner, DispatchAll dispatch) : IHandle<TEvent>
    where TEvent : IEvent
{
    public async Task Handle(TEvent happened, CancellationToken ct)
    {
        await inner.Handle(happened, ct);
        await dispatch.Handle(ct);
    }
}
