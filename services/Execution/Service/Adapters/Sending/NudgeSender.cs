using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;

namespace Superintel.Execution.Service.Adapters.Sending;

/// <summary>Tells the sender that there may be something to send.</summary>
internal sealed class NudgeSender(SenderSignal signal) : IHandle<BarClosed>, IHandle<OrderCleared>, IHandle<TradingStateChanged>
{
    public Task Handle(BarClosed happened, CancellationToken ct) => Give();

    public Task Handle(OrderCleared happened, CancellationToken ct) => Give();

    public Task Handle(TradingStateChanged happened, CancellationToken ct) => Give();

    private Task Give()
    {
        signal.Give();
        return Task.CompletedTask;
    }
}
