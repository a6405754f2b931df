using System.Diagnostics;
using Superintel.Benchmarks.Risk;
using Superintel.Benchmarks.Venues.Orders.Apart;
using Superintel.Benchmarks.Venues.Orders.Measuring;
using Superintel.Execution.Trading;

namespace Superintel.Benchmarks.Venues.Orders;

/// <summary>
/// From the call of an adapter with a stored intent to its last byte handed to the socket, each order's own time. Real adapters, TCP over
/// loopback, the simulated venue in another process on a processor of its own. After each order its bytes are written once more, bare, to
/// a thread of that process which only reads: what a write takes on this machine at this moment.
/// </summary>
internal static class OrderPathBenchmark
{
    private const int NameLength = 21; // what every venue keeps of a client order id
    private const int Batch = 500;
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWarming = TimeSpan.FromSeconds(30);

    public static async Task<bool> Run(TextWriter output, bool quick, bool sleeping)
    {
        var (warm, calls) = quick ? (500, 400) : (3_000, 4_000);
        var met = true;
        foreach (var start in new Func<OrderDesk>[]
        {
            () => OrderDesks.Ibkr(sleeping), () => OrderDesks.Binance("hmac", sleeping),
            () => OrderDesks.Binance("ed25519", sleeping), () => OrderDesks.Mt4(sleeping),
        })
        {
            var desk = start();
            using (desk.Venue)
            {
                using var bare = new BareWrite(desk.Venue.Hello.SinkPort);
                var sent = await Warm(desk, bare, warm);
                var timings = new OrderTiming[calls];
                for (var n = 0; n < calls; n++) timings[n] = await Send(desk, bare, sent + n);
                met &= OrderPathReport.Tell(output, desk.Name, sent, timings);
                await desk.End();
            }
        }

        return met;
    }

    // A fleet runs for days: until the compiler has had nothing to do for a while, and the least of orders.
    private static async Task<int> Warm(OrderDesk desk, BareWrite bare, int least)
    {
        var (sent, start) = (0, Stopwatch.GetTimestamp());
        var (compiled, since) = (0L, start);
        while (sent < least || Stopwatch.GetElapsedTime(since) < Calm)
        {
            for (var n = 0; n < Batch; n++) await Send(desk, bare, sent++);
            var now = ThreadMoment.Now();
            if (now.Compiled != compiled) (compiled, since) = (now.Compiled, now.At);
            if (Stopwatch.GetElapsedTime(start) > LongestWarming) break;
        }

        return sent;
    }

    private static async Task<OrderTiming> Send(OrderDesk desk, BareWrite bare, int n)
    {
        if (n > 0 && desk.MostResting > 0 && n % desk.MostResting == 0) await Clear(desk, n - 1);
        desk.Venue.Clock.Skip(desk.Apart);
        var ticket = desk.Ticket(n);
        NotingStream.Watch(ticket.ClientOrderId.Value[..NameLength]);
        var pause = ReferenceLoop.Run();
        var start = ThreadMoment.Now();
        start = start with { At = Stopwatch.GetTimestamp() };
        var outcome = await desk.Broker.Submit(ticket, CancellationToken.None);
        if (outcome is not SubmitOutcome.Accepted) throw new InvalidOperationException($"{desk.Name}, order {n}: {outcome}");
        if (NotingStream.Begun is not { } begun) throw new InvalidOperationException($"{desk.Name}, order {n}: nothing was written.");
        pause += ReferenceLoop.Run();
        return double.IsNaN(pause) ? default : OrderTiming.Of(start, begun, NotingStream.Writing, bare.Send(NotingStream.Bytes.Span));
    }

    private static async Task Clear(OrderDesk desk, int last)
    {
        for (var n = last - desk.MostResting + 1; n <= last; n++)
        {
            var ticket = desk.Ticket(n);
            var order = new OrderReference(ticket.Venue, ticket.Account, ticket.ClientOrderId, ticket.Instrument, null, ticket.CreatedAt);
            if (await desk.Broker.Cancel(order, CancellationToken.None) is not CancelOutcome.Canceled)
                throw new InvalidOperationException($"{desk.Name}, order {n}: not canceled.");
        }
    }
}
