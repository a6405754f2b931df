using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Panel.Ports;

namespace Superintel.Prediction.Panel.ListInstrument;

/// <summary>An instrument became known: from now on its closes enter the panel, if it is tradable.</summary>
public sealed class ListInstrument(IInstruments instruments) : IHandle<InstrumentListed>
{
    public async Task Handle(InstrumentListed happened, CancellationToken ct) => await instruments.List(
        new PanelInstrument(InstrumentId.Parse(happened.InstrumentId), new Currency(happened.Currency), happened.Tradable), ct);
}
