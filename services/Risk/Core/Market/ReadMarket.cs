using Superintel.Kernel;
using Superintel.Risk.Market.Ports;

namespace Superintel.Risk.Market;

/// <summary>Loads what is known of some instruments, and of every FX pair.</summary>
public sealed class ReadMarket(IInstruments instruments, ICloses closes, RiskOptions options)
{
    public async ValueTask<MarketSnapshot> For(IEnumerable<InstrumentId> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().Order().ToArray();
        var known = (await instruments.Find(wanted, ct)).Concat(await instruments.Fx(ct)).DistinctBy(i => i.Id).ToArray();
        var last = await closes.Last([.. known.Select(i => i.Id)], ct);
        return new MarketSnapshot(known, last, options);
    }
}
