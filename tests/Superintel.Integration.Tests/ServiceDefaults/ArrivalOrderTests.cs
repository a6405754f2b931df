using FsCheck;
using FsCheck.Fluent;
using Superintel.Contracts.Events;
using Superintel.ServiceDefaults.Messaging;

namespace Superintel.Integration.Tests.ServiceDefaults;

internal sealed class ArrivalOrderTests
{
    private static readonly object Channel = new();
    private static readonly IEvent Told = Sample.Access("told");
    private ArrivalOrder order = new();

    [SetUp]
    public void Begin() => order = new ArrivalOrder();

    [Test]
    public void Messages_read_in_any_order_are_taken_in_the_broker_s_and_all_of_them() => Prop.ForAll(
        Gen.Choose(1, 60).SelectMany(count => Gen.Shuffle(Enumerable.Range(1, count).ToArray())).ToArbitrary(),
        Gen.Choose(1, 7).ToArbitrary(),
        (reading, size) =>
        {
            var fresh = new ArrivalOrder();
            var taken = new List<ulong>();
            foreach (var number in reading)
            {
                var arrival = fresh.Enter(Channel, (ulong)number, 1);
                // Every fifth cannot be read and dies.
                if (fresh.Change(number % 5 == 0 ? arrival.Leave : () => arrival.Read(Told, null)) && number % 2 == 0)
                    taken.AddRange(fresh.Take(size, 1_000).Select(one => one.Number));
            }

            while (fresh.Take(size, 1_000) is { Count: > 0 } group) taken.AddRange(group.Select(one => one.Number));
            return taken.SequenceEqual(reading.Order().Where(number => number % 5 != 0).Select(number => (ulong)number));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Message_that_has_not_come_holds_back_the_later_ones_and_is_named()
    {
        Ready(order.Enter(Channel, 2, 1));
        Assert.That((order.Take(9, 9).Count, order.Missing), Is.EqualTo((0, (ulong?)1)));
        Ready(order.Enter(Channel, 1, 1));
        Assert.That(order.Take(9, 9).Select(one => one.Number), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(order.Missing, Is.Null);
    }

    [Test]
    public void Group_is_bounded_by_its_length_but_has_at_least_one_message()
    {
        foreach (var (number, bytes) in new[] { (1UL, 50), (2UL, 60), (3UL, 500), (4UL, 1) }) Ready(order.Enter(Channel, number, bytes));
        var groups = Enumerable.Range(0, 4).Select(_ => order.Take(9, 110).Select(one => (int)one.Number).ToArray());
        Assert.That(groups, Is.EqualTo(new int[][] { [1, 2], [3], [4], [] }));
    }

    [Test]
    public void Next_channel_begins_anew_and_what_waited_on_the_last_is_given_back()
    {
        var (old, next) = (order.Enter(Channel, 1, 1), new object());
        Ready(order.Enter(next, 1, 1));
        Assert.That(old.Done.IsCanceled, Is.True);
        Assert.That(order.Take(9, 9), Has.Count.EqualTo(1));
        Assert.That(() => order.Enter(Channel, 2, 1), Throws.InstanceOf<OperationCanceledException>());
    }

    private void Ready(Arrival arrival) => order.Change(() => arrival.Read(Told, null));
}
