using System.Text.Json;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>Legs worked in parts by the whole service, on the fleet's clock.</summary>
public sealed class WorkedLegServiceTests : ServiceFixture
{
    [Test]
    public async Task Twap_goes_on_from_the_store_after_every_restart()
    {
        await Service.Deliver(Cleared());
        await Accepted(2);
        for (var day = 1; day <= 3; day++)
        {
            await Service.Deliver(Slice(Fakes.Given.Start.AddDays(day), Bar(Ko, 41m, 42m, 40m, 41.5m), Bar(Pg, 79m, 81m, 78m, 80m)));
            await Service.DisposeAsync();
            Service = Run();
            if (day < 3) await Accepted(2);
        }

        var fills = await Service.Items("/api/fills");
        Assert.That(Quantities(fills, Ko), Is.EqualTo(new[] { 34m, 33m, 33m }).AsCollection);
        Assert.That(Quantities(fills, Pg), Is.EqualTo(new[] { 17m, 17m, 16m }).AsCollection);
        var orders = await Service.Items("/api/orders");
        Assert.That(orders.Select(order => order.GetProperty("status").GetString()), Is.All.EqualTo("filled"));
        Assert.That(orders.Select(order => order.GetProperty("clientOrderId").GetString()), Is.Unique);
    }

    private static IEnumerable<decimal> Quantities(IReadOnlyList<JsonElement> fills, string instrument) => fills
        .Where(fill => fill.GetProperty("instrumentId").GetString() == instrument)
        .Select(fill => fill.GetProperty("quantity").GetDecimal())
        .Reverse();

    protected override RunningService Run() => new(
        Postgres,
        Prefix,
        settings:
        [
            ("Execution:Strategies:paper/equity:Kind", "twap"),
            ("Execution:Strategies:paper/equity:Slices", "3"),
            ("Execution:Strategies:paper/equity:Every", "1.00:00:00"),
        ]);

    private Task Accepted(int count) =>
        Service.Until("/api/orders?status=accepted", orders => orders.Count == count, $"{count} orders accepted");
}
