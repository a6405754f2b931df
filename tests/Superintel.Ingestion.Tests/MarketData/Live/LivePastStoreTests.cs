using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.MarketData.Import;
using Superintel.Ingestion.MarketData.Memory;
using Superintel.Ingestion.Service.Adapters.MarketData.Live;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;
using Superintel.TestKit;

namespace Superintel.Ingestion.Tests.MarketData.Live;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LivePastStoreTests
{
    private readonly MemoryBars bars = new();
    private readonly MemoryQuarantine quarantine = new();
    private readonly RecordedEvents events = new();
    private readonly GateLimits limits = new();

    [Test]
    public async Task Bar_of_which_the_venue_says_otherwise_stays_and_the_other_is_set_aside_once()
    {
        await Fill(Some.Candidate(1), Some.Candidate(2), Some.Candidate(3));
        var other = Some.Candidate(2, close: 101m);
        var first = await Fill(Some.Candidate(1), other, Some.Candidate(3));
        var again = await Fill(Some.Candidate(1), other, Some.Candidate(3));

        Assert.That((first.Refused.Count, again.Refused.Count, again.Already), Is.EqualTo((1, 0, 2)));
        Assert.That((await Stored()).Select(bar => bar.Close), Is.All.EqualTo(100m));
        var kept = (await quarantine.List(null, null, 9, CancellationToken.None)).Single().Bar;
        Assert.That(kept.Candidate, Is.EqualTo(other));
        Assert.That(kept.Failures, Has.Some.StartsWith("consistency: stored"));
        Assert.That(events.Of<BarQuarantined>(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Broken_bar_that_is_asked_for_at_every_start_is_set_aside_once_and_a_better_one_is_stored()
    {
        var broken = Some.Candidate(2, close: -1m);
        await Fill(Some.Candidate(1), broken);
        await Fill(Some.Candidate(1), broken);
        var mended = await Fill(Some.Candidate(1), Some.Candidate(2));
        Assert.That(await quarantine.List(null, null, 9, CancellationToken.None), Has.Count.EqualTo(1));
        Assert.That((mended.Stored, (await Stored()).Count), Is.EqualTo((1, 2)));
    }

    private Task<AdmittedHistory> Fill(params BarCandidate[] candidates) => new LivePastStore(
        bars, new AdmitHistory(bars, quarantine, new MemoryFreshnessBook(), events, limits), new GateTracks(limits))
        .Fill(candidates, BarInterval.Day, AssetClass.Equity, Some.Day(100), CancellationToken.None);

    private async Task<IReadOnlyList<Bar>> Stored() =>
        await bars.Range(new BarQuery([], BarInterval.Day, Some.Day(0), Some.Day(99), null, 99), CancellationToken.None);
}
