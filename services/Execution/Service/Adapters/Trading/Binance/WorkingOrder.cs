using Superintel.Kernel;

namespace Superintel.Execution.Service.Adapters.Trading.Binance;

/// <summary>An order that works at the exchange.</summary>
/// <param name="Leaves">Base asset, what has not traded of it.</param>
/// <param name="At">When it was noted, in <see cref="BinanceWorking"/>'s turns.</param>
internal sealed record WorkingOrder(Side Side, bool IsStop, decimal Leaves, long At);
