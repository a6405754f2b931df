using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.Prediction.Panel.Ports;

namespace Superintel.Prediction.Panel.TrackFreshness;

/// <summary>An instrument's data became stale or fresh again: pairs with a stale leg make no signal.</summary>
public sealed class TrackFreshness(IInstruments instruments) : IHandle<FeedFreshnessChanged>
{
    public async Task Handle(FeedFreshnessChanged happened, CancellationToken ct) =>
        await instruments.MarkFreshness(InstrumentId.Parse(happened.InstrumentId), happened.Stale, happened.LastBarAt, ct);
}
