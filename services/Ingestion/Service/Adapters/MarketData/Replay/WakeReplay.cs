using Superintel.Contracts.Events;

namespace Superintel.Ingestion.Service.Adapters.MarketData.Replay;

/// <summary>
/// Beats after an event was handled. The replay's next step runs alone and so waits for the commit of what woke it.
/// </summary>
internal sealed class WakeReplay<T>(ReplayPulse pulse) : IHandle<T>
    where T : IEvent
{
    public Task Handle(T happened, CancellationToken ct)
    {
        pulse.Beat();
        return Task.CompletedTask;
    }
}
