using Superintel.Contracts.Events.V1;
using Superintel.Ingestion.Service.Adapters.MarketData.Broadcast;
using Superintel.Ingestion.Tests.Fixtures;

namespace Superintel.Ingestion.Tests.Service;

public sealed class BarBroadcastTests
{
    private static BarClosed Slice(int day) => new("sample", "1d", Some.Day(day), true, []);

    [Test]
    public void Listener_who_is_too_slow_hears_what_it_had_and_then_that_it_was_cut_off()
    {
        var broadcast = new BarBroadcast();
        using var slow = broadcast.Listen();
        for (var day = 1; day <= BarListener.Capacity + 1; day++) broadcast.Tell(Slice(day));
        var heard = 0;
        Assert.That(
            async () =>
            {
                await foreach (var slice in slow.Slices(CancellationToken.None)) heard++;
            },
            Throws.TypeOf<SlowListenerException>());
        Assert.That((heard, broadcast.Listeners), Is.EqualTo((BarListener.Capacity, 0)));
    }

    [Test]
    public void Listener_who_leaves_is_forgotten()
    {
        var broadcast = new BarBroadcast();
        broadcast.Listen().Dispose();
        Assert.That(broadcast.Listeners, Is.Zero);
    }
}
