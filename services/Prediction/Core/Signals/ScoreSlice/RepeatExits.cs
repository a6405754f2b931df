using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Signals.Ports;

namespace Superintel.Prediction.Signals.ScoreSlice;

/// <summary>Asks again for every refused close whose two instruments have a bar in the slice. Risk ends the repeats: with nothing held it
/// says no-position.</summary>
public sealed class RepeatExits(IRefusedExits exits, ISignals signals)
{
    /// <returns>The closing signals, ordered by pair, at the slice's prices; a repeat that has no bar yet goes on waiting.</returns>
    public async ValueTask<IReadOnlyList<SignalGenerated>> For(BarClosed slice, IReadOnlyList<RefusedExit> waiting, CancellationToken ct)
    {
        if (waiting.Count == 0) return [];
        var closes = slice.Bars.ToDictionary(bar => bar.InstrumentId, bar => bar.Close, StringComparer.Ordinal);
        var repeated = new List<SignalGenerated>();
        foreach (var exit in waiting)
        {
            if (!closes.TryGetValue(exit.Pair.A.ToString(), out var a) || !closes.TryGetValue(exit.Pair.B.ToString(), out var b)) continue;
            var refused = await signals.Find(exit.Decision, ct)
                ?? throw new InvalidOperationException($"The refused close {exit.Decision} has no signal.");
            repeated.Add(Again(refused, exit, slice.OccurredAt, a, b));
            await exits.Remove(exit.Pair, ct);
        }

        return repeated;
    }

    private static SignalGenerated Again(SignalGenerated refused, RefusedExit exit, DateTimeOffset at, decimal priceA, decimal priceB) =>
        refused with
        {
            DecisionId = DecisionId.For(exit.Pair, exit.Interval, at, SignalComposer.CloseIntent).Value,
            OccurredAt = at,
            PriceA = priceA,
            PriceB = priceB,
            Reason = $"Close {exit.Pair} again: {exit.Decision} ended with {exit.Code} before it was closed. Its numbers are repeated.",
        };
}
