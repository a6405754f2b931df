using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.Portfolio;

/// <summary>One execution, as the portfolio takes it.</summary>
/// <param name="PairId">The pair whose position it moves.</param>
/// <param name="Price">Per unit, quote currency.</param>
/// <param name="Commission">Positive is a cost, in its own currency.</param>
public sealed record Fill(
    FillKey Key,
    string ClientOrderId,
    string DecisionId,
    string PairId,
    int Leg,
    InstrumentId Instrument,
    Side Side,
    Quantity Quantity,
    Price Price,
    Money Commission,
    DateTimeOffset At)
{
    public decimal SignedQuantity => Side.Sign() * Quantity.Value;

    /// <exception cref="InvalidDataException">The event breaks its contract.</exception>
    public static Fill From(OrderFilled filled)
    {
        var side = filled.Side switch
        {
            "buy" => Side.Buy,
            "sell" => Side.Sell,
            _ => throw new InvalidDataException($"{filled.EventId} has the side '{filled.Side}'."),
        };
        if (filled.Quantity <= 0m) throw new InvalidDataException($"{filled.EventId} has the quantity {filled.Quantity}.");
        return new Fill(
            new FillKey(filled.Venue, filled.Account, filled.ExecutionId),
            filled.ClientOrderId,
            filled.DecisionId,
            filled.PairId,
            filled.Leg,
            InstrumentId.Parse(filled.InstrumentId),
            side,
            new Quantity(filled.Quantity),
            new Price(filled.Price, new Currency(filled.Currency)),
            new Money(filled.Commission, new Currency(filled.CommissionCurrency)),
            filled.OccurredAt);
    }
}
