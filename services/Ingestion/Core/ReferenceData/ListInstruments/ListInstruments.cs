using Superintel.Contracts.Events;
using Superintel.Ingestion.ReferenceData.Ports;

namespace Superintel.Ingestion.ReferenceData.ListInstruments;

/// <summary>Makes instruments known: saves each and tells the fleet about those that are new or have changed, and about no other.</summary>
public sealed class ListInstruments(IInstruments instruments, IEvents events, TimeProvider clock)
{
    /// <returns>How many were new or have changed.</returns>
    public async Task<int> Handle(IReadOnlyList<Instrument> listed, CancellationToken ct)
    {
        var told = 0;
        foreach (var instrument in listed.OrderBy(i => i.Id))
        {
            if (!await instruments.Save(instrument, ct)) continue;
            await events.Publish(instrument.Listed(clock.GetUtcNow()), ct);
            told++;
        }
        return told;
    }
}
