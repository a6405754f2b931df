using Superintel.Kernel;
using Superintel.Risk.Exposure.External;

namespace Superintel.Risk.Tests.Contract;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ExternalContract(StoreKind kind) : StoreContract(kind)
{
    private static readonly ExternalOrder order =
        new("external-2", "IBKR", "U1", InstrumentId.Parse("AAA.XNYS"), Side.Sell, 12.5m, 2);

    private static readonly ExternalPosition position = new("IBKR", "U1", InstrumentId.Parse("AAA.XNYS"), -3.25m, Desk.Start);

    [Test]
    public async Task Orders_and_positions_come_back_as_they_were_saved_in_order()
    {
        var (other, elsewhere) = (order with { Id = "external-1" }, position with { Account = "U0" });
        await With(s => s.External.Save(order, default));
        await With(s => s.External.Save(other, default));
        await With(s => s.External.Save(position, default));
        await With(s => s.External.Save(elsewhere, default));
        var book = await With(s => s.External.Now(default));
        Assert.Multiple(() =>
        {
            Assert.That(book.Orders, Is.EqualTo(new[] { other, order }));
            Assert.That(book.Positions, Is.EqualTo(new[] { elsewhere, position }));
        });
    }

    [Test]
    public async Task Word_that_is_older_changes_nothing()
    {
        await With(s => s.External.Save(order with { Leaves = 0m, Version = 3 }, default));
        await With(s => s.External.Save(order, default));
        await With(s => s.External.Save(position with { Quantity = 0m, At = Desk.Start.AddMinutes(1) }, default));
        await With(s => s.External.Save(position, default));
        var book = await With(s => s.External.Now(default));
        Assert.That((book.Orders.Length, book.Positions.Length), Is.EqualTo((0, 0)), "what is over is not of the book");
    }

    [Test]
    public async Task Newer_word_takes_the_place_of_the_older()
    {
        await With(s => s.External.Save(order, default));
        await With(s => s.External.Save(order with { Leaves = 2m, Version = 3 }, default));
        await With(s => s.External.Save(position, default));
        await With(s => s.External.Save(position with { Quantity = 4m, At = Desk.Start.AddMinutes(1) }, default));
        var book = await With(s => s.External.Now(default));
        Assert.That((book.Orders.Single().Leaves, book.Positions.Single().Quantity), Is.EqualTo((2m, 4m)));
    }
}
