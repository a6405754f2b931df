namespace Superintel.VenueSimulator.Mt4;

/// <summary>What an order says beside what trades: its stops belong to the ticket that it opens.</summary>
public sealed record TicketTerms(long Magic, decimal? StopLoss = null, decimal? TakeProfit = null)
{
    public static readonly TicketTerms None = new(0);
}
