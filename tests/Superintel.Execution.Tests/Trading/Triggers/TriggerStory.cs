using Superintel.Contracts.Events.V1;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Paper;
using Superintel.Execution.Trading.Paper.Memory;
using Superintel.Kernel;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;
using static Superintel.Execution.Tests.Fakes.PaperGiven;

namespace Superintel.Execution.Tests.Trading.Triggers;

/// <summary>Numbers that stand for orders of every type and for what happens in turn: daily bars, or quotes every ten seconds.</summary>
public sealed record TriggerStory(int[] Orders, int[] Moments, bool IsQuoted, string Fills, string Slippage)
{
    public PaperOptions Options => Free with
    {
        Fills = Fills, VolumeShare = 0.5m, PartialFillChance = 0.6, Slippage = Slippage, SlippageBps = 20m, SlippageRangeShare = 0.2m,
    };

    public IEnumerable<OrderTicket> Tickets => Orders.Select((n, i) => Ticket(
        n % 2 == 0 ? Side.Buy : Side.Sell, quantity: 1 + (n / 100 % 120), time: (TimeInForce)(1 + (n / 7 % 4)), id: $"o{i}") with
    {
        Type = (OrderType)(1 + (n / 50 % 7)),
        LimitPrice = 38m + (n / 1_000 % 8 / 2m),
        StopPrice = 38m + (n / 10_000 % 8 / 2m),
        TrailingAmount = 0.25m + (n / 100_000 % 6 / 4m),
        GoodTillDate = At(n % 20),
    });

    /// <summary>When the moment of this number is over.</summary>
    public DateTimeOffset At(int i) => IsQuoted ? Start.AddSeconds(10 * (i + 1)) : Start.AddDays(i + 1);

    /// <summary>Everything is played in turn, each time by a service that has just begun.</summary>
    /// <param name="turns">Numbers of moments: each one first in its own place, again anywhere behind it.</param>
    /// <param name="looked">Sees all orders after each.</param>
    /// <returns>What was told, in turn.</returns>
    public IReadOnlyList<BrokerEvent> Play(IEnumerable<int> turns, Action<IReadOnlyList<PaperOrder>>? looked = null)
    {
        var (book, clock, told, latest) = (new MemoryPaperBook(), new SettableClock(Start), new List<BrokerEvent>(), 0);
        PaperBroker Broker() => new(book, PaperModels.From(Options), clock);
        foreach (var ticket in Tickets) Done(Broker().Submit(ticket, default));
        foreach (var i in turns)
        {
            latest = Math.Max(latest, i);
            clock.Set(At(latest));
            var broker = Broker();
            Done(IsQuoted ? broker.Match([Quote(i)], default) : broker.Match(Slice(At(i), Bar(i)), default));
            told.AddRange(Done(Told(broker)));
            looked?.Invoke([.. Tickets.Select(ticket => Done(book.Find(ticket.ClientOrderId, default).AsTask())).OfType<PaperOrder>()]);
        }
        return told;
    }

    private static T Done<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Done(Task task) => task.GetAwaiter().GetResult();

    private Quote Quote(int i)
    {
        var (n, price) = (Moments[i], 38m + (Moments[i] / 10 % 40 / 10m));
        return Told(10 * (i + 1), price, price + 0.1m + (n / 400 % 5 / 10m), 1 + (n / 1_000 % 70), 1 + (n / 10_000 % 70));
    }

    private ClosedBar Bar(int i)
    {
        var n = Moments[i];
        var (open, close) = (38m + (n / 10 % 40 / 10m), 38m + (n / 400 % 40 / 10m));
        var (high, low) = (Math.Max(open, close) + (n / 16_000 % 10 / 5m), Math.Min(open, close) - (n / 160_000 % 6 / 3m));
        return n % 7 == 0 ? CloseOnly(Ko, close) : Fakes.Given.Bar(Ko, open, high, low, close, n % 90);
    }
}
