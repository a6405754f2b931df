using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;

namespace Superintel.Execution.Tests.Trading.Limits;

/// <summary>Case 20 is worth something when it fails for a client that does not pace itself.</summary>
public sealed class PaceConformanceTests
{
    [Test]
    public async Task Tws_is_asked_for_all_that_it_limits_and_refuses_nothing_but_the_book_too_many()
    {
        var found = await AtTws(TimeProvider.System);
        Assert.That(found.Result, Is.EqualTo(CaseResult.Pass), found.Detail);
        Assert.That(found.Detail, Does.StartWith("120 requests").And.EndsWith("book 4 refused with 309, the others whole"));
    }

    [Test]
    public async Task Tws_ends_the_case_of_a_client_that_does_not_pace_itself()
    {
        var found = await AtTws(new HurriedClock());
        Assert.That(found.Result, Is.EqualTo(CaseResult.Fail), found.Detail);
        Assert.That(found.Detail, Does.Contain("tws-100"));
    }

    private static async Task<CaseOutcome> AtTws(TimeProvider clock)
    {
        await using var server = new IbkrServer(new SimulatorOptions(0, 1, FaultPlan.None, TimeSpan.FromMilliseconds(250)));
        var address = await server.Start(CancellationToken.None);
        await using var driver = await IbkrDriver.Connect(
            new Endpoint(address.Host, address.Port, AllowLive: false, LiveAccount: null), clock, CancellationToken.None);
        return (await ConformanceRunner.Run(driver, ["20"], CancellationToken.None)).Cases.Single();
    }
}
