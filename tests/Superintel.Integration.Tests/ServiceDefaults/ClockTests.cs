using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Superintel.ServiceDefaults.Clock;
using Superintel.TestKit;

namespace Superintel.Integration.Tests.ServiceDefaults;

[TestFixture(false)]
[TestFixture(true)]
internal sealed class ClockTests(bool inGroups) : FleetFixture(inGroups)
{
    [Test]
    public async Task A_replay_s_clock_follows_the_bars_at_both_ends_and_survives_a_restart()
    {
        var sender = await Sender(null, ("Clock:Mode", "replay"), ("Clock:Start", "1990-01-01T00:00:00Z"));
        Assert.That(ClockOf(sender).GetUtcNow(), Is.EqualTo(new DateTimeOffset(1990, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var receiver = await Start(ReplayedReceiver());
        await sender.Tell(Sample.Bar(Sample.Noon));
        Assert.That(ClockOf(sender).GetUtcNow(), Is.EqualTo(Sample.Noon));
        await Eventually.True(() => ClockOf(receiver).GetUtcNow() == Sample.Noon, "the receiver's clock has followed");
        await sender.Tell(Sample.Bar(Sample.Noon.AddDays(-1)), Sample.Access("last"));
        await Eventually.True(async () => await Count(receiver, "inbox") == 3, "the older bar has arrived");
        Assert.That(ClockOf(receiver).GetUtcNow(), Is.EqualTo(Sample.Noon));
        await Stop(receiver);
        receiver = await Start(ReplayedReceiver());
        Assert.That(ClockOf(receiver).GetUtcNow(), Is.EqualTo(Sample.Noon));
    }

    [Test]
    public void The_system_clock_ignores_replayed_bars()
    {
        var clock = new FleetClock(ClockMode.System, DateTimeOffset.UnixEpoch);
        Assert.That(clock.Observe(Sample.Bar(Sample.Noon)), Is.False);
        Assert.That(clock.GetUtcNow(), Is.GreaterThan(Sample.Noon.AddYears(20)));
    }

    private static FleetClock ClockOf(RunningService service) => (FleetClock)service.Services.GetRequiredService<TimeProvider>();

    private ServiceSetup ReplayedReceiver() => new("receiver", Database.ConnectionString)
    {
        Prefix = Prefix,
        Subscribe = bus => bus.Subscribe<Contracts.Events.V1.BarClosed>().Subscribe<Contracts.Events.V1.AccessRecorded>(),
        Settings = new Dictionary<string, string?> { ["Clock:Mode"] = "replay" },
    };
}
