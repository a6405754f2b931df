using Superintel.Ingestion.MarketData.Freshness;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Contract;

internal sealed class FreshnessBookContract(bool postgres) : StoreContract(postgres)
{
    [Test]
    public async Task Series_are_replaced_by_instrument_and_interval_and_come_in_order()
    {
        var daily = new SeriesFreshness("sample", Some.OtherId, BarInterval.Day, Some.Day(1), Stale: false);
        var hourly = daily with { Interval = BarInterval.Hour };
        var other = daily with { Instrument = Some.Id };
        await Store.Freshness.Save([daily, hourly, other], CancellationToken.None);
        var changed = daily with { Feed = "import", LastBarAt = Some.Day(2), Stale = true, Doubt = "farm-away", Changes = 3 };
        await Store.Freshness.Save([changed], CancellationToken.None);
        Assert.That(await Store.Freshness.Load(CancellationToken.None), Is.EqualTo(new[] { other, hourly, changed }));
    }
}
