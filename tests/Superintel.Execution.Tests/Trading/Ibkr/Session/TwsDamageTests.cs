using Superintel.TestKit;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.Venue.Ibkr.Messages.Requests;
using Superintel.Venue.Ibkr.Session;
using Superintel.VenueSimulator.Faults;
using Superintel.VenueSimulator.Hosting;
using Superintel.VenueSimulator.Ibkr;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Ibkr.Session;

/// <summary>What cannot be read is never skipped: it ends the session, or it fails what it answers.</summary>
public sealed class TwsDamageTests
{
    private const string FirstRequest = "1000000001";
    private static readonly TwsContract Coke = TwsContract.Stock("KO", "USD", "NYSE");
    private Heard heard = null!;
    private IbkrServer server = null!;
    private TwsClient client = null!;

    [SetUp]
    public async Task Connect()
    {
        heard = new Heard();
        server = new IbkrServer(new SimulatorOptions(0, 3, FaultPlan.None, TimeSpan.Zero));
        var address = await server.Start(default);
        var options = new TwsOptions { Port = address.Port, Account = address.Account! };
        client = await TwsClient.Connect(options, new TwsLimits(options, TimeProvider.System), TimeProvider.System, heard, default);
    }

    [TearDown]
    public async Task Disconnect()
    {
        await client.DisposeAsync();
        await server.DisposeAsync();
    }

    // Statuses, errors, orders, account, ids, executions, the time, commissions, positions, the account's summary, finished orders.
    [Test]
    public async Task Message_of_orders_money_or_time_that_cannot_be_read_ends_the_session(
        [Values(3, 4, 5, 6, 7, 9, 11, 49, 59, 61, 63, 101)] int kind)
    {
        server.SayFields(kind, "no number", "neither");
        await Eventually.True(() => heard.Connections.Contains((ConnectionState.Down, true)), "the end");
        Assert.That(client.State, Is.EqualTo(ConnectionState.Down));
        Assert.That(client.EndedBecause, Does.StartWith("field-"));
        Assert.That(heard.Unread.Single().Kind, Is.EqualTo(kind));
        Assert.That(() => client.Positions(default), Throws.InstanceOf<TwsException>());
    }

    [TestCase(53, 5)]
    [TestCase(62, 61)]
    [TestCase(102, 101)]
    [TestCase(55, 11)]
    public void List_with_a_row_that_cannot_be_read_is_no_list(int end, int row)
    {
        server.SayBefore(end, row, "1", "x");
        Assert.That(
            async () => _ = end switch
            {
                53 => (object)await client.OpenOrders(everybodys: true, default),
                62 => await client.Positions(default),
                102 => await client.CompletedOrders(default),
                _ => await client.Executions(default),
            },
            Throws.InstanceOf<TwsException>());
        Assert.That(client.State, Is.EqualTo(ConnectionState.Down));
    }

    [Test]
    public async Task Answer_of_data_that_cannot_be_read_fails_its_question_alone()
    {
        server.SayBefore(52, 10, FirstRequest, "KO");
        Assert.That(
            () => client.ContractDetails(Coke, default),
            Throws.InstanceOf<TwsException>().With.Property(nameof(TwsException.Code)).EqualTo("field-missing"));
        Assert.That(await client.ContractDetails(Coke, default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Row_of_a_stream_that_cannot_be_read_ends_the_stream_alone()
    {
        await using var bars = await client.RealTimeBars(Coke, "TRADES", regularHours: true, default);
        server.SayFields(50, "3", bars.RequestId.ToString(), "not a time");
        Assert.That(
            async () => { await foreach (var _ in bars.Updates.ReadAllAsync()) continue; },
            Throws.InstanceOf<TwsException>().With.Property(nameof(TwsException.Code)).EqualTo("field-malformed"));
        await client.Probe(default);
    }

    [Test]
    public async Task Row_of_nobodys_question_that_cannot_be_read_ends_the_session()
    {
        server.SayFields(50, "3", "77", "not a time");
        await Eventually.True(() => client.State == ConnectionState.Down, "the end");
    }

    [Test]
    public async Task Listener_that_fails_ends_the_session_and_nothing_seems_to_stand()
    {
        var failing = new FailingListener();
        var options = new TwsOptions { Port = server.Port, ClientId = 9 };
        await using var other = await TwsClient.Connect(
            options, new TwsLimits(options, TimeProvider.System), TimeProvider.System, failing, default);
        server.Say(new OrderStatus(1, "Submitted", 0m, 1m, 0m, 5, 0, 0m, 9, "", 0m));
        await Eventually.True(() => other.State == ConnectionState.Down, "the end");
        Assert.That(other.EndedBecause, Is.EqualTo("malformed"));
        Assert.That(failing.Codes.Single(), Is.EqualTo("malformed: FormatException"));
        Assert.That(() => other.Probe(default), Throws.InstanceOf<TwsException>());
    }

    [TestCase("usd", "BOT", "100", TestName = "Execution in no currency ends the session")]
    [TestCase("", "BOT", "100", TestName = "Execution without a currency ends the session")]
    [TestCase("USD", "BOT", "-100", TestName = "Execution of less than nothing ends the session")]
    [TestCase("USD", "SOMETHING", "100", TestName = "Execution of no side ends the session")]
    [TestCase("USD", "BOT", "1e27", TestName = "Execution of more than there is ends the session")]
    public async Task Execution_that_cannot_be_booked_ends_the_session(string currency, string side, string quantity)
    {
        server.SayFields(
            11, "-1", "1", "8894", "KO", "STK", "", "0", "", "", "NYSE", currency, "KO", "KO", "a.01", "20260701 12:00:00 UTC", "DU1234567",
            "NYSE", side, quantity, "60", "99", "7", "0", "100", "60", "o-1", "", "", "", "2");
        await Eventually.True(() => client.State == ConnectionState.Down, "the end");
        Assert.That(client.EndedBecause, Is.EqualTo("field-malformed"));
    }

    [Test]
    public async Task Position_that_is_told_twice_counts_once_and_as_it_was_told_last()
    {
        for (var quantity = 100; quantity <= 200; quantity += 100)
            server.SayBefore(
                62, 61, "3", "DU1234567", "8894", "KO", "STK", "", "0", "", "", "NYSE", "USD", "KO", "KO", quantity.ToString(), "60");
        var position = (await client.Positions(default)).Single();
        Assert.That((position.Contract.ConId, position.Quantity), Is.EqualTo((8894, 200m)));
    }

    [TestCase(1_000_000_000)]
    [TestCase(1_000_000_007)]
    [TestCase(1_700_000_000)]
    public async Task Orders_and_questions_are_told_apart_whatever_ids_others_use(int foreign)
    {
        server.Say(new OpenOrder(
            foreign, Coke, new OrderTerms { OrderRef = "theirs" }, 99, 4711, new OrderStateData { Status = "Submitted" }));
        await client.Probe(default);
        var ours = client.OrderIds.Take();
        Assert.That(ours, Is.GreaterThan(foreign));
        server.RefuseNext(201, "Order rejected - reason:margin");
        await client.Send(new PlaceOrder(ours, Coke, new OrderTerms { Action = "BUY", Quantity = 1m, OrderType = "MKT" }), default);
        Assert.That(async () => await client.ContractDetails(TwsContract.Stock("NONE", "USD"), default),
            Throws.InstanceOf<TwsException>().With.Property(nameof(TwsException.VenueCode)).EqualTo(200));
        Assert.That(heard.Refusals, Is.EqualTo(new[] { (ours, 201) }));
    }

    private sealed class FailingListener : IOrderListener
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Codes { get; } = new();

        public void Heard(OpenOrder order) => throw new FormatException();

        public void Heard(OrderStatus status) => throw new FormatException();

        public void Heard(PricedExecution execution) => throw new FormatException();

        public void Refused(int orderId, int code, string text) => throw new FormatException();

        public void Connection(ConnectionState state, bool dataLost)
        {
            // The session's own state is what is looked at.
        }

        public void Unreadable(int kind, string code) => Codes.Enqueue(code);

        public void Farm(int code, string text)
        {
            // Farms are told of at every beginning.
        }
    }
}
