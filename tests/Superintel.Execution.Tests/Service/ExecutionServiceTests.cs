using System.Net;
using System.Text.Json;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Contracts.Events.V1;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Execution.Execution;
using Superintel.Execution.Service.Adapters.Sending;
using Superintel.ServiceDefaults.Security;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>The whole service on PostgreSQL and RabbitMQ.</summary>
public sealed class ExecutionServiceTests : ServiceFixture
{
    [Test]
    public async Task Clearance_becomes_orders_that_are_accepted_and_filled_at_the_next_bar()
    {
        await Service.DeliverByGrpc(Cleared());
        await Service.Until("/api/orders?status=accepted", orders => orders.Count == 2, "both orders accepted");
        await Service.Deliver(NextDay(1));

        var fills = await Service.Items("/api/fills");
        Assert.That(fills.Select(f => f.GetProperty("price").GetDecimal()), Is.EqualTo(new[] { 79m, 41m }));
        Assert.That(fills.Select(f => f.GetProperty("withheldQuantity").GetDecimal()), Is.All.Zero);
        var orders = await Service.Items($"/api/orders?decisionId={Decision()}");
        Assert.That(orders.Select(o => o.GetProperty("status").GetString()), Is.All.EqualTo("filled"));
        Assert.That(await Outbox("PairOrderClosed"), Is.EqualTo(1));
    }

    [Test]
    public async Task Restart_keeps_working_orders_and_fills_them_once()
    {
        await Service.DeliverByGrpc(Cleared());
        await Service.Until("/api/orders?status=accepted", orders => orders.Count == 2, "both orders accepted");
        for (var restart = 0; restart < 3; restart++) await Restart();
        await Service.Deliver(NextDay(1));
        await Restart();
        await Service.Deliver(NextDay(1));

        Assert.That(await Service.Items("/api/orders"), Has.Count.EqualTo(2));
        Assert.That(await Service.Items("/api/fills"), Has.Count.EqualTo(2));
        Assert.That((await Outbox("OrderSubmitted"), await Outbox("OrderFilled")), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task Order_taken_up_before_a_crash_is_never_sent_again()
    {
        await Service.DisposeAsync();
        await using (var source = ServiceDataSource.Create(Postgres, "execution"))
        await using (var otherInstance = new SenderLease(source))
        {
            // While another instance holds the lease, this one stops between an intent and its sending.
            await Eventually.True(() => otherInstance.Hold(default), "the lease is free");
            Service = Run();
            await Service.Deliver(Cleared());
            await Service.Transactions.RunExclusive((scope, ct) => scope.GetRequiredService<PrepareDispatches>().Handle(ct), default);
            await Service.DisposeAsync();
        }
        Service = Run();

        await Service.Until("/api/orders?status=rejected", orders => orders.Count == 2, "both orders proved absent");
        Assert.That(await Count("SELECT count(*) FROM execution.paper_order"), Is.Zero);
        Assert.That(await Outbox("PairOrderClosed"), Is.EqualTo(1));
    }

    [Test]
    public async Task Clearance_by_both_ways_has_one_effect()
    {
        Assert.That(await Service.DeliverByGrpc(Cleared()), Is.True);
        Assert.That(await Service.DeliverByGrpc(Cleared()), Is.False);
        Assert.That(await Service.Deliver(Cleared()), Is.False);
        Assert.That(await Service.Items("/api/orders"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Halt_without_the_store_lets_no_clearance_become_orders_and_gives_way_to_the_stored_one()
    {
        var folder = Scratch.Folder("execution");
        await Service.DisposeAsync();
        Service = new RunningService(Postgres, Prefix, stateFolder: folder);
        await Service.Grpc().HaltAsync(new() { Reason = "fire", By = "local:ada" });
        await Service.DisposeAsync();
        Service = new RunningService(Postgres, Prefix, stateFolder: folder);

        await Service.Deliver(Cleared());
        Assert.That(await Service.Items("/api/orders"), Is.Empty, "a restart does not forget it");
        Assert.That(await Outbox("OrderDenied"), Is.EqualTo(1));

        await Service.Deliver(new TradingStateChanged("halted", false, "fire", "local:ada", 1, Fakes.Given.Start));
        await Service.Deliver(new TradingStateChanged("active", false, "out", "sue", 2, Fakes.Given.Start));
        Assert.That(File.Exists(Path.Combine(folder, "execution-halt")), Is.False, "the stored switch took over");
    }

    [Test]
    public async Task Kill_switch_by_grpc_cancels_what_works()
    {
        await Service.DeliverByGrpc(Cleared());
        await Service.Until("/api/orders?status=accepted", orders => orders.Count == 2, "both orders accepted");
        await Service.DeliverByGrpc(new TradingStateChanged("halted", false, "test", "user", 1, Fakes.Given.Start));

        await Service.Until("/api/orders?status=canceled", orders => orders.Count == 2, "both orders canceled");
    }

    [Test]
    public void Grpc_takes_nothing_but_its_two_events() => Assert.That(
        async () => await Service.Grpc().DeliverAsync(new EventDelivery { Type = "BarClosed", Json = "{}" }),
        Throws.TypeOf<RpcException>().With.Property(nameof(RpcException.StatusCode)).EqualTo(StatusCode.InvalidArgument));

    [Test]
    public void Grpc_answers_malformed_events_with_a_reason([Values("{", "{}", "null", """{"state":"wild"}""")] string json) => Assert.That(
        async () => await Service.Grpc().DeliverAsync(new EventDelivery { Type = "TradingStateChanged", Json = json }),
        Throws.TypeOf<RpcException>().With.Property(nameof(RpcException.StatusCode)).EqualTo(StatusCode.InvalidArgument));

    [Test]
    public void Grpc_is_for_services_only() => Assert.That(
        async () => await Service.Grpc(Roles.Admin).DeliverAsync(new EventDelivery { Type = "TradingStateChanged", Json = "{}" }),
        Throws.TypeOf<RpcException>().With.Property(nameof(RpcException.StatusCode)).EqualTo(StatusCode.PermissionDenied));

    [TestCase("/api/orders")]
    [TestCase("/api/orders/o1")]
    [TestCase("/api/fills")]
    public async Task Route_without_a_token_is_refused(string path) =>
        Assert.That((await Service.Anonymous.GetAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));

    [TestCase("/api/orders/none", HttpStatusCode.NotFound, "order-not-found")]
    [TestCase("/api/orders?status=wild", HttpStatusCode.BadRequest, "status-unknown")]
    [TestCase("/api/orders?source=moon", HttpStatusCode.BadRequest, "source-unknown")]
    [TestCase("/api/orders?status=5", HttpStatusCode.BadRequest, "status-unknown")]
    [TestCase("/api/orders?limit=0", HttpStatusCode.BadRequest, "limit-out-of-range")]
    [TestCase("/api/fills?cursor=zzz", HttpStatusCode.BadRequest, "cursor-invalid")]
    public async Task Bad_question_gets_a_code(string path, HttpStatusCode status, string code)
    {
        var response = await Service.Get(path);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.That((response.StatusCode, problem.GetProperty("code").GetString()), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task Orders_are_paged()
    {
        for (var i = 0; i < 3; i++) await Service.Deliver(Cleared(Decision(i)));
        var page = JsonDocument.Parse(await (await Service.Get("/api/orders?limit=4")).Content.ReadAsStringAsync()).RootElement;
        var rest = await Service.Items($"/api/orders?limit=4&cursor={page.GetProperty("next").GetString()}");

        Assert.That((page.GetProperty("items").GetArrayLength(), rest.Count), Is.EqualTo((4, 2)));
    }

    [Test]
    public async Task Ledger_refuses_to_be_changed(
        [Values("UPDATE execution.fill SET price = 1", "DELETE FROM execution.fill", "TRUNCATE execution.fill")] string sql)
    {
        await Service.Deliver(Cleared());
        await using var source = NpgsqlDataSource.Create(Postgres);
        await using var command = source.CreateCommand(sql);

        Assert.That(async () => await command.ExecuteNonQueryAsync(), Throws.TypeOf<PostgresException>());
    }

    private static BarClosed NextDay(int day) =>
        Slice(Fakes.Given.Start.AddDays(day), Bar(Ko, 41m, 42m, 40m, 41.5m), Bar(Pg, 79m, 81m, 78m, 80m));

    private async Task Restart()
    {
        await Service.DisposeAsync();
        Service = Run();
    }

    private Task<long> Outbox(string type) =>
        Count($"SELECT count(*) FROM execution.outbox WHERE type = '{type}'");

    private async Task<long> Count(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
