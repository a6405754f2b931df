using Superintel.Contracts.Events.V1;
using Superintel.Kernel;

namespace Superintel.Risk.Portfolio;

/// <summary>One execution, its correction or its late cost, as the portfolio takes it.</summary>
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

    /// <summary>Counts what the venue said of the execution: the highest stands.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Only the cost of an execution that was told without it: no units.</summary>
    public bool IsCommission { get; init; }

    /// <exception cref="InvalidDataException">The event breaks its contract.</exception>
    public static Fill From(OrderFilled filled) => filled.Quantity > 0m
        ? Of(filled, filled.EventId)
        : throw new InvalidDataException($"{filled.EventId} fills {filled.Quantity}.");

    /// <summary>What stands after the correction, as if the venue had said nothing else; zero units: it was taken back.</summary>
    /// <inheritdoc cref="From(OrderFilled)"/>
    public static Fill From(FillCorrected corrected) => Of(
        new OrderFilled(
            corrected.Venue,
            corrected.Account,
            corrected.ExecutionId,
            corrected.ClientOrderId,
            corrected.DecisionId,
            corrected.PairId,
            corrected.Leg,
            corrected.InstrumentId,
            corrected.Side,
            corrected.Quantity,
            corrected.Price,
            corrected.Currency,
            corrected.Commission ?? 0m,
            corrected.CommissionCurrency,
            corrected.Slippage,
            corrected.CumulativeQuantity,
            corrected.LeavesQuantity,
            corrected.OccurredAt,
            corrected.FeeQuantity,
            corrected.WithheldQuantity,
            corrected.Revision),
        corrected.EventId);

    /// <inheritdoc cref="From(OrderFilled)"/>
    public static Fill From(CommissionBooked booked) => new(
        new FillKey(booked.Venue, booked.Account, booked.ExecutionId),
        booked.ClientOrderId,
        booked.DecisionId,
        booked.PairId,
        booked.Leg,
        InstrumentId.Parse(booked.InstrumentId),
        SideOf(booked.Side, booked.EventId),
        Quantity.Zero,
        new Price(booked.Price, new Currency(booked.Currency)),
        new Money(booked.Commission, new Currency(booked.CommissionCurrency)),
        booked.OccurredAt)
    {
        Revision = booked.Revision,
        IsCommission = true,
    };

    private static Fill Of(OrderFilled filled, string eventId)
    {
        var (quote, withheld) = (new Currency(filled.Currency), filled.WithheldQuantity);
        return new Fill(
            new FillKey(filled.Venue, filled.Account, filled.ExecutionId),
            filled.ClientOrderId,
            filled.DecisionId,
            filled.PairId,
            filled.Leg,
            InstrumentId.Parse(filled.InstrumentId),
            SideOf(filled.Side, eventId),
            Arrived(filled.Quantity, withheld, eventId),
            new Price(filled.Price, quote),
            filled.FeeQuantity != 0m
                ? Kept(withheld, filled.Price, quote)
                : new Money(filled.Commission, new Currency(filled.CommissionCurrency)),
            filled.OccurredAt)
        {
            Withheld = withheld,
            Revision = filled.Revision,
        };
    }

    // A purchase of which the venue kept units is a smaller one that paid them in the quote currency: the cash is the same.
    private static Money Kept(decimal withheld, decimal price, Currency quote) => new(withheld * price, quote);

    private static Quantity Arrived(decimal filled, decimal withheld, string eventId) => withheld <= filled
        ? new Quantity(filled - withheld)
        : throw new InvalidDataException($"{eventId} fills {filled} and withholds {withheld}.");

    private static Side SideOf(string side, string eventId) => side switch
    {
        "buy" => Side.Buy,
        "sell" => Side.Sell,
        _ => throw new InvalidDataException($"{eventId} has the side '{side}'."),
    };
}
