using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Contract;

internal sealed class ToldHistoryContract(bool postgres) : StoreContract(postgres)
{
    [Test]
    public async Task Nothing_was_told_of_what_was_never_saved() =>
        Assert.That(await Store.Told.Last("live", BarInterval.Day, CancellationToken.None), Is.Null);

    [Test]
    public async Task Last_slice_is_kept_by_feed_and_interval_and_never_goes_back()
    {
        foreach (var day in new[] { 3, 5, 4 }) await Store.Told.Save("live", BarInterval.Day, Some.Day(day), CancellationToken.None);
        await Store.Told.Save("live", BarInterval.Hour, Some.Day(9), CancellationToken.None);
        await Store.Told.Save("other", BarInterval.Day, Some.Day(1), CancellationToken.None);
        Assert.That(await Store.Told.Last("live", BarInterval.Day, CancellationToken.None), Is.EqualTo(Some.Day(5)));
    }
}
