using Superintel.TestKit;
using Superintel.Venue.Binance.Failures;
using Superintel.Venue.Binance.Limits;
using Superintel.Venue.Binance.Messages;
using Superintel.Venue.Binance.Time;

namespace Superintel.Execution.Tests.Trading.Binance;

public sealed class LimitTests
{
    private readonly SettableClock clock = new(new DateTimeOffset(2026, 1, 5, 12, 0, 30, TimeSpan.Zero));

    [Test]
    public void Reads_leave_the_last_tenth_of_the_weight_to_orders()
    {
        var gate = new RateGate(clock);
        gate.Learn([new RateLimit("REQUEST_WEIGHT", TimeSpan.FromMinutes(1), 6_000)]);
        gate.Heard(5_399);

        Assert.That(gate.Enter(1, order: false), Is.Null);
        Assert.That(gate.Enter(1, order: false), Has.Property("Code").EqualTo("weight-used")
            .And.Property("RetryAfter").EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That(gate.Enter(600, order: true), Is.Null);
        Assert.That(gate.Enter(1, order: true), Has.Property("Code").EqualTo("weight-used"));
    }

    [Test]
    public void Weight_is_counted_by_the_minute()
    {
        var gate = new RateGate(clock);
        gate.Heard(1_200);
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.That(gate.UsedWeight, Is.Zero);
        Assert.That(gate.Enter(20, order: false), Is.Null);
    }

    [TestCase(120)]
    [TestCase(0, Description = "a ban that does not say how long it is")]
    public void After_a_ban_nothing_is_sent_until_it_ends(int told)
    {
        var gate = new RateGate(clock);
        gate.Silence(new Failure(FailureKind.RateLimited, FailureRules.Banned, -1003, "banned", TimeSpan.FromSeconds(told)));

        Assert.That(gate.Enter(1, order: true), Has.Property("Code").EqualTo("rate-limited")
            .And.Property("RetryAfter").EqualTo(TimeSpan.FromSeconds(120)));
        clock.Advance(TimeSpan.FromSeconds(120));
        Assert.That(gate.Enter(1, order: true), Is.Null);
    }

    [Test]
    public void Silence_is_not_longer_by_the_length_that_the_clock_is_set_back()
    {
        var gate = new RateGate(clock);
        gate.Silence(new Failure(FailureKind.RateLimited, FailureRules.Banned, -1003, "banned", TimeSpan.FromMinutes(2)));
        clock.Advance(TimeSpan.FromHours(-3));

        Assert.That(gate.Enter(1, order: true), Has.Property("RetryAfter").EqualTo(TimeSpan.FromMinutes(2)));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That(gate.Enter(1, order: true), Is.Null);
    }

    [Test]
    public void Server_time_is_the_median_of_its_samples()
    {
        var time = new ServerClock(clock);
        Assert.That(time.IsDue, Is.True);
        time.Set([TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1)]);

        Assert.That(time.NowMs, Is.EqualTo((clock.GetUtcNow() + TimeSpan.FromSeconds(2)).ToUnixTimeMilliseconds()));
        Assert.That(time.IsDue, Is.False);
        clock.Advance(ServerClock.Validity + TimeSpan.FromSeconds(1));
        Assert.That(time.IsDue, Is.True);
    }

    [Test]
    public void Half_the_way_there_and_back_is_taken_off()
    {
        var sent = clock.GetUtcNow();
        Assert.That(ServerClock.OffsetOf(sent, sent.AddMilliseconds(200), sent.AddMilliseconds(1_100)),
            Is.EqualTo(TimeSpan.FromSeconds(1)));
    }
}
