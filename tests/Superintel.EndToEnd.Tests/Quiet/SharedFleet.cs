using Superintel.EndToEnd.Tests.Fleet;

namespace Superintel.EndToEnd.Tests.Quiet;

/// <summary>One fleet for the tests that leave it as it is; others start their own.</summary>
[SetUpFixture]
public sealed class SharedFleet
{
    private static RunningFleet? fleet;

    public static RunningFleet Fleet => fleet ?? throw new InvalidOperationException("The fleet is not running.");

    [OneTimeSetUp]
    public async Task Start() => fleet = await RunningFleet.Start(("Replay__SlicesPerSecond", "20"));

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (fleet is not null) await fleet.DisposeAsync();
    }
}
