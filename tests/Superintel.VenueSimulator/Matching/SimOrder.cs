namespace Superintel.VenueSimulator.Matching;

/// <summary>An order as the venue has it at one moment.</summary>
/// <param name="Id">The venue's own number, from 1.</param>
/// <param name="IsTriggered">False while a stop waits for its price.</param>
/// <param name="Trail">The stop price that a trailing stop has reached.</param>
public sealed record SimOrder(
    long Id,
    SimTicket Ticket,
    SimOrderStatus Status,
    decimal Filled,
    decimal FilledNotional,
    bool IsTriggered,
    decimal? Trail,
    string Text,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>What the client named its cancel; empty: it did not.</summary>
    public string CancelName { get; init; } = "";

    public decimal Leaves => Ticket.Quantity - Filled;

    public decimal? AveragePrice => Filled > 0m ? FilledNotional / Filled : null;

    /// <summary>It works, or waits for another order.</summary>
    public bool IsOpen => IsWorking || Status == SimOrderStatus.Pending;

    public bool IsWorking => Status is SimOrderStatus.Working or SimOrderStatus.PartiallyFilled;
}
