using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Orders;
using Superintel.Execution.Tests.Reconciling;
using Superintel.Kernel;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Contract;

[TestFixture(typeof(MemoryStores))]
[TestFixture(typeof(PostgresStores))]
public sealed class ExternalOrdersContract<TStores> : StoreContract<TStores>
    where TStores : IStores, new()
{
    [Test]
    public async Task External_order_comes_back_as_it_was_stored_in_every_state()
    {
        var adopted = Adopted(1);
        ExternalOrder[] lives =
        [
            adopted,
            adopted.Acknowledge("sue", Start.AddHours(1)),
            adopted.Hear(ExternalOrderTests.Theirs(filled: 3m), Start.AddHours(2)),
            adopted.Miss(Start.AddHours(3)),
            adopted.Leave(Start.AddHours(3)),
        ];
        foreach (var order in lives)
        {
            await Stores.Externals.Save(order, default);
            Assert.That(await Stores.Externals.Find(order.Id, default), Is.EqualTo(order));
        }
    }

    [Test]
    public async Task External_order_that_was_never_stored_is_not_found() =>
        Assert.That(await Stores.Externals.Find(new ClientOrderId("none"), default), Is.Null);

    [Test]
    public async Task Working_external_orders_leave_out_what_is_over()
    {
        await Stores.Externals.Save(Adopted(1), default);
        await Stores.Externals.Save(Adopted(2).Leave(Start), default);
        await Stores.Externals.Save(Adopted(3), default);

        var working = await Stores.Externals.Working(default);

        Assert.That(working.Select(order => order.VenueOrderId), Is.EquivalentTo(new[] { "v-1", "v-3" }));
        Assert.That(working.Select(order => order.Id.Value), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public async Task External_list_is_newest_first_pages_by_sequence_and_keeps_to_its_state()
    {
        for (var i = 1; i <= 3; i++) await Stores.Externals.Save(Adopted(i), default);
        await Stores.Externals.Save(Adopted(1).Leave(Start), default);
        var page = await Stores.Externals.List(new ExternalOrderQuery(null, null, 2), default);
        var rest = await Stores.Externals.List(new ExternalOrderQuery(null, page[^1].Sequence, 2), default);
        var gone = await Stores.Externals.List(new ExternalOrderQuery(OrderState.Unknown, null, 9), default);

        Assert.That(page.Concat(rest).Select(listed => listed.Order.VenueOrderId), Is.EqualTo(new[] { "v-3", "v-2", "v-1" }));
        Assert.That(gone.Select(listed => listed.Order.VenueOrderId), Is.EqualTo(new[] { "v-1" }));
    }

    private static ExternalOrder Adopted(int number) =>
        ExternalOrder.Adopt(ExternalOrderTests.Theirs() with { VenueOrderId = $"v-{number}" }, Start);
}
