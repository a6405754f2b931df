using Microsoft.Extensions.Logging.Abstractions;
using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Tests.Trading.Ibkr.Session;
using Superintel.Execution.Trading;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Faults;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>What the adapter knows by itself of whether an order could leave.</summary>
public sealed class IbkrDepartureTests
{
    [TestCase(4, 0, "nightly-reset")]
    [TestCase(15, 0, null)]
    public async Task Planned_outage_is_known_without_asking(int hourUtc, int minute, string? outage)
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 7, 2, hourUtc, minute, 0, TimeSpan.Zero));
        await using var broker = new IbkrBroker(
            new TwsOptions { Port = 1, Account = "DU1234567" }, new OutageCalendar(), new IbkrContracts([]), clock,
            NullLogger<IbkrBroker>.Instance);

        Assert.That(broker.Hindrance(IbkrBroker.VenueName), Is.EqualTo(outage is null ? null : $"IB is away by plan ({outage})."));
    }

    [Test]
    public async Task Connection_that_went_is_a_hindrance_until_there_is_another()
    {
        await using var trial = await Trial.Start(FaultPlan.None);
        Assert.That(trial.Broker.Hindrance(IbkrBroker.VenueName), Is.Null, "nobody has tried yet: the first order connects");
        await trial.Broker.Snapshot(default);
        Assert.That(trial.Broker.Hindrance(IbkrBroker.VenueName), Is.Null);

        await trial.Broker.Drop(default);
        Assert.That(trial.Broker.Hindrance(IbkrBroker.VenueName), Does.Contain("is gone"));

        await Eventually.True(
            async () => await Answers(trial) && trial.Broker.Hindrance(IbkrBroker.VenueName) is null, "another connection");
    }

    [Test]
    public async Task Gateway_that_is_not_there_is_a_hindrance_once_that_is_known()
    {
        await using var trial = await Trial.Start(FaultPlan.None);
        await trial.Server.DisposeAsync();
        Assert.That(() => trial.Broker.Snapshot(default), Throws.InstanceOf<BrokerUnavailableException>());

        Assert.That(trial.Broker.Hindrance(IbkrBroker.VenueName), Is.Not.Null);
    }

    private static async Task<bool> Answers(Trial trial)
    {
        try
        {
            await trial.Broker.Snapshot(default);
            return true;
        }
        catch (BrokerUnavailableException)
        {
            return false; // asked too early after the last connection
        }
    }
}
