using Microsoft.Extensions.DependencyInjection;
using Superintel.Execution.Trading.Ports;
using Superintel.TestKit;

namespace Superintel.Execution.Tests.Service;

/// <summary>What the adapters know of departures reaches the rules, through all that the service puts around the venues.</summary>
public sealed class DepartureBoardTests
{
    [Test]
    public async Task Planned_outage_of_a_live_venue_is_known_to_the_rules_of_departure()
    {
        await using var database = await PostgresDatabase.Create();
        await using var service = new RunningService(
            await database.RoleOwningSchema("execution"),
            BrokerPrefix.New(),
            settings:
            [
                ("Execution:Routes:equity", "ibkr"), ("Execution:Accounts:ibkr", "DU1234567"), ("Execution:Ibkr:Port", "1"),
                ("Execution:IbkrOutages:ResetFrom", "00:00"), ("Execution:IbkrOutages:ResetTo", "23:59:59.9999999"),
                ("Execution:IbkrOutages:LoginFrom", "00:00"), ("Execution:IbkrOutages:LoginTo", "00:00"),
            ]);

        Assert.That(await Hindrance(service, "ibkr"), Does.Contain("nightly-reset"));
        Assert.That(await Hindrance(service, "paper"), Is.Null);
        Assert.That(await Hindrance(service, "nowhere"), Is.Null);
    }

    private static Task<string?> Hindrance(RunningService service, string venue) => service.Transactions.RunExclusive(
        (scope, _) => Task.FromResult(scope.GetRequiredService<IDepartureBoard>().Hindrance(venue)), default);
}
