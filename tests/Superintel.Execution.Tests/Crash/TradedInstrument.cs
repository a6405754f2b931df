namespace Superintel.Execution.Tests.Crash;

/// <summary>What a session trades.</summary>
/// <param name="Symbol">In the matching engine.</param>
/// <param name="Quantities">Least and most of one order, units.</param>
internal sealed record TradedInstrument(
    string Id, string Symbol, string Currency, decimal LotSize, decimal TickSize, decimal Price, (decimal Least, decimal Most) Quantities);
