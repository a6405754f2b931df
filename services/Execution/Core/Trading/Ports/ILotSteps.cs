using Superintel.Kernel;

namespace Superintel.Execution.Trading.Ports;

/// <summary>Which quantities a venue can trade at all.</summary>
public interface ILotSteps
{
    /// <returns>The smallest step of a quantity, units of the instrument; zero: the venue has none, or could not say.</returns>
    ValueTask<decimal> StepOf(string venue, InstrumentId instrument, CancellationToken ct);
}
