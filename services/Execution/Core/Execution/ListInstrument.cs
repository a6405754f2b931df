using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Control;
using Superintel.Execution.Execution.Ports;

namespace Superintel.Execution.Execution;

/// <summary>Learns of an instrument: its class decides where it is traded.</summary>
public sealed class ListInstrument(IInstruments instruments) : IHandle<InstrumentListed>
{
    public async Task Handle(InstrumentListed happened, CancellationToken ct) => await instruments.Save(Instrument.From(happened), ct);
}
