using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Superintel.Execution.Service.Adapters;
using Superintel.Execution.Trading.Composite;
using Superintel.Kernel;

namespace Superintel.Execution.Tests.Service;

/// <summary>What is wrong with the configuration stops the service at start, with the setting's name.</summary>
public sealed class ExecutionConfigurationTests
{
    [TestCase("Execution:Routes:equity", "ibkr", "ibkr")]
    [TestCase("Execution:Routes:bond", "paper", "bond")]
    [TestCase("Execution:TimeInForce", "fill-or-kill", "fill-or-kill")]
    [TestCase("Execution:LegPatience", "00:00:01", "LegPatience")]
    [TestCase("Execution:ReconcileEvery", "00:00:00", "ReconcileEvery")]
    [TestCase("Execution:Paper:Fees", "free", "Fees")]
    [TestCase("Execution:Paper:SlippageBps", "-1", "SlippageBps")]
    public void Setting_that_makes_no_sense_stops_the_service(string setting, string value, string named) =>
        Assert.That(() => Services((setting, value)), Throws.Exception.With.Message.Contains(named));

    [Test]
    public void Route_with_an_empty_venue_closes_its_class_and_leaves_the_others()
    {
        var routes = Services(("Execution:Routes:crypto", "")).GetRequiredService<BrokerRoutes>();

        Assert.That(routes.For(AssetClass.Crypto), Is.Null);
        Assert.That(routes.For(AssetClass.Equity), Is.EqualTo(new Route("paper", "paper")));
    }

    [Test]
    public void Account_can_be_named() => Assert.That(
        Services(("Execution:Accounts:paper", "demo")).GetRequiredService<BrokerRoutes>().For(AssetClass.Fx),
        Is.EqualTo(new Route("paper", "demo")));

    private static ServiceProvider Services(params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Setting, s.Value)))
            .Build();
        return new ServiceCollection().AddExecution(configuration).BuildServiceProvider();
    }
}
