using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Execution.Service;
using Superintel.Execution.Tests.Fakes;
using Superintel.ServiceDefaults.Messaging;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;

namespace Superintel.Gateway.Tests;

/// <summary>What a person says of a lost order, from the command line through the gateway into Execution, each as it runs.</summary>
internal sealed class OrderCommandTests : GatewayFixture
{
    private PostgresDatabase store = null!;
    private WebApplication execution = null!;
    private Uri gateway = null!;
    private string order = "";

    [SetUp]
    public async Task LoseAnOrder()
    {
        store = await PostgresDatabase.Create();
        execution = ExecutionService.Build(
        [
            .. ServiceArguments.Of("execution", await store.RoleOwningSchema("execution")), $"--Auth:ServiceKey={ServiceKey}",
            "--Messaging:AwaitQueues:0=nobody", "--Clock:Mode=replay", "--Clock:Start=2000-01-04T00:00:00Z",
            "--Execution:ReconcileEvery=01:00:00",
        ]);
        await execution.StartAsync();
        foreach (var id in new[] { Given.Ko, Given.Pg })
            await execution.Services.GetRequiredService<IEventDelivery>().Deliver(Given.Listed(id), default);
        order = await LostOrder.Store(execution.Services.GetRequiredService<ITransactions>());
        gateway = AddressOf(await Start(AddressOf(execution)));
    }

    [TearDown]
    public async Task StopExecution()
    {
        await execution.StopAsync();
        await execution.DisposeAsync();
        await store.DisposeAsync();
    }

    [Test]
    public async Task Senior_enters_an_execution_corrects_it_and_is_named_in_the_event()
    {
        var sue = new CommandLine(gateway, await TokenOf("senior", "sue"));

        var said = await sue.Run(Fill(20));
        Assert.That((said.Exit, said.Error), Is.EqualTo((0, "")));
        Assert.That(said.Text, Does.Match($"^{order} is [a-z-]+, 20(\\.0+)? filled\\.$"));
        Assert.That((await sue.Run(Fill(20))).Exit, Is.Zero, "the same again changes nothing");
        Assert.That(await Refused(sue, Fill(30)), Is.EqualTo((1, "fill-differs")));
        var corrected = await sue.Json([.. Fill(30), "--correct"]);
        Assert.That(
            ((string?)corrected["clientOrderId"], (decimal?)corrected["cumulativeQuantity"], (decimal?)corrected["averagePrice"]),
            Is.EqualTo((order, 30m, 40m)));
        Assert.That(await ToldBy("sue"), Is.EqualTo(2), "the entry and its correction");
    }

    [Test]
    public async Task Command_line_says_why_an_execution_is_refused_and_nothing_is_entered()
    {
        var (trader, senior) = (new CommandLine(gateway, await TokenOf("trader")), new CommandLine(gateway, await TokenOf("senior")));

        Assert.That(await Refused(trader, Fill(20)), Is.EqualTo((4, "role-required")));
        Assert.That(await Refused(new CommandLine(gateway, "forged"), Fill(20)), Is.EqualTo((4, "unauthenticated")));
        Assert.That(await Refused(senior, Fill(20, of: "none")), Is.EqualTo((1, "order-not-found")));
        Assert.That(await Refused(senior, Fill(101)), Is.EqualTo((2, "fill-impossible")));
        Assert.That(await Refused(senior, Fill(20, key: "a b")), Is.EqualTo((2, "key-required")));
        Assert.That(await Refused(senior, Fill(20, reason: " ")), Is.EqualTo((2, "reason-required")));
        Assert.That(await Refused(senior, [.. Fill(20), "--commission-currency", "dollars"]), Is.EqualTo((2, "currency-unknown")));
        Assert.That(await Refused(senior, Fill(0)), Is.EqualTo((1, "nothing-entered")));
        Assert.That((await senior.Run("orders", "fill", order, "--quantity", "20")).Exit, Is.EqualTo(2), "what it is missing is not sent");

        Assert.That((await senior.Json("fills"))["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Senior_resolves_a_lost_order_and_nobody_below()
    {
        string[] resolve = ["orders", "resolve", order, "--canceled", "--reason", "seen on the statement"];
        var (trader, senior) = (new CommandLine(gateway, await TokenOf("trader")), new CommandLine(gateway, await TokenOf("senior")));

        Assert.That(await Refused(trader, resolve), Is.EqualTo((4, "role-required")));
        Assert.That((await senior.Run([.. resolve, "--expired"])).Exit, Is.EqualTo(2), "one of the three");
        var said = await senior.Run(resolve);
        Assert.That((said.Exit, said.Error), Is.EqualTo((0, "")));
        Assert.That(said.Text.Trim(), Is.EqualTo($"{order} in {Given.Ko} is canceled."));
        Assert.That(await Refused(senior, resolve), Is.EqualTo((1, "nothing-open")));
    }

    private string[] Fill(int quantity, string key = "st-1", string reason = "seen on the statement", string? of = null) =>
    [
        "orders", "fill", of ?? order, "--key", key, "--quantity", $"{quantity}", "--price", "40", "--at", "2000-01-04T00:00:00Z",
        "--reason", reason,
    ];

    /// <returns>The exit code and the refusal's own.</returns>
    private static async Task<(int Exit, string Code)> Refused(CommandLine person, string[] command)
    {
        var (exit, text, error) = await person.Run(command);
        Assert.That(text, Is.Empty);
        return (exit, error.Split(' ', ':')[1]);
    }

    private async Task<long> ToldBy(string person)
    {
        await using var source = NpgsqlDataSource.Create(store.ConnectionString);
        await using var command = source.CreateCommand(
            "SELECT count(*) FROM execution.outbox WHERE type = 'OrderResolved' AND position($1 in payload::text) > 0");
        command.Parameters.AddWithValue($"\"{person}\"");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
