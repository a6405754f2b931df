using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Superintel.Contracts.Grpc.ExecutionV1;
using Superintel.Execution.Execution;
using Superintel.Execution.Trading.Paper;
using Superintel.ServiceDefaults.Storage;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>A feed's quotes into the running service, whose clock stands still.</summary>
public sealed class QuoteServiceTests : ServiceFixture
{
    [Test]
    public async Task Pair_is_filled_at_the_ask_and_at_the_bid_without_any_bar()
    {
        await Accepted();
        using var call = Service.Quotes().Follow();
        await Tell(call, Told(Ko, 1, 41m, 41.5m), Told(Pg, 1, 79m, 79.5m));

        await Service.Until("/api/orders?status=filled", orders => orders.Count == 2, "both legs are filled");
        var fills = await Service.Items("/api/fills");
        Assert.That(
            fills.Select(fill => (fill.GetProperty("instrumentId").GetString(), fill.GetProperty("price").GetDecimal())),
            Is.EquivalentTo(new[] { (Ko, 41.5m), (Pg, 79m) }));
        Assert.That(await Outbox("PairOrderClosed"), Is.EqualTo(1));
    }

    [Test]
    public async Task Match_that_was_not_committed_fills_once_when_the_quote_comes_again()
    {
        await Accepted();
        Quote[] quotes = [new(Pair.A, Fakes.Given.Start.AddSeconds(1), 41m, 1_000m, 41.5m, 60m)];
        Assert.That(
            async () => await Service.Transactions.RunExclusive(
                async (scope, ct) =>
                {
                    await scope.GetRequiredService<FillFromQuotes>().Handle(quotes, ct);
                    throw new InvalidOperationException("the process is gone");
                },
                default),
            Throws.InvalidOperationException);
        Assert.That(await Service.Items("/api/fills"), Is.Empty);
        Assert.That(await Outbox("OrderFilled"), Is.Zero);

        await Tell(Told(Ko, 1, 41m, 41.5m, 60m));
        await Restart();
        await Tell(Told(Ko, 1, 41m, 41.5m, 60m)); // it was committed, and the answer was lost
        Assert.That((await Service.Items("/api/fills")).Select(Part), Is.EqualTo(new[] { (60m, 41.5m) }));
        await Restart();
        await Tell(Told(Ko, 2, 41m, 41.6m, 60m));

        Assert.That((await Service.Items("/api/fills")).Select(Part), Is.EquivalentTo(new[] { (60m, 41.5m), (40m, 41.6m) }));
        Assert.That(await Outbox("OrderFilled"), Is.EqualTo(2));
    }

    [Test]
    public async Task Book_that_is_unknown_and_quotes_that_are_old_fill_nothing()
    {
        await Accepted();
        var unknown = Told(Ko, 1, 41m, 41.5m);
        unknown.Bid = null;
        await Tell(unknown, Told(Ko, -20, 41m, 41.5m), Told(Ko, 20, 41m, 41.5m));

        Assert.That(await Service.Items("/api/orders?status=accepted"), Has.Count.EqualTo(2));
    }

    private static (decimal Quantity, decimal Price) Part(JsonElement fill) =>
        (fill.GetProperty("quantity").GetDecimal(), fill.GetProperty("price").GetDecimal());

    private static QuoteObserved Told(string id, int second, decimal bid, decimal ask, decimal askSize = 1_000m) => new()
    {
        InstrumentId = id,
        At = Timestamp.FromDateTimeOffset(Fakes.Given.Start.AddSeconds(second)),
        Bid = new QuoteSide { Price = $"{bid}", Size = "1000" },
        Ask = new QuoteSide { Price = $"{ask}", Size = $"{askSize}" },
    };

    /// <summary>Tells them in a stream of their own, until all are taken.</summary>
    private async Task Tell(params QuoteObserved[] quotes)
    {
        using var call = Service.Quotes().Follow();
        await Tell(call, quotes);
    }

    private static async Task Tell(AsyncDuplexStreamingCall<QuoteObserved, QuotesTaken> call, params QuoteObserved[] quotes)
    {
        foreach (var quote in quotes) await call.RequestStream.WriteAsync(quote);
        await call.RequestStream.CompleteAsync();
        var taken = 0UL;
        await foreach (var answer in call.ResponseStream.ReadAllAsync()) taken = answer.Messages;
        Assert.That(taken, Is.EqualTo((ulong)quotes.Length));
    }

    private async Task Accepted()
    {
        await Service.DeliverByGrpc(Cleared());
        await Service.Until("/api/orders?status=accepted", orders => orders.Count == 2, "both orders accepted");
    }

    private async Task<long> Outbox(string type)
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        await using var command = source.CreateCommand($"SELECT count(*) FROM execution.outbox WHERE type = '{type}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task Restart()
    {
        await Service.DisposeAsync();
        Service = Run();
    }
}
