using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Risk.Reasons;
using Superintel.Risk.Trades;

namespace Superintel.Risk.Sizing;

/// <summary>The way out: exactly what is held under the pair, whatever a limit says.</summary>
public static class SizeExit
{
    public static SizeDecision Size(SizeInput input)
    {
        var held = input.Held.ToArray();
        if (held.Length == 0) return SizeDecision.Refused(ReasonCode.NoPosition, $"Nothing is held under {input.Request.PairId}.");
        var legs = new List<TradeLeg>();
        var notional = 0m;
        foreach (var position in held)
        {
            var id = position.Key.Instrument;
            if (input.Market.Last(id) is not { } last) return SizeDecision.Refused(ReasonCode.UnknownPrice, $"{id} has no close.");
            var quantity = new Quantity(Math.Abs(position.Quantity));
            legs.Add(new TradeLeg(
                id == input.Pair.A ? 0 : 1, id, SideSign.Of(-position.Quantity), quantity, new Price(last.Close, position.Currency)));
            // Without a rate the exit still goes: its notional only informs.
            notional += Math.Abs(input.Market.Value(id, position.Quantity, input.Options.Base) ?? 0m);
        }
        legs.Sort((left, right) => left.Number.CompareTo(right.Number));
        return SizeDecision.Sized(
            legs,
            new Money(notional, input.Options.Base),
            [new RiskMeasure("sizing", "notional", NumberBridge.ToDouble(notional), null, input.Options.BaseCurrency)]);
    }
}
