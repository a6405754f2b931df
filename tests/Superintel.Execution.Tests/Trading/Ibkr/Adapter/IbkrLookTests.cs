using Superintel.Execution.Service.Adapters.Trading.Ibkr;
using Superintel.Execution.Trading;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Ibkr.Adapter;

/// <summary>What was heard before is memory; what TWS tells now is its word.</summary>
public sealed class IbkrLookTests : TrialFixture
{
    [Test]
    public async Task Working_order_that_TWS_tells_no_more_is_neither_working_nor_found_nor_proved_absent()
    {
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        await trial.Broker.Submit(ticket, default);
        Assert.That((await trial.Broker.Snapshot(default)).WorkingOrders, Has.Count.EqualTo(1));
        await trial.Server.Lose(ticket.ClientOrderId.Value);
        Assert.That((await trial.Broker.Snapshot(default)).WorkingOrders, Is.Empty);
        Assert.That(await trial.Broker.Query(Trial.Reference(ticket), default), Is.InstanceOf<QueryOutcome.Unavailable>());
        trial.Server.DropAll();
        var answer = await Eventually.Get(
            () => trial.Broker.Query(Trial.Reference(ticket), default),
            found => found is QueryOutcome.Unavailable { Cause: var why } && why.Contains("statement"), "TWS asked in a later session");
        Assert.That(answer, Is.InstanceOf<QueryOutcome.Unavailable>());
    }

    [Test]
    public async Task External_order_that_TWS_tells_no_more_leaves_the_snapshot()
    {
        var (_, order) = await trial.Server.PlaceByHand("PEP", new OrderTerms
        {
            Action = "BUY", Quantity = 7m, OrderType = "LMT", LimitPrice = 100m, TimeInForce = "GTC",
        });
        Assert.That((await trial.Broker.Snapshot(default)).WorkingOrders, Has.Count.EqualTo(1));
        Assert.That(order.IsWorking, Is.True);
        await trial.Server.Lose("");
        Assert.That((await trial.Broker.Snapshot(default)).WorkingOrders, Is.Empty);
    }

    // Among working orders, positions, finished orders and executions.
    [TestCase(53, 5)]
    [TestCase(62, 61)]
    [TestCase(102, 101)]
    [TestCase(55, 11)]
    public async Task List_with_a_row_that_cannot_be_read_gives_no_snapshot_and_the_next_session_does(int end, int row)
    {
        await trial.Broker.Submit(trial.Ticket(OrderType.Limit, limit: 60m), default);
        trial.Server.SayBefore(end, row, "1", "x");
        Assert.That(() => trial.Broker.Snapshot(default), Throws.InstanceOf<BrokerUnavailableException>());
        Assert.That(await Eventually.Get(Working, count => count is not null, "the next session"), Is.EqualTo(1));
    }

    [TestCase(1101)]
    [TestCase(1102)]
    public async Task Nothing_new_goes_after_IB_came_back_before_everything_was_looked_at(int restored)
    {
        await trial.Broker.Snapshot(default);
        var client = await trial.Broker.Client(default);
        var ticket = trial.Ticket(OrderType.Limit, limit: 60m);
        trial.Server.Announce(1100, "lost");
        trial.Server.Announce(restored, "restored");
        await client.Probe(default);
        // The look's list of orders cannot be read: whoever sends without a look does not notice.
        trial.Server.SayBefore(53, 5, "not an order");
        Assert.That(await trial.Broker.Submit(ticket, default), Is.Not.InstanceOf<SubmitOutcome.Accepted>());
        Assert.That(trial.Server.Exchange.Orders, Is.Empty);
    }

    [Test]
    public void Order_that_is_over_and_told_is_forgotten_after_a_day_and_a_working_one_never()
    {
        var (book, now) = (new IbkrBook(), DateTimeOffset.UnixEpoch);
        var over = book.Heard(Order("over", 1, "Cancelled"), 7);
        book.Heard(Order("untold", 2, "Cancelled"), 7);
        book.Told(over);
        for (var hour = 0; hour < 50; hour++)
        {
            var look = book.BeginLook();
            book.Heard(Order("works", 3, "Submitted"), 7);
            book.EndLook(look, now.AddHours(hour));
        }
        Assert.That(book.All().Select(order => order.Reference), Is.EqualTo(new[] { "untold", "works" }));
        Assert.That(book.Find("over"), Is.Null);
    }

    [Test]
    public void Order_heard_while_others_are_asked_for_is_not_unheard()
    {
        var book = new IbkrBook();
        book.Heard(Order("first", 1, "Submitted"), 7);
        var look = book.BeginLook();
        book.Heard(Order("second", 2, "Submitted"), 7);
        Assert.That(book.EndLook(look, default).Select(order => order.Reference), Is.EqualTo(new[] { "first" }));
        Assert.That((book.Find("first")!.IsAtVenue, book.Find("second")!.IsAtVenue), Is.EqualTo((false, true)));
        book.Heard(Order("first", 1, "Submitted"), 7);
        Assert.That(book.Find("first")!.IsAtVenue, Is.True);
    }

    [Test]
    public async Task Reader_hears_of_more_orders_than_any_queue_would_hold()
    {
        var book = new IbkrBook();
        const int Many = 20_000;
        for (var i = 1; i <= Many; i++) book.Heard(Order($"o{i}", i, "Submitted"), 7);
        var news = new IbkrNews(book, TimeProvider.System);
        for (var repeat = 0; repeat < 3; repeat++)
            foreach (var order in book.All()) news.Changed(order.Reference);
        news.End();
        var told = new List<BrokerEvent>();
        await foreach (var happened in news.Read(default)) told.Add(happened);
        Assert.That(told.Select(t => t.ClientOrderId).Distinct().Count(), Is.EqualTo(Many));
        Assert.That(told, Has.Count.EqualTo(Many), "each fact once");
    }

    private async Task<int?> Working()
    {
        try
        {
            return (await trial.Broker.Snapshot(default)).WorkingOrders.Count;
        }
        catch (BrokerUnavailableException)
        {
            return null; // the venue has not noticed yet that the session before is gone
        }
    }

    private static OpenOrder Order(string reference, int id, string status) => new(
        id, TwsContract.Stock("KO", "USD"), new OrderTerms { OrderRef = reference, Action = "BUY", Quantity = 1m }, 7, 1000 + id,
        new OrderStateData { Status = status });
}
