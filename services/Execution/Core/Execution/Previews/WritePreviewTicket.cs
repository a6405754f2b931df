using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Pairs;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Previews;

/// <summary>
/// A question as the ticket of the order that it is about, for the venue that the order would go to. A kill switch, a mismatch or a venue
/// that waits does not keep anybody from asking: nothing trades.
/// </summary>
public sealed class WritePreviewTicket(IInstruments instruments, BrokerRoutes routes, PlacementTerms terms, TimeProvider clock)
{
    // Of no order: adapters leave it out of what they send.
    private static readonly ClientOrderId Nobodys = new("preview");

    public async Task<PreviewTicket> Handle(PreviewQuestion asked, CancellationToken ct)
    {
        var (type, lasting) = (PreviewTerms.TypeOf(asked), asked.TimeInForce ?? terms.TimeInForce);
        if (PreviewTerms.Objection(asked, type, lasting) is { } objection) return objection;
        if (await instruments.Find(asked.Instrument, ct) is not { } instrument)
            return new PreviewTicket.Refused(DenialCode.UnknownInstrument, $"{asked.Instrument} has never been listed.");
        if (!instrument.Tradable) return new PreviewTicket.Refused(DenialCode.NoRoute, $"{asked.Instrument} is only observed.");
        if (routes.For(instrument.AssetClass) is not { } route || instrument.AssetClass is not { } assetClass)
            return new PreviewTicket.Refused(
                DenialCode.NoRoute, $"No venue is configured for {instrument.AssetClass?.ToString() ?? "its asset class"}.");
        if (instrument.LotSize > 0m && asked.Quantity % instrument.LotSize != 0m)
            return new PreviewTicket.Refused("quantity-off-lot", $"{asked.Quantity} is not in lots of {instrument.LotSize}.");
        return new PreviewTicket.Written(new OrderTicket(
            route.Venue, route.Account, Nobodys, instrument.Id, assetClass, instrument.LotSize, asked.Side, new Quantity(asked.Quantity),
            type, asked.LimitPrice, lasting, instrument.Currency, clock.GetUtcNow())
        {
            StopPrice = asked.StopPrice, TrailingAmount = asked.TrailingAmount, GoodTillDate = asked.GoodTillDate,
        });
    }
}
