using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Execution.Resolving;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Orders;

/// <summary>Executions that a person enters, of an order that its venue cannot tell of.</summary>
public sealed class EnterFillTests : OneVenueFixture
{
    private Order lost = null!;

    [SetUp]
    public async Task Lose()
    {
        (_, lost) = await Desk.Work(Cleared(intent: "close"));
        Desk.Clock.Advance(TimeSpan.FromHours(1));
    }

    protected override ScriptedBroker Script() => new()
    {
        OnSubmit = ticket => ticket.Side == Side.Sell ? new SubmitOutcome.Unknown("timeout") : new SubmitOutcome.Accepted("v"),
    };

    [Test]
    public async Task Fill_that_a_person_enters_is_booked_once_and_told_with_who_and_why()
    {
        Assert.That(await Say(20m), Is.InstanceOf<EnterFillOutcome.Entered>());
        Assert.That(await Say(20m), Is.InstanceOf<EnterFillOutcome.Entered>(), "the same again changes nothing");
        Assert.That(await Say(30m, key: "st-2"), Is.InstanceOf<EnterFillOutcome.Entered>());

        var told = Desk.Events.Of<OrderResolved>().ToArray();
        Assert.That(told.Select(one => (one.Outcome, one.By, one.VenueAnswer)), Is.All.EqualTo(("filled", "sue", "not scripted")));
        var named = new[] { "st-1/1", "st-2/1" }.Select(entry => $"typed-{lost.Intent.ClientOrderId}-{entry}");
        Assert.That(told.Select(one => one.Entry), Is.EqualTo(named));
        Assert.That(told.Select(one => one.EventId), Is.Unique, "at one instant, too");
        var filled = Desk.Events.Of<OrderFilled>().ToArray();
        Assert.That(filled.Select(one => (one.Quantity, one.Commission)), Is.EqualTo(new[] { (20m, 1.5m), (30m, 1.5m) }));
        Assert.That(filled.Select(one => one.ExecutionId), Is.Unique.And.All.StartsWith("typed-"));
        Assert.That((await Now()).State, Is.EqualTo(OrderState.Filled));
        Assert.That((await Desk.Ledger.Positions(default)).Single().Quantity, Is.EqualTo(-50m));
    }

    [Test]
    public async Task Fill_that_was_entered_wrongly_is_reversed_only_when_that_is_said()
    {
        await Say(20m);
        Assert.That(await Say(10m), Is.EqualTo(new EnterFillOutcome.Differs(20m, 80m)));
        Assert.That(await Say(10m, corrects: true), Is.InstanceOf<EnterFillOutcome.Entered>());
        Assert.That(await Say(0m, corrects: true), Is.InstanceOf<EnterFillOutcome.Entered>());

        Assert.That(Desk.Events.Of<FillCorrected>().Select(one => (one.Revision, one.ReplacedQuantity, one.Quantity)),
            Is.EqualTo(new[] { (2, 20m, 10m), (3, 10m, 0m) }));
        Assert.That(await Desk.Ledger.Positions(default), Is.Empty);
        Assert.That(await Desk.FillsOf(lost), Has.Count.EqualTo(5), "nothing is changed or removed");
        Assert.That(await Say(0m, key: "st-9"), Is.InstanceOf<EnterFillOutcome.NothingEntered>());
    }

    [Test]
    public async Task Venue_that_can_tell_is_the_one_that_tells_executions()
    {
        Broker.OnQuery = asked => new QueryOutcome.NotPlaced("the book does not have it");
        Assert.That(await Say(20m), Is.InstanceOf<EnterFillOutcome.VenueKnows>());
        Assert.That(await Desk.FillsOf(lost), Is.Empty);
    }

    [TestCase(51, 80, 0)]
    [TestCase(20.5, 80, 0)]
    [TestCase(-1, 80, 0)]
    [TestCase(20, 0, 0)]
    [TestCase(20, 80, -120)]
    [TestCase(20, 80, 120)]
    public async Task Fill_that_the_order_cannot_have_had_is_refused(double quantity, double price, int minutes)
    {
        Assert.That(await Say((decimal)quantity, price: (decimal)price, minutes: minutes), Is.InstanceOf<EnterFillOutcome.Impossible>());
        Assert.That(await Desk.FillsOf(lost), Is.Empty);
        Assert.That(Desk.Events.Of<OrderResolved>(), Is.Empty);
    }

    [Test]
    public async Task Order_of_which_a_part_was_entered_is_resolved_and_its_pair_closes_with_that_part()
    {
        await Say(20m);
        var resolve = new ResolveOrder(Broker, Desk.Orders, Desk.Apply, Desk.Advance, Desk.Events, Desk.Clock);
        Assert.That(await resolve.Handle(lost.Intent.ClientOrderId, OrderVerdict.Canceled, "sue", "seen on paper", default),
            Is.InstanceOf<ResolveOutcome.Resolved>());
        var after = await Now();
        Assert.That((after.State, after.Progress.CumulativeQuantity, after.IsSettled), Is.EqualTo((OrderState.Canceled, 20m, true)));
    }

    [TestCase("", false)]
    [TestCase("a b", false)]
    [TestCase("U123.2026-01_7", true)]
    [TestCase("0123456789012345678901234567890123", false)]
    public void Key_is_short_and_plain(string key, bool isKey) => Assert.That(TypedFill.IsKey(key), Is.EqualTo(isKey));

    private async Task<Order> Now() => (await Desk.Orders.Find(lost.Intent.ClientOrderId, default))!;

    private Task<EnterFillOutcome> Say(
        decimal quantity, string key = "st-1", bool corrects = false, decimal price = 80m, int minutes = 0) =>
        new EnterFill(Broker, Desk.Orders, Desk.Ledger, Desk.Apply, Desk.Events, Desk.Clock).Handle(
            lost.Intent.ClientOrderId,
            new TypedFill(key, quantity, price, new Money(1.5m, Currency.Usd), Start.AddMinutes(30 + minutes)), corrects, "sue",
            "seen on paper", default);
}
