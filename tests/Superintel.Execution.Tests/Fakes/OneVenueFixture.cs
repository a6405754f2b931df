namespace Superintel.Execution.Tests.Fakes;

/// <summary>A desk at one scripted venue, new for each test.</summary>
public abstract class OneVenueFixture
{
    protected ScriptedBroker Broker { get; private set; } = null!;

    protected Desk Desk { get; set; } = null!;

    [SetUp]
    public async Task Open()
    {
        Broker = Script();
        Desk = await Desk.Open(Broker);
    }

    /// <summary>What the venue answers where a fixture does not say more.</summary>
    protected virtual ScriptedBroker Script() => new();
}
