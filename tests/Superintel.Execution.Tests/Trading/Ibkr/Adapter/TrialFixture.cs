using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>Each test has the adapter at a simulated TWS that does as it should.</summary>
public abstract class TrialFixture
{
    private protected Trial trial = null!;

    [SetUp]
    public async Task Start() => trial = await Trial.Start(FaultPlan.None);

    [TearDown]
    public async Task Stop() => await trial.DisposeAsync();
}
