using Superintel.Kernel;

namespace Superintel.VenueSimulator.Mt4;

/// <summary>A ticket of the account, open or closed.</summary>
/// <param name="Fee">Above zero is a cost; of a closed one with the closing's.</param>
/// <param name="ClientId">The order that opened it, however often a part of it was closed.</param>
/// <param name="ClosedAt">Null while it is open.</param>
public sealed record HeldTicket(
    long Number, string Symbol, Side Side, decimal Units, decimal OpenPrice, DateTimeOffset OpenedAt, decimal Fee, string ClientId,
    TicketTerms Terms, string Comment, decimal ClosePrice = 0m, DateTimeOffset? ClosedAt = null)
{
    /// <summary>In the quote currency, at a price.</summary>
    public decimal Profit(decimal price) => Side.Sign() * Units * (price - OpenPrice);
}
