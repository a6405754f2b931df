using Superintel.Ingestion.MarketData;
using Superintel.Ingestion.Tests.Fixtures;
using Superintel.Kernel;

namespace Superintel.Ingestion.Tests.MarketData.Contract;

internal sealed class QuarantineContract(bool postgres) : StoreContract(postgres)
{
    [Test]
    public async Task Bar_is_kept_as_it_came_with_every_reason()
    {
        var bar = new QuarantinedBar(
            Some.FullCandidate(1, 1m, null, 0.5m, 2m, -3m) with { Unreadable = "NaN" }, ["validity: a", "volume: b"], 2);
        await Store.Quarantine.Add([bar], CancellationToken.None);
        var kept = (await Store.Quarantine.List(null, null, 10, CancellationToken.None)).Single().Bar;
        Assert.That((kept.Candidate, kept.ConsecutiveFailures), Is.EqualTo((bar.Candidate, 2)));
        Assert.That(kept.Failures, Is.EqualTo(bar.Failures));
    }

    [Test]
    public async Task List_is_newest_first_and_pages_by_number()
    {
        await Store.Quarantine.Add([Some.Quarantined(1), Some.Quarantined(2, Some.OtherId), Some.Quarantined(3)], CancellationToken.None);
        var first = await Store.Quarantine.List(null, null, 2, CancellationToken.None);
        var second = await Store.Quarantine.List(null, first[^1].Number, 2, CancellationToken.None);
        Assert.That(
            first.Concat(second).Select(e => e.Bar.Candidate.ClosedAt), Is.EqualTo(new[] { Some.Day(3), Some.Day(2), Some.Day(1) }));
        Assert.That(await Store.Quarantine.List(Some.OtherId, null, 9, CancellationToken.None), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Last_of_a_series_before_a_moment_is_found()
    {
        await Store.Quarantine.Add([Some.Quarantined(1), Some.Quarantined(2, consecutive: 2), Some.Quarantined(9)], CancellationToken.None);
        var last = await Store.Quarantine.Last(Some.Id, BarInterval.Day, Some.Day(5), CancellationToken.None);
        Assert.That(last!.ConsecutiveFailures, Is.EqualTo(2));
        Assert.That(await Store.Quarantine.Last(Some.OtherId, BarInterval.Day, Some.Day(5), CancellationToken.None), Is.Null);
    }
    [Test]
    public async Task Candidates_of_a_series_within_a_time_are_found()
    {
        await Store.Quarantine.Add(
            [Some.Quarantined(1), Some.Quarantined(2), Some.Quarantined(2, Some.OtherId), Some.Quarantined(3), Some.Quarantined(4)],
            CancellationToken.None);
        var within = await Store.Quarantine.Within(Some.Id, BarInterval.Day, Some.Day(2), Some.Day(3), CancellationToken.None);
        Assert.That(within, Is.EquivalentTo(new[] { Some.Quarantined(2).Candidate, Some.Quarantined(3).Candidate }));
        Assert.That(
            await Store.Quarantine.Within(Some.Id, BarInterval.Parse("1m"), Some.Day(2), Some.Day(3), CancellationToken.None), Is.Empty);
    }
}
