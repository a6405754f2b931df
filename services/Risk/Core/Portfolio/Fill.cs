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
    /// <summary>Units that were executed and do not reach the position: the venue kept its fee from them.</summary>
    public decimal Withheld { get; init; }

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
        // A purchase of which the venue kept units is a smaller one that paid them in the quote currency: the cash is the same.
        var kept = filled.FeeQuantity != 0m;
        if (filled.Quantity <= 0m || filled.WithheldQuantity > filled.Quantity)
            throw new InvalidDataException($"{filled.EventId} fills {filled.Quantity} and withholds {filled.WithheldQuantity}.");
        return new Fill(
            new FillKey(filled.Venue, filled.Account, filled.ExecutionId),
            filled.ClientOrderId,
            filled.DecisionId,
            filled.PairId,
            filled.Leg,
            InstrumentId.Parse(filled.InstrumentId),
            side,
            new Quantity(filled.Quantity - filled.WithheldQuantity),
            new Price(filled.Price, new Currency(filled.Currency)),
            kept
                ? new Money(filled.WithheldQuantity * filled.Price, new Currency(filled.Currency))
                : new Money(filled.Commission, new Currency(filled.CommissionCurrency)),
            filled.OccurredAt)
        {
            Withheld = filled.WithheldQuantity,
        };
    }
}
