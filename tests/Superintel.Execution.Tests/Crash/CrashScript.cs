using System.Text;
using MassTransit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Superintel.Contracts.Events;
using Superintel.Contracts.Events.V1;
using Superintel.Kernel;
using Superintel.ServiceDefaults.Messaging;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Crash;

/// <summary>
/// What the fleet tells Execution in a session: instruments, then clearances for one leg or two with bars between them, in the end perhaps
/// the kill switch.
/// </summary>
internal static class CrashScript
{
    private const int MostSteps = 12;
    private const int BarsAfter = 4;
    private const int Hasty = 3;
    private static readonly string[] Policies = ["cancel-rest", "unwind", "hold-and-alert"];

    /// <summary>Completes when Execution can be told something.</summary>
    public static async Task Begun(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(TestServers.RabbitMq) }.CreateConnectionAsync();
        await Eventually.True(() => Exists(connection, queue), "Execution has its queue", TimeSpan.FromSeconds(120));
    }

    /// <param name="senior">Sees whether the venue takes orders.</param>
    /// <param name="now">When the session begins.</param>
    /// <returns>All that was cleared.</returns>
    public static async Task<IReadOnlyList<OrderCleared>> Play(
        CrashPlan plan, TradedVenue venue, Senior senior, string queue, DateTimeOffset now)
    {
        await Begun(queue);
        await using var connection = await new ConnectionFactory { Uri = new Uri(TestServers.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        foreach (var one in venue.Instruments)
        {
            await Tell(channel, queue, new InstrumentListed(
                one.Id, one.Symbol, venue.AssetClass, one.Currency, one.LotSize, one.TickSize, Tradable: true, "", now));
        }
        var draw = new Random(plan.Seed);
        var cleared = Enumerable.Range(0, plan.Clearances).Select(number => Clearance(number, venue, draw, now)).ToArray();
        foreach (var (one, number) in cleared.Select((one, number) => (one, number)))
        {
            // Most come when they can be sent; some come whatever the venue does, and may be refused.
            if (number % Hasty != Hasty - 1) await senior.Until(plan.Venue, "compared");
            await Tell(channel, queue, one);
            await venue.Moved(draw.Next(MostSteps));
            await Tell(channel, queue, Bar(venue));
        }
        await venue.Moved(draw.Next(MostSteps * BarsAfter));
        if (plan.End != "active")
            await Tell(channel, queue, new TradingStateChanged(plan.End, false, "the script's end", "crash-test", 1, now));
        for (var bar = 0; bar < BarsAfter; bar++)
        {
            await venue.Moved(draw.Next(MostSteps));
            await Tell(channel, queue, Bar(venue));
        }
        return cleared;
    }

    // As the bus puts it into the service's queue.
    private static async Task Tell(IChannel channel, string queue, IEvent happened)
    {
        var properties = new BasicProperties
        {
            Persistent = true,
            ContentType = "application/json",
            Headers = new Dictionary<string, object?> { [MessageHeaders.MessageType] = MessageUrn.ForTypeString(happened.GetType()) },
        };
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, Encoding.UTF8.GetBytes(EventJson.Write(happened)));
    }

    private static BarClosed Bar(TradedVenue venue) => new(
        "crash",
        "5m",
        TimeProvider.System.GetUtcNow(),
        Replayed: false,
        [
            .. venue.Instruments.Select(one => (one.Id, Last: venue.Exchange.Read(e => e.Book(one.Symbol).Last)))
                .Select(one => new ClosedBar(one.Id, one.Last, one.Last, one.Last, one.Last, 1m, CloseOnly: false)),
        ]);

    private static async Task<bool> Exists(IConnection connection, string queue)
    {
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            await channel.QueueDeclarePassiveAsync(queue);
            return true;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return false;
        }
    }

    private static OrderCleared Clearance(int number, TradedVenue venue, Random draw, DateTimeOffset now)
    {
        var two = venue.Instruments.ToArray();
        draw.Shuffle(two);
        two = [.. two.Take(2).OrderBy(one => one.Id, StringComparer.Ordinal)];
        var pair = PairId.Parse($"{two[0].Id}~{two[1].Id}");
        var decision = DecisionId.For(pair, BarInterval.Day, now.AddDays(number), "open");
        // Most have two legs; a single one is what closes the rest of a broken pair.
        var legs = draw.Next(4) == 0 ? new[] { draw.Next(2) } : [0, 1];
        return new OrderCleared(
            ClearanceId.For(decision).Value,
            decision.Value,
            pair.ToString(),
            draw.Next(3) == 0 ? "close" : "open",
            [.. legs.Select(leg => Leg(leg, two[leg], draw))],
            Policies[draw.Next(Policies.Length)],
            now,
            now.AddMinutes(10),
            []);
    }

    // Small ones mostly, now and then one that goes deep into the book.
    private static OrderLeg Leg(int leg, TradedInstrument instrument, Random draw)
    {
        var (least, most) = instrument.Quantities;
        var share = (decimal)Math.Pow(draw.NextDouble(), 4);
        var lots = decimal.Floor((least + (share * (most - least))) / instrument.LotSize);
        return new OrderLeg(
            leg, instrument.Id, draw.Next(3) == 0 ? "sell" : "buy", lots * instrument.LotSize, instrument.Price, instrument.Currency);
    }
}
