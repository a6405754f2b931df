using Superintel.Contracts.Events.V1;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Tests.Fakes;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Orders;

/// <summary>Fees in whatever currency a venue takes them.</summary>
public sealed class CommissionTests
{
    private static readonly Currency Bnb = new("BNB");

    [Test]
    public async Task Commissions_of_different_currencies_are_kept_apart_and_told_in_their_own()
    {
        var desk = await Desk.Open(new ScriptedBroker());
        var (order, _) = await desk.Work(Cleared());
        Money[] paid = [new(1.5m, Currency.Usd), new(0.0004m, Bnb), new(0.5m, Currency.Usd), new(0.0001m, Bnb), new(0m, Currency.Eur)];
        for (var i = 0; i < paid.Length; i++)
            await desk.Hear(desk.Execution(order, 10m, 40m, $"x{i}") with { Commission = paid[i] });

        var after = (await desk.Orders.Find(order.Intent.ClientOrderId, default))!.Progress.Commissions;
        Assert.That(after.All, Is.EqualTo(new[] { new Money(0.0005m, Bnb), new Money(2m, Currency.Usd) }));
        Assert.That((await desk.FillsOf(order)).Select(fill => fill.Commission), Is.EqualTo(paid));
        Assert.That(desk.Events.Of<OrderFilled>().Select(told => new Money(told.Commission, new Currency(told.CommissionCurrency))),
            Is.EqualTo(paid));
    }

    [Test]
    public void Commissions_are_equal_by_what_was_paid()
    {
        var one = Commissions.None.Plus(new Money(1m, Bnb)).Plus(new Money(2m, Currency.Usd));
        var other = Commissions.Of([new Money(2.00m, Currency.Usd), new Money(0.4m, Bnb), new Money(0.6m, Bnb)]);

        Assert.That(other, Is.EqualTo(one));
        Assert.That(other, Is.Not.EqualTo(one.Plus(new Money(1m, Currency.Eur))));
        Assert.That((one.In(Bnb), one.In(Currency.Eur)), Is.EqualTo((1m, 0m)));
    }
}
