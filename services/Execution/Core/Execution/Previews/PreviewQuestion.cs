using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Previews;

/// <summary>An order that somebody thinks of.</summary>
/// <param name="Quantity">Units.</param>
/// <param name="Type">Null: as its prices say, a market order without any.</param>
/// <param name="LimitPrice">Quote currency.</param>
/// <param name="StopPrice">Quote currency.</param>
/// <param name="TrailingAmount">Distance from the best price seen, quote currency.</param>
/// <param name="TimeInForce">Null: as the desk's own orders.</param>
public sealed record PreviewQuestion(
    InstrumentId Instrument,
    Side Side,
    decimal Quantity,
    OrderType? Type,
    decimal? LimitPrice,
    decimal? StopPrice,
    decimal? TrailingAmount,
    TimeInForce? TimeInForce,
    DateTimeOffset? GoodTillDate);
