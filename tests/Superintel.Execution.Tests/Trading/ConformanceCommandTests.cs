using Superintel.TestKit;
using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;

namespace Superintel.Execution.Tests.Trading;

/// <summary>What the commands of the venues say when they cannot do what they are told.</summary>
public sealed class ConformanceCommandTests
{
    [Test]
    public async Task Endpoint_where_nobody_listens_fails_every_case_with_the_cause()
    {
        var nobody = new Endpoint("127.0.0.1", LoopbackPort.Free(), false, null);
        var report = await ConformanceCommand.Report("ibkr", nobody, ["01", "05"], default);
        Assert.That(report.Cases.Select(outcome => (outcome.Id, outcome.Result)),
            Is.EqualTo(new[] { ("01", CaseResult.Fail), ("05", CaseResult.Fail) }));
        Assert.That(report.Cases[0].Detail, Does.Contain("could not be asked"));
    }

    [Test]
    public void Real_money_is_refused_before_a_key_is_looked_for() =>
        Assert.That(() => ConformanceCommand.Report("binance", new Endpoint("api.binance.com", 443, false, null), [], default),
            Throws.TypeOf<RefusedException>().With.Property(nameof(RefusedException.Code)).EqualTo("live-account")
                .And.Message.Contains("--live-account spot"));

    [Test]
    public void Tws_on_a_live_port_is_refused() =>
        Assert.That(() => ConformanceCommand.Report("ibkr", new Endpoint("127.0.0.1", 7496, false, null), [], default),
            Throws.TypeOf<RefusedException>());

    [Test]
    public void Missing_token_is_told_by_its_name() =>
        Assert.That(() => ConformanceCommand.Report("mt4", new Endpoint("127.0.0.1", LoopbackPort.Free(), false, null), [], default),
            Throws.TypeOf<RefusedException>().With.Message.Contains("MT4_BRIDGE_TOKEN"));

    [Test]
    public void Case_that_does_not_exist_is_refused() =>
        Assert.That(() => ConformanceCommand.Report("paper", new Endpoint("127.0.0.1", 0, false, null), ["99"], default),
            Throws.TypeOf<RefusedException>().With.Property(nameof(RefusedException.Code)).EqualTo("case-unknown"));

    [Test]
    public void Fault_that_a_venue_cannot_have_is_refused() =>
        Assert.That(() => FaultPlan.Read("clock-skew", null, 1).For("mt4"), Throws.TypeOf<FormatException>());

    [Test]
    public void Fault_told_for_an_occasion_that_is_not_its_own_is_refused() =>
        Assert.That(() => FaultLine.Parse("""{"at":"cancel","fault":"lost-acknowledgement"}"""),
            Throws.TypeOf<FormatException>().With.Message.Contains("happens at submit"));
}
