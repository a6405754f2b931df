using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.Trades;

/// <summary>One leg of a trade that is wanted or permitted.</summary>
/// <param name="Number">0 for the pair's A, 1 for its B.</param>
/// <param name="ReferencePrice">What the sizing counted with, per unit.</param>
public sealed record TradeLeg(int Number, InstrumentId Instrument, Side Side, Quantity Quantity, Price ReferencePrice)
{
    public decimal SignedQuantity => Side.Sign() * Quantity.Value;

    public OrderLeg ToContract() => new(
        Number,
        Instrument.ToString(),
        Side == Side.Buy ? "buy" : "sell",
        Quantity.Value,
        ReferencePrice.Value,
        ReferencePrice.Quote.Code);

    /// <summary>Reads a leg; null when it is no leg: unknown side, no instrument, no currency, nothing or less of it.</summary>
    public static TradeLeg? TryFrom(OrderLeg leg)
    {
        Side? side = leg.Side switch { "buy" => Side.Buy, "sell" => Side.Sell, _ => null };
        if (side is null || leg.Quantity <= 0m || !InstrumentId.TryParse(leg.InstrumentId, out var id)) return null;
        if (leg.Currency is not { Length: >= 3 and <= 10 } || !leg.Currency.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
            return null;
        return new TradeLeg(leg.Leg, id, side.Value, new Quantity(leg.Quantity), new Price(leg.ReferencePrice, new Currency(leg.Currency)));
    }
}
