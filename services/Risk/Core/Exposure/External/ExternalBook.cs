using System.Collections.Immutable;
using Superintel.Kernel;
using Superintel.Risk.Market;

namespace Superintel.Risk.Exposure.External;

/// <summary>What others do in the desk's accounts: orders at work and positions that no decision of the desk explains.</summary>
/// <param name="Orders">Those at work, ordered by id.</param>
/// <param name="Positions">Those that are not flat, ordered by venue, account and instrument.</param>
public sealed record ExternalBook(ImmutableArray<ExternalOrder> Orders, ImmutableArray<ExternalPosition> Positions)
{
    public static ExternalBook None { get; } = new([], []);

    public IEnumerable<InstrumentId> Instruments =>
        Orders.Select(order => order.Instrument).Concat(Positions.Select(position => position.Instrument));

    /// <summary>The part in instruments of the desk. What was never listed has no price here and no place in its measures: a venue tells
    /// every coin and share of the account.</summary>
    public ExternalBook Listed(MarketSnapshot market) => new(
        [.. Orders.Where(order => market.Find(order.Instrument) is not null)],
        [.. Positions.Where(position => market.Find(position.Instrument) is not null)]);
}
