using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Simulation.Scheduling;

namespace Superintel.Simulation.Tests.Scheduling;

public sealed class SchedulerTests
{
    private static readonly DateTimeOffset Noon = new(1999, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Event_told_twice_is_handled_once_per_service()
    {
        var scheduler = new Scheduler();
        var (first, second) = (new Listener(), new Listener());
        scheduler.Add("first").To(first);
        scheduler.Add("second").To(second);
        await scheduler.Publish(Access("a"), default);
        await scheduler.Publish(Access("a"), default);
        await scheduler.Drain(default);
        Assert.That(first.Heard.Concat(second.Heard), Is.EqualTo(new[] { "a", "a" }));
    }

    [Test]
    public async Task Service_of_higher_rank_finishes_its_queue_first()
    {
        var scheduler = new Scheduler();
        var order = new List<string>();
        scheduler.Add("first").To(new Listener(e => order.Add("first " + e)));
        scheduler.Add("second").To(new Listener(e => order.Add("second " + e)));
        await scheduler.Publish(Access("a"), default);
        await scheduler.Publish(Access("b"), default);
        await scheduler.Drain(default);
        Assert.That(order, Is.EqualTo(new[] { "first a", "first b", "second a", "second b" }));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Any_interleaving_keeps_each_service_in_order_and_repeats_with_its_seed(int seed)
    {
        var (one, again) = (await Order(seed), await Order(seed));
        Assert.Multiple(() =>
        {
            Assert.That(one, Is.EqualTo(again));
            Assert.That(one.Where(step => step.StartsWith("first", StringComparison.Ordinal)),
                Is.Ordered.Using<string>(string.CompareOrdinal));
            Assert.That(one.Where(step => step.StartsWith("second", StringComparison.Ordinal)),
                Is.Ordered.Using<string>(string.CompareOrdinal));
        });
    }

    [Test]
    public void Handler_that_waits_for_the_outside_is_refused()
    {
        var scheduler = new Scheduler();
        scheduler.Add("waiting").To(new Waiting());
        Assert.That(
            async () =>
            {
                await scheduler.Publish(Access("a"), default);
                await scheduler.Drain(default);
            },
            Throws.InvalidOperationException.With.Message.Contains("waiting waited"));
    }

    [Test]
    public void Virtual_time_never_goes_back()
    {
        var clock = new VirtualTime(Noon);
        clock.AdvanceTo(Noon.AddHours(1));
        Assert.That(() => clock.AdvanceTo(Noon), Throws.InvalidOperationException);
    }

    private static async Task<List<string>> Order(int seed)
    {
        var scheduler = new Scheduler(seed);
        var order = new List<string>();
        scheduler.Add("first").To(new Listener(e => order.Add("first " + e)));
        scheduler.Add("second").To(new Listener(e => order.Add("second " + e)));
        for (var c = 'a'; c <= 'h'; c++) await scheduler.Publish(Access(c.ToString()), default);
        await scheduler.Drain(default);
        return order;
    }

    private static AccessRecorded Access(string id) => new(id, "ada", "login", "", Noon);

    private sealed class Listener(Action<string>? also = null) : IHandle<AccessRecorded>
    {
        public List<string> Heard { get; } = [];

        public Task Handle(AccessRecorded happened, CancellationToken ct)
        {
            Heard.Add(happened.AccessId);
            also?.Invoke(happened.AccessId);
            return Task.CompletedTask;
        }
    }

    private sealed class Waiting : IHandle<AccessRecorded>
    {
        public Task Handle(AccessRecorded happened, CancellationToken ct) => new TaskCompletionSource().Task;
    }
}
