using System.Collections.Immutable;
using Superintel.Approval.Sizing;
using Superintel.Contracts.Events.V1;
using Superintel.Contracts.Grpc.RiskV1;
using Superintel.Kernel;

namespace Superintel.Approval.Service.Adapters.Sizing.Grpc;

/// <summary>Reads risk's reply. What cannot be read is no size.</summary>
internal static class SizeReplies
{
    public static SizingAnswer Read(SizeReply reply)
    {
        if (reply.RefusalCode.Length > 0) return new SizingAnswer.Refused(reply.RefusalCode, reply.RefusalDetail, Measures(reply));
        if (reply.Legs.Count == 0) return new SizingAnswer.Unavailable("The reply has neither legs nor a refusal.");
        if (!decimal.TryParse(reply.Notional, out var notional))
            return new SizingAnswer.Unavailable($"'{reply.Notional}' is not an amount.");
        var legs = new List<OrderLeg>();
        foreach (var leg in reply.Legs)
        {
            if (!decimal.TryParse(leg.Quantity, out var quantity) || !decimal.TryParse(leg.ReferencePrice, out var price))
                return new SizingAnswer.Unavailable($"Leg {leg.Leg} of the reply cannot be read.");
            legs.Add(new OrderLeg(leg.Leg, leg.InstrumentId, leg.Side, quantity, price, leg.Currency));
        }
        return new SizingAnswer.Sized(
            [.. legs],
            new Money(notional, new Currency(reply.Currency)),
            Measures(reply));
    }

    private static ImmutableArray<RiskMeasure> Measures(SizeReply reply) =>
        [.. reply.Measures.Select(m => new RiskMeasure(m.Stage, m.Name, m.Value, m.HasLimit ? m.Limit : null, m.Unit))];
}
