namespace Superintel.Risk.Tests.Service;

/// <summary>One running service for all tests of a class; what it publishes stays in its outbox, where a test can count it.</summary>
internal abstract class RiskApiFixture
{
    private FakeExecution execution = null!;

    protected RunningRisk Risk { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        execution = await FakeExecution.Start();
        Risk = await RunningRisk.Start(execution.Address, holdEvents: true);
        await Risk.Open();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await Risk.DisposeAsync();
        await execution.DisposeAsync();
    }
}
