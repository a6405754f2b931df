using Superintel.Execution.Tests.Trading.Ibkr.Adapter;
using Superintel.Execution.Tests.Trading.Ibkr.Session;
using Superintel.Execution.Trading;
using Superintel.Execution.Trading.Ports;
using Superintel.Kernel;
using Superintel.TestKit;
using Superintel.Venue.Ibkr.Messages;
using Superintel.Venue.Ibkr.Messages.Answers;
using Superintel.VenueSimulator.Faults;
using TwsContract = Superintel.Venue.Ibkr.Messages.Contract;

namespace Superintel.Execution.Tests.Trading.Previews;

public sealed class IbkrPreviewTests : PreviewContract
{
    private Trial trial = null!;

    protected override IBroker Broker => trial.Broker;

    protected override IOrderPreview Preview => trial.Broker;

    [SetUp]
    public async Task Start() => trial = await Trial.Start(FaultPlan.None);

    [TearDown]
    public async Task Stop() => await trial.DisposeAsync();

    [Test]
    public async Task Margins_are_told_before_and_after_and_add_up()
    {
        var cost = ((PreviewOutcome.Told)await Preview.Preview(Limit(), default)).Cost;
        Assert.That(cost.InitialMargin, Is.EqualTo(new MarginEffect(0m, 1_500m, 1_500m))); // a quarter of 100 at 60
        Assert.That(cost.MaintenanceMargin, Is.EqualTo(new MarginEffect(0m, 1_500m, 1_500m)));
        Assert.That(cost.EquityWithLoan, Is.EqualTo(new MarginEffect(1_000_000m, -0.3m, 999_999.7m)));
        Assert.That(cost.Commission, Is.EqualTo(new CommissionEstimate(0.3m, null, null, Currency.Usd)));
    }

    [Test]
    public async Task Order_that_needs_more_than_the_account_has_is_refused_in_the_words_of_TWS()
    {
        var refused = await Preview.Preview(trial.Ticket(OrderType.Limit, 1_000_000m, limit: 60m), default) as PreviewOutcome.Refused;
        Assert.That(refused?.Code, Is.EqualTo("tws-201"));
        Assert.That(refused!.Text, Does.Contain("EQUITY"));
        Assert.That((await Broker.Snapshot(default)).WorkingOrders, Is.Empty);
    }

    [Test]
    public async Task Unknown_contract_wrong_tick_and_parts_of_a_contract_are_refused_as_orders_are()
    {
        var unknown = trial.Ticket(OrderType.Market) with { Instrument = InstrumentId.Parse("NONE.XNYS") };
        Assert.That(await Code(unknown), Is.EqualTo("contract-unknown"));
        Assert.That(await Code(trial.Ticket(OrderType.Limit, limit: 60.001m)), Is.EqualTo("price-off-tick"));
        var future = InstrumentId.Parse("ESZ6.XCME");
        Assert.That(await Code(trial.Ticket(OrderType.Market, 30m) with { Instrument = future, AssetClass = AssetClass.Future }),
            Is.EqualTo("not-expressible"));
    }

    [TestCase(322)]
    [TestCase(103)]
    public async Task Number_that_proves_nothing_leaves_the_question_unanswered_and_the_next_one_is_answered(int code)
    {
        trial.Server.RefuseNext(code, "Error processing request");
        Assert.That(await Preview.Preview(Limit(), default),
            Is.TypeOf<PreviewOutcome.Unavailable>().With.Property("Code").EqualTo("tws-undecided"));
        Assert.That(await Preview.Preview(Limit(), default), Is.TypeOf<PreviewOutcome.Told>());
    }

    [Test]
    public async Task Venue_that_is_not_there_is_unavailable()
    {
        await trial.Server.DisposeAsync();
        Assert.That(await Preview.Preview(Limit(), default), Is.TypeOf<PreviewOutcome.Unavailable>());
    }

    [Test]
    public async Task Question_of_which_the_connection_goes_is_unavailable_and_is_no_order_after_it()
    {
        Assert.That(await Preview.Preview(Limit(), default), Is.TypeOf<PreviewOutcome.Told>());
        trial.Server.Mute();
        var asked = Preview.Preview(Limit(), default);
        trial.Cable.Cut();
        Assert.That(await asked, Is.TypeOf<PreviewOutcome.Unavailable>());
        trial.Server.Mute(isMute: false);
        trial.Cable.Mend();
        var orders = await Eventually.Get(Working, found => found is not null, "the session is there again");
        Assert.That(orders, Is.Empty);
    }

    [Test]
    public async Task What_is_told_of_a_question_is_in_no_book_and_no_event()
    {
        var told = new List<BrokerEvent>();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var real = Limit();
        var heard = Task.Run(async () =>
        {
            // A stream ends with the news of a connection, and is asked for again.
            while (!told.OfType<BrokerEvent.Accepted>().Any())
            {
                await foreach (var happened in Broker.Events(stop.Token))
                {
                    told.Add(happened);
                    if (happened is BrokerEvent.Accepted) break;
                }
            }
        });
        await Preview.Preview(Limit(), default);
        // A status, a second answer with a number that never changes, and a refusal, as a real gateway may send them after it.
        var number = (await trial.Broker.Client(default)).OrderIds.Take() - 1;
        trial.Server.Say(new OpenOrder(
            number, TwsContract.Stock("KO", "USD") with { ConId = 8894 },
            new OrderTerms { Action = "BUY", Quantity = 7m, OrderType = "MKT", Account = "DU1234567", WhatIf = true },
            7, 99_000_001, new OrderStateData { Status = "PreSubmitted", Commission = 1m }));
        trial.Server.Say(new OrderStatus(number, "PreSubmitted", 0m, 7m, 0m, 99_000_001, 0, 0m, 7, "", 0m));
        trial.Server.Say(new ErrorMessage(number, 201, "Order rejected", ""));
        await trial.Server.Told();
        await Broker.Submit(real, default);
        await heard;

        Assert.That(told.Select(happened => happened.ClientOrderId).Distinct().ToArray(), Is.EqualTo(new[] { real.ClientOrderId }));
        Assert.That((await Broker.Snapshot(default)).WorkingOrders.Select(order => order.ClientOrderId),
            Is.EqualTo(new[] { real.ClientOrderId }));
    }

    [Test]
    public async Task Another_client_hears_nothing_of_a_question()
    {
        var other = new Heard();
        await using var client = await Sessions.Connect(trial.Server.Port, clientId: 55, other);
        await Preview.Preview(Limit(), default);
        Assert.That(await client.OpenOrders(everybodys: true, default), Is.Empty);
        Assert.That(other.Orders.Count + other.Statuses.Count, Is.Zero);
    }

    protected override OrderTicket Limit() => trial.Ticket(OrderType.Limit, limit: 60m);

    private async Task<IReadOnlyList<BrokerOrder>?> Working()
    {
        try
        {
            return (await Broker.Snapshot(default)).WorkingOrders;
        }
        catch (BrokerUnavailableException)
        {
            return null;
        }
    }

    private async Task<string?> Code(OrderTicket ticket) => (await Preview.Preview(ticket, default) as PreviewOutcome.Refused)?.Code;
}
