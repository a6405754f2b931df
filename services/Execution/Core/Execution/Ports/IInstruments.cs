using Superintel.Execution.Execution.Control;
using Superintel.Kernel;

namespace Superintel.Execution.Execution.Ports;

/// <summary>The instruments Execution was told of.</summary>
public interface IInstruments
{
    ValueTask<Instrument?> Find(InstrumentId id, CancellationToken ct);

    ValueTask Save(Instrument instrument, CancellationToken ct);
}
