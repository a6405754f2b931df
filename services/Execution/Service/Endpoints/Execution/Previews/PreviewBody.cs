using Superintel.Execution.Trading;
using Superintel.Kernel;

namespace Superintel.Execution.Service.Endpoints.Execution.Previews;

/// <summary>An order that somebody thinks of.</summary>
/// <param name="Instrument">For example KO.XNYS.</param>
/// <param name="Quantity">Units, in lots.</param>
/// <param name="Type">Not given: as the prices say, market without any.</param>
/// <param name="LimitPrice">Quote currency.</param>
/// <param name="StopPrice">Quote currency.</param>
/// <param name="TrailingAmount">Distance from the best price seen, quote currency.</param>
/// <param name="TimeInForce">Not given: as the desk's own orders.</param>
/// <param name="GoodTillDate">Of a good-till-date order.</param>
public sealed record PreviewBody(
    string Instrument,
    Side Side,
    decimal Quantity,
    OrderType? Type = null,
    decimal? LimitPrice = null,
    decimal? StopPrice = null,
    decimal? TrailingAmount = null,
    TimeInForce? TimeInForce = null,
    DateTimeOffset? GoodTillDate = null);
