using System.Collections.Immutable;
using Npgsql;
using Superintel.Contracts.Events.V1;
using Superintel.Execution.Tests.Fakes;
using Superintel.Execution.Trading.Ports;
using Superintel.TestKit;
using static Superintel.Execution.Tests.Fakes.Given;

namespace Superintel.Execution.Tests.Service;

/// <summary>The whole service beside one venue on the wire that a test holds: all equities trade there.</summary>
public abstract class HeldVenueFixture : ServiceFixture
{
    protected const string Venue = "ibkr";

    private static readonly string[] Others = ["AA.XNYS", "BB.XNYS"];

    protected HeldVenue Held { get; private set; } = null!;

    [SetUp]
    public async Task ListMore()
    {
        foreach (var id in Others) await Service.Deliver(Listed(id));
    }

    protected override RunningService Run() => Run(Postgres);

    protected RunningService Run(string store)
    {
        Held = new HeldVenue();
        return new RunningService(
            store, Prefix, stateFolder: Scratch.Folder("held"), venues: new Dictionary<string, IBroker> { [Venue] = Held },
            settings:
            [
                ("Execution:Routes:equity", Venue), ("Execution:Accounts:ibkr", "DU1"), ("Messaging:AwaitQueues:0", "nobody"),
                .. Settings,
            ]);
    }

    protected virtual (string Key, string Value)[] Settings => [];

    /// <summary>A pair order of two other instruments.</summary>
    protected static OrderCleared Other(OrderCleared cleared) => cleared with
    {
        PairId = $"{Others[0]}~{Others[1]}",
        Legs = [.. cleared.Legs.Select((leg, number) => leg with { InstrumentId = Others[number] })],
    };

    /// <summary>The states of all orders, as they came.</summary>
    protected async Task<ImmutableArray<string>> States()
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        await using var command = source.CreateCommand("SELECT state FROM execution.trade_order ORDER BY sequence");
        await using var rows = await command.ExecuteReaderAsync();
        var states = ImmutableArray.CreateBuilder<string>();
        while (await rows.ReadAsync()) states.Add(rows.GetString(0));
        return states.ToImmutable();
    }

    protected Task UntilStates(string what, params string[] states) =>
        Eventually.True(async () => (await States()).SequenceEqual(states), what);

    protected async Task<object?> Sql(string text)
    {
        await using var source = NpgsqlDataSource.Create(Database.ConnectionString);
        await using var command = source.CreateCommand(text);
        return await command.ExecuteScalarAsync();
    }
}
