using Superintel.VenueSimulator.Conformance;
using Superintel.VenueSimulator.Mt4;

namespace Superintel.Execution.Tests.Trading.Mt4.Bridge;

/// <summary>The same cases that the simulator passes, against the bridge that a person runs.</summary>
public sealed class BridgeConformanceTests
{
    [Test]
    public async Task Bridge_passes_every_case_that_the_simulator_passes()
    {
        await using var bridged = await BridgedMt4.Start();
        await using var driver = new Mt4Driver(bridged.Options, Mt4Server.Account, isLive: false, bridged.Exchange.Step);
        var real = await ConformanceRunner.Run(driver, [], CancellationToken.None);
        await using var simulated = await SimulatedMt4.Start();
        await using var other = new Mt4Driver(simulated.Options, Mt4Server.Account, isLive: false, simulated.Server.Exchange.Step);
        var expected = await ConformanceRunner.Run(other, [], CancellationToken.None);
        Assert.That(real.Cases.Where(found => found.Result == CaseResult.Fail).Select(found => $"{found.Id}: {found.Detail}"), Is.Empty);
        Assert.That(
            real.Cases.Select(found => (found.Id, found.Result)), Is.EqualTo(expected.Cases.Select(found => (found.Id, found.Result))));
    }
}
