using Superintel.Kernel;

namespace Superintel.Execution.Trading.Ports;

/// <summary>Which quantities a venue can trade at all.</summary>
public interface ILeastQuantities
{
    /// <returns>The smallest quantity that the venue would take now, units of the instrument: its lot, or more where an order has to be
    /// worth something. Zero: the venue has none, or could not say.</returns>
    ValueTask<decimal> LeastOf(string venue, InstrumentId instrument, CancellationToken ct);
}
