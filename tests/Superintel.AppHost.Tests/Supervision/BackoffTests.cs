using Superintel.AppHost.Local.Parts;

namespace Superintel.AppHost.Tests.Supervision;

public sealed class BackoffTests
{
    private static readonly RestartPolicy Policy = new();

    [Test]
    public void Delay_when_crashes_follow_each_other_doubles_up_to_the_longest()
    {
        var backoff = new Backoff(Policy);
        var delays = Enumerable.Range(0, 100).Select(_ => backoff.Next(TimeSpan.Zero)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(delays.Take(3).Select(delay => delay.TotalSeconds), Is.EqualTo((double[])[0.5, 1, 2]));
            Assert.That(delays, Is.Ordered);
            Assert.That(delays[^1], Is.EqualTo(Policy.Longest));
        });
    }

    [Test]
    public void Delay_after_a_stable_run_starts_over()
    {
        var backoff = new Backoff(Policy);
        for (var crash = 0; crash < 5; crash++)
            backoff.Next(TimeSpan.FromSeconds(1));
        Assert.That(backoff.Next(Policy.StableAfter), Is.EqualTo(Policy.First));
        Assert.That(backoff.CrashesInARow, Is.EqualTo(1));
    }
}
