using Superintel.Kernel;

namespace Superintel.VenueSimulator.Matching;

/// <summary>An order as a client asks for it.</summary>
/// <param name="ClientId">The client's own name, unique among its working orders.</param>
/// <param name="ImmediateOrCancel">What does not trade at once is canceled.</param>
public sealed record SimTicket(
    string ClientId,
    string Symbol,
    Side Side,
    SimOrderType Type,
    decimal Quantity,
    decimal? LimitPrice = null,
    decimal? StopPrice = null,
    decimal? TrailingAmount = null,
    bool ImmediateOrCancel = false,
    DateTimeOffset? GoodTill = null)
{
    /// <summary>All of it at once, or nothing.</summary>
    public bool FillOrKill { get; init; }

    /// <summary>A stop that waits for a better price than the market's, not a worse one.</summary>
    public bool TakesProfit { get; init; }

    /// <summary>Not before <see cref="SimExchange.Release"/>.</summary>
    public bool Waits { get; init; }

    /// <summary>The venue's own list that it is of; below 0: of none.</summary>
    public long List { get; init; } = -1;

    /// <summary>What a market order was to cost or to bring, in the quote currency; 0: it has a quantity.</summary>
    public decimal Cost { get; init; }

    /// <summary>What of it is shown at a time; 0: all.</summary>
    public decimal Shown { get; init; }

    /// <summary>How far a stop trails the price, in hundredths of a percent; 0: not at all. The stop price is where it begins.</summary>
    public decimal TrailingPoints { get; init; }

    /// <summary>The venue's own word for the type, where the engine's does not tell it; empty for none.</summary>
    public string Word { get; init; } = "";
}
