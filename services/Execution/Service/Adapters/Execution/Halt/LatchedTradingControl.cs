using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Execution.Halt;

/// <summary>The stored control of one transaction, halted while a halt that came without the store is in force.</summary>
internal sealed class LatchedTradingControl(ITradingControl stored, HaltLatch latch) : ITradingControl
{
    private bool written;

    public async ValueTask<TradingControl> Get(CancellationToken ct)
    {
        var before = latch.Times;
        var control = await stored.Get(ct);
        // What this transaction has written itself may yet be rolled back: only what it found is sure to stay.
        if (!written) latch.Compare(control, before);
        return latch.IsSet ? control with { State = TradingState.Halted } : control;
    }

    public ValueTask Set(TradingControl control, CancellationToken ct)
    {
        written = true;
        return stored.Set(control, ct);
    }
}
