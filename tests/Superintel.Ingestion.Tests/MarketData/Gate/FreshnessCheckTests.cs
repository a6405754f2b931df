using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.Tests.Fixtures;

namespace Superintel.Ingestion.Tests.MarketData.Gate;

public sealed class FreshnessCheckTests
{
    [TestCase(1, false)]
    [TestCase(3, false)]
    [TestCase(4, true)]
    public void Current_bar_when_it_comes_later_than_two_intervals_fails_freshness(int arrivalDay, bool fails) => Assert.That(
        FreshnessCheck.Check(Some.Candidate(1), Some.Context(now: Some.Day(arrivalDay), arrival: Arrival.Current)).Any(),
            Is.EqualTo(fails));

    [Test]
    public void History_of_any_age_is_no_failure_of_freshness() => Assert.That(
        FreshnessCheck.Check(Some.Candidate(1), Some.Context(now: Some.Day(9_000), arrival: Arrival.History)), Is.Empty);
}
