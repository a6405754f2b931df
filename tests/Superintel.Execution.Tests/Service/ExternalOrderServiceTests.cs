using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Execution.Execution.External;
using Superintel.Execution.Execution.Ports;
using Superintel.Execution.Tests.Reconciling;
using Superintel.ServiceDefaults.Security;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>Orders of others over the API.</summary>
public sealed class ExternalOrderServiceTests
{
    private PostgresDatabase database = null!;
    private RunningService service = null!;
    private ExternalOrder adopted = null!;

    [SetUp]
    public async Task Open()
    {
        database = await PostgresDatabase.Create();
        service = new RunningService(await database.RoleOwningSchema("execution"), BrokerPrefix.New());
        foreach (var id in new[] { Ko, Pg }) await service.Deliver(Listed(id));
        await service.Deliver(Cleared());
        adopted = ExternalOrder.Adopt(ExternalOrderTests.Theirs() with { Venue = "ibkr" }, Start);
        await service.Transactions.RunExclusive(
            async (scope, ct) =>
            {
                await scope.GetRequiredService<IExternalOrders>().Save(adopted, ct);
                return true;
            },
            default);
        await service.Deliver(Cleared(Decision(1), intent: "close"));
    }

    [TearDown]
    public async Task Close()
    {
        await service.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Orders_of_others_are_listed_among_ours_newest_first_and_by_source()
    {
        var all = await service.Items("/api/orders");
        var theirs = await service.Items("/api/orders?source=external");

        Assert.That(all.Select(order => order.GetProperty("source").GetString()),
            Is.EqualTo(new[] { "desk", "desk", "external", "desk", "desk" }));
        Assert.That(theirs.Single().GetProperty("clientOrderId").GetString(), Is.EqualTo(adopted.Id.Value));
        Assert.That(await service.Items("/api/orders?source=desk"), Has.Count.EqualTo(4));
        Assert.That(await service.Items($"/api/orders?decisionId={Decision()}"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Senior_acknowledges_an_order_of_others_and_nobody_below()
    {
        var path = $"/api/orders/{adopted.Id}/acknowledge";
        Assert.That((await service.Post(path, Roles.Trader)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await service.Post("/api/orders/none/acknowledge", Roles.Senior)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await service.Post(path, Roles.Senior)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var shown = JsonDocument.Parse(await (await service.Get($"/api/orders/{adopted.Id}")).Content.ReadAsStringAsync()).RootElement;
        Assert.That(shown.GetProperty("acknowledgedBy").GetString(), Is.EqualTo("tester"));
    }
}
