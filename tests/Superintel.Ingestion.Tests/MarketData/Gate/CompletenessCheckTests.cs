using Superintel.Ingestion.MarketData.Gate;
using Superintel.Ingestion.Tests.Fixtures;

namespace Superintel.Ingestion.Tests.MarketData.Gate;

public sealed class CompletenessCheckTests
{
    [Test]
    public void Bar_when_its_close_is_missing_fails_completeness() => Assert.That(
        DataGate.Judge(Some.Candidate(1, close: null), Some.Context()).Select(f => f.ToString()), Is.EqualTo(
            new[] { "completeness: missing close" }));

    [Test]
    public void Full_bar_when_prices_are_missing_names_each() => Assert.That(
        CompletenessCheck.Check(Some.FullCandidate(1, null, null, null, 5m)).Select(f => f.Detail),
        Is.EqualTo(new[] { "missing open", "missing high", "missing low" }));

    [Test]
    public void Close_only_bar_with_its_close_is_complete() => Assert.That(CompletenessCheck.Check(Some.Candidate(1)), Is.Empty);

    [Test]
    public void Unreadable_price_is_invalid_rather_than_missing()
    {
        var failures = DataGate.Judge(Some.Candidate(1, close: null) with { Unreadable = "NaN" }, Some.Context());
        Assert.That(failures.Select(f => f.Check), Is.EqualTo(new[] { GateCheck.Validity }));
    }
}
