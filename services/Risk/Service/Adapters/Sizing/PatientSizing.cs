using Superintel.Risk.Reasons;
using Superintel.Risk.Sizing;
using Superintel.Risk.Sizing.SizeSignal;
using Superintel.ServiceDefaults.Storage;

namespace Superintel.Risk.Service.Adapters.Sizing;

/// <summary>
/// Sizes a signal, and waits a little when this service has not seen yet what the asker has: the bar, the instrument, or the end of the
/// pair's last order are on their way through the queue.
/// </summary>
public sealed class PatientSizing(ITransactions transactions)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly ReasonCode[] behind =
        [ReasonCode.StalePrice, ReasonCode.UnknownPrice, ReasonCode.UnknownInstrument, ReasonCode.OrderInFlight,
            ReasonCode.SliceOpen, ReasonCode.VerdictPending];

    public async Task<SizeDecision> Size(SizeRequest request, CancellationToken ct)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            // Alone, so that positions and orders at work are of one moment.
            var decision = await transactions.RunExclusive(
                async (scope, inner) => await scope.GetRequiredService<SizeSignal>().Handle(request, inner), ct);
            if (decision.Refusal is not { } refusal || !behind.Contains(refusal.Code)) return decision;
            if (TimeProvider.System.GetElapsedTime(begun) >= Patience) return decision;
            await Task.Delay(Pause, ct);
        }
    }
}
